"""Offering a season's formats again in the next one, in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from events.formats.models import FormatIndexPage, FormatPage, FormatSeason


@dataclass(frozen=True, slots=True)
class Renewal:
    """What offering a season again would do, before anything is done."""

    season: int
    into: int
    renewable: Sequence[FormatPage]
    """Published in `season`, not yet in `into`, by title."""

    already: Sequence[FormatPage]


def seasons(index: FormatIndexPage) -> list[int]:
    """The seasons of the published offers, the latest first."""
    offered = FormatSeason.objects.filter(page__in=FormatPage.objects.child_of(index).live())
    return list(offered.order_by("-year").values_list("year", flat=True).distinct())


def plan(index: FormatIndexPage, season: int) -> Renewal:
    """The offers of `season` that the next one does not have yet, and those that it has."""
    offers = FormatPage.objects.child_of(index).live().select_related("partner").order_by("title")
    of_season, into = offers.offered_in([season]), season + 1
    already = set(of_season.offered_in([into]).values_list("pk", flat=True))
    held = list(of_season)
    return Renewal(
        season,
        into,
        [page for page in held if page.pk not in already],
        [page for page in held if page.pk in already],
    )


@transaction.atomic
def renew(pages: Iterable[FormatPage], into: int, user: AbstractBaseUser) -> int:
    """Publish each offer with the season `into`, in the name of `user`; return how many had lacked it.

    What an editor prepares and has not published yet stays unpublished: the season enters the draft as well.
    """
    renewed = 0
    for page in FormatPage.objects.select_for_update().filter(pk__in=[each.pk for each in pages]).order_by("pk"):
        if page.seasons.filter(year=into).exists():
            continue
        draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
        add_season(page, into)
        page.save_revision(user=user).publish(user=user)
        if draft is not None:
            draft.refresh_from_db(fields=["live_revision", "latest_revision", "last_published_at"])
            add_season(draft, into)
            draft.has_unpublished_changes = True
            draft.save_revision(user=user)
        renewed += 1
    return renewed


def add_season(page: FormatPage, year: int) -> None:
    if year not in {season.year for season in page.seasons.all()}:
        page.seasons.add(FormatSeason(year=year))
