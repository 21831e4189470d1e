"""Questions about many format offers."""

from collections.abc import Iterable

from django.db.models import Exists, IntegerField, Max, OuterRef, Q, Subquery
from wagtail.models import PageManager

from events.formats.durations import BANDS
from nec_cms.folding import search_words
from nec_cms.pages import PublicPages


class FormatQuerySet(PublicPages):
    def published(self) -> "FormatQuerySet":
        """What anyone may read."""
        return self.live().public()

    def offered_in(self, years: Iterable[int]) -> "FormatQuerySet":
        """Offered in one of these seasons."""
        seasons = self.model.seasons.rel.related_model.objects
        return self.filter(Exists(seasons.filter(page_id=OuterRef("pk"), year__in=list(years))))

    def about(self, slugs: Iterable[str]) -> "FormatQuerySet":
        """About one of these themes."""
        themes = self.model.themes.through.objects
        return self.filter(Exists(themes.filter(formatpage_id=OuterRef("pk"), theme__slug__in=list(slugs))))

    def lasting(self, bands: Iterable[str]) -> "FormatQuerySet":
        """Whose duration lies in one of these bands (keys of `BANDS`)."""
        within = Q()
        for band in bands:
            _, shortest, longest = BANDS[band]
            within |= Q(duration__range=(shortest, longest))
        return self.filter(within)

    def matching(self, query: str) -> "FormatQuerySet":
        """Whose own words or partner hold every word of `query`, accents, case and plurals aside."""
        found = self
        for word in search_words(query):
            found = found.filter(Q(folded__contains=word) | Q(partner__slug__contains=word))
        return found

    def for_lists(self) -> "FormatQuerySet":
        """With what a card shows, the latest season first, then by title."""
        seasons = self.model.seasons.rel.related_model.objects.filter(page_id=OuterRef("pk")).order_by()
        latest = seasons.values("page_id").annotate(latest=Max("year")).values("latest")
        return (
            self.annotate(last_season=Subquery(latest, output_field=IntegerField()))
            .select_related("partner")
            .order_by("-last_season", "title", "pk")
        )


FormatManager = PageManager.from_queryset(FormatQuerySet)
