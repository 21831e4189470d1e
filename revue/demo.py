"""Demo content: the Revue from n° 1 to n° 5, Carnet n° 1, and articles that say they are examples."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from taggit.models import Tag

from community.models import Territory, Theme
from events.models import EventPage
from nec_cms.demo import add_block, child, home_page
from nec_cms.demo_pictures import demo_picture
from nec_cms.typography import french_spaces
from revue.demo_articles import ARTICLES
from revue.demo_dossier import DOSSIER
from revue.demo_index import EDITORIAL_PROJECT, INTRODUCTION, SERIES
from revue.demo_issues import EDITOR_IN_CHIEF, ISSUES
from revue.demo_text import CONTRIBUTORS, DemoArticle, DemoIssue
from revue.models import ArticlePage, ArticleTag, Authorship, Contributor, IssuePage, RevueIndexPage, Series

PARIS = ZoneInfo("Europe/Paris")


def build() -> None:
    """Make what is missing; a second run changes nothing."""
    home = home_page()
    index = child(
        home,
        RevueIndexPage,
        "revue",
        title="La revue",
        introduction=INTRODUCTION,
        body=EDITORIAL_PROJECT,
        show_in_menus=True,
    )
    for slug, fields in SERIES.items():
        Series.objects.get_or_create(slug=slug, defaults=fields)
    for issue in ISSUES:
        page = build_issue(index, issue)
        for article in (*DOSSIER, *ARTICLES):
            if article.issue == issue.slug:
                build_article(page, article)
    add_block(home, "latest_issue", {"title": "La revue"})


def build_issue(index: RevueIndexPage, issue: DemoIssue) -> IssuePage:
    return child(
        index,
        IssuePage,
        issue.slug,
        title=french_spaces(issue.title),
        series=Series.objects.get(slug=issue.series),
        number=issue.number,
        season=issue.season,
        date=issue.date,
        palette=issue.palette,
        introduction=french_spaces(issue.introduction),
        body=list(issue.editorial),
        signatory=contributor(EDITOR_IN_CHIEF),
        signatory_role="rédactrice en chef (exemple)",
        credits=french_spaces("Textes d’exemple, écrits pour la démonstration du site."),
        first_published_at=datetime.combine(issue.date, time(9), PARIS),
    )


def build_article(issue: IssuePage, article: DemoArticle) -> None:
    if ArticlePage.objects.child_of(issue).filter(slug=article.slug).exists():
        return
    picture = demo_picture(*article.picture, palette=issue.palette) if article.picture else None
    child(
        issue,
        ArticlePage,
        article.slug,
        title=french_spaces(article.title),
        rubrique=article.rubrique,
        order=article.order,
        standfirst=french_spaces(article.standfirst),
        image=picture,
        image_alt=picture.description if picture else "",
        body=list(article.body),
        notes=[("note", french_spaces(f"<p>{note}</p>")) for note in article.notes],
        authors=[Authorship(contributor=contributor(name), role=role) for name, role in article.authors],
        tagged_items=[ArticleTag(tag=Tag.objects.get_or_create(name=name)[0]) for name in article.tags],
        themes=themes(article),
        territories=list(Territory.objects.filter(slug__in=article.territories)),
        events=editions(article),
        first_published_at=datetime.combine(issue.date, time(9), PARIS),
    )


def contributor(name: str) -> Contributor:
    organisation, bio = CONTRIBUTORS[name]
    defaults = {"organisation": organisation, "bio": french_spaces(bio)}
    return Contributor.objects.get_or_create(name=name, defaults=defaults)[0]


def themes(article: DemoArticle) -> list[Theme]:
    """The programme's themes whose slugs begin as the article says: an editor may have worded them again."""
    return [theme for theme in Theme.objects.all() if theme.slug.startswith(article.themes)]


def editions(article: DemoArticle) -> list[EventPage]:
    """The published editions of the article's territories in the year that it reports on."""
    found = EventPage.objects.live().filter(
        territories__slug__in=article.territories, start_date__year=article.edition_year
    )
    return list(found.distinct()) if article.edition_year else []
