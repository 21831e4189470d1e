"""The archive: every public article, by series, year, theme, rubrique, territory, author or word."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.http import QueryDict

from community.models import Territory, Theme
from nec_cms.filters import FilterForm, SeveralField

PER_PAGE = 30


class ArchiveFilters(FilterForm):
    """`/revue/archives/`; names and values are part of the site's addresses."""

    q = forms.CharField(label="Mot du titre ou du chapeau", max_length=100, required=False, widget=forms.SearchInput)
    serie = SeveralField(label="Série")
    annee = SeveralField(label="Année")
    rubrique = SeveralField(label="Rubrique")
    theme = SeveralField(label="Thème")
    territoire = SeveralField(label="Territoire")
    auteur = SeveralField(label="Autrice ou auteur")
    etiquette = SeveralField(label="Étiquette")

    def __init__(self, data: QueryDict, *, index: Any, **kwargs: Any) -> None:
        from taggit.models import Tag

        from revue.models import ArticlePage, Contributor, IssuePage, Rubrique, Series

        super().__init__(data, **kwargs)
        articles = ArticlePage.objects.descendant_of(index).published()
        about = {"articles__in": articles.order_by().values("pk")}
        issues = IssuePage.objects.child_of(index).live()
        years = issues.order_by().annotate(year=ExtractYear("date")).values_list("year", flat=True).distinct()
        signed = Contributor.objects.filter(authorships__article__in=articles.order_by().values("pk"))
        tags = Tag.objects.filter(revue_articletag_items__content_object__in=articles.order_by().values("pk"))
        choices = {
            "serie": Series.objects.filter(issues__live=True).order_by("order", "name").values_list("slug", "name"),
            "annee": [(str(year), str(year)) for year in sorted(years, reverse=True)],
            "rubrique": Rubrique.choices,
            "theme": Theme.objects.filter(**about).values_list("slug", "name"),
            "territoire": Territory.objects.filter(**about).values_list("slug", "name"),
            "auteur": signed.order_by("name").values_list("slug", "name"),
            "etiquette": tags.order_by("name").values_list("slug", "name"),
        }
        for name, offered in choices.items():
            self.fields[name].choices = list(dict.fromkeys(tuple(each) for each in offered))

    def apply(self, articles: Any) -> Any:
        """Those that the valid filters keep."""
        for word in (self.chosen("q") or "").split():
            articles = articles.filter(Q(title__icontains=word) | Q(standfirst__icontains=word))
        if years := self.chosen("annee"):
            articles = articles.of_issues(date__year__in=years)
        if series := self.chosen("serie"):
            articles = articles.of_issues(series__slug__in=series)
        if rubriques := self.chosen("rubrique"):
            articles = articles.filter(rubrique__in=rubriques)
        lookups = {
            "theme": "themes__slug__in",
            "territoire": "territories__slug__in",
            "auteur": "authors__contributor__slug__in",
            "etiquette": "tags__slug__in",
        }
        for name, lookup in lookups.items():
            if slugs := self.chosen(name):
                articles = articles.filter(pk__in=articles.model.objects.filter(**{lookup: slugs}).values("pk"))
        return articles


def listing(index: Any, data: QueryDict) -> dict[str, Any]:
    """The archive that an address asks for: ``form``, ``page_obj`` and ``groups`` of articles by issue."""
    from revue.models import ArticlePage

    form = ArchiveFilters(data, index=index)
    form.is_valid()
    found = form.apply(ArticlePage.objects.descendant_of(index).published()).latest_first()
    page = Paginator(found.defer_streamfields().with_authors(), PER_PAGE).get_page(form.page_number)
    groups: list[dict[str, Any]] = []
    for article in page.object_list:
        if not groups or groups[-1]["label"] != article.issue_label:
            groups.append({"label": article.issue_label, "date": article.issue_date, "articles": []})
            groups[-1]["title"], groups[-1]["season"] = article.issue_title, article.issue_season
        groups[-1]["articles"].append(article)
    return {"form": form, "page_obj": page, "groups": groups}
