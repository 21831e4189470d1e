"""Questions about many events. `now` is always given: the same instant for everything one page shows."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from wagtail.models import PageManager

from community.models import Territory
from nec_cms.folding import search_words
from nec_cms.pages import PublicPages

LONG_TEXTS = ("programme", "body", "outcome", "venue_access", "folded")


class EventQuerySet(PublicPages):
    def published(self) -> "EventQuerySet":
        """What anyone may read: live, with no restriction on the page nor above it."""
        return self.live().public()

    def upcoming(self, now: datetime) -> "EventQuerySet":
        """Not over at `now`, the soonest first, then by title; events without a date last."""
        return self.filter(over_at__gt=now).by_date()

    def past(self, now: datetime) -> "EventQuerySet":
        """Over at `now`, the latest first, then by title."""
        return self.filter(over_at__lte=now).latest_first()

    def by_date(self) -> "EventQuerySet":
        """The soonest first, those of one day by title; events without a date last."""
        return self.order_by(F("start_date").asc(nulls_last=True), "title", "pk")

    def latest_first(self) -> "EventQuerySet":
        """The latest first, those of one day by title."""
        return self.order_by(F("start_date").desc(nulls_last=True), "title", "pk")

    def held(self, now: datetime) -> "EventQuerySet":
        """Over at `now`, and took place: neither cancelled nor put off. What the figures count."""
        return self.past(now).exclude(status__in=("cancelled", "postponed"))

    def local(self) -> "EventQuerySet":
        """NEC locaux, without the national editions."""
        return self.filter(kind="local")

    def in_territories(self, slugs: Iterable[str]) -> "EventQuerySet":
        """Held in one of these territories, or in a part of one: a région holds its départements and their towns."""
        return self.filter(self._in_territory(Q(territory__in=Territory.objects.within(list(slugs)))))

    def of_territories(self, territories: Iterable[int]) -> "EventQuerySet":
        """Held in one of these territories themselves (primary keys), not in a part of one."""
        return self.filter(self._in_territory(Q(territory__in=list(territories))))

    def in_kinds(self, kinds: Iterable[str]) -> "EventQuerySet":
        """Held in a territory of one of these kinds (values of `TerritoryKind`)."""
        return self.filter(self._in_territory(Q(territory__kind__in=list(kinds))))

    def about(self, slugs: Iterable[str]) -> "EventQuerySet":
        """About one of these themes."""
        themes = self.model.themes.through.objects.filter(eventpage_id=OuterRef("pk"), theme__slug__in=list(slugs))
        return self.filter(Exists(themes))

    def in_months(self, months: Iterable[date]) -> "EventQuerySet":
        """With at least a day in one of these months, each given by its first day."""
        during = Q()
        for first in months:
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            during |= Q(start_date__lte=last, final_date__gte=first)
        return self.alias(final_date=Coalesce("end_date", "start_date")).filter(during)

    def in_years(self, years: Iterable[int]) -> "EventQuerySet":
        """Begun in one of these years."""
        return self.filter(start_date__year__in=list(years))

    def matching(self, query: str) -> "EventQuerySet":
        """Whose own words or territories hold every word of `query`, accents, case and plurals aside."""
        found = self
        for word in search_words(query):
            found = found.filter(Q(folded__contains=word) | self._in_territory(Q(territory__slug__contains=word)))
        return found

    def for_lists(self) -> "EventQuerySet":
        """With what a row or a card shows, without the long texts that only the event's own page reads."""
        return self.prefetch_related("territories").defer(*LONG_TEXTS)

    def _in_territory(self, condition: Q) -> Q:
        """Asked once of all links, not event by event: that would try each territory of a région for each event."""
        links: QuerySet = self.model.territories.through.objects
        return Q(pk__in=links.filter(condition).values("eventpage_id"))


EventManager = PageManager.from_queryset(EventQuerySet)
