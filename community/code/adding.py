"""A unit of the administrative code becomes a territory of the directory."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from community.code.units import Unit
from community.models.slugged import MAX_LENGTH, slug_of
from community.models.territory import RESERVED_SLUGS, Territory, TerritoryKind


def held(units: Iterable[Unit]) -> dict[str, Territory]:
    """Code -> the territory of the directory that bears it, for those of `units` that are already there: one query."""
    codes = [each.code for each in units]
    return {each.insee_code: each for each in Territory.objects.filter(insee_code__in=codes).defer("introduction")}


@transaction.atomic
def add(unit: Unit, user: AbstractBaseUser) -> tuple[Territory, bool]:
    """The territory of this unit, and whether it was made now: one that bears its code already is left as it is.

    It lies in the département of the unit where the directory has it; those of the overseas collectivités are not.
    """
    if existing := held([unit]).get(unit.code):
        return existing, False
    above = (TerritoryKind.DEPARTEMENT, TerritoryKind.OUTRE_MER)
    territory = Territory(
        name=unit.name,
        slug=_slug(unit),
        kind=TerritoryKind.COLLECTIVITE,
        insee_code=unit.code,
        parent=Territory.objects.of_kinds(above).filter(insee_code=unit.departement).first(),
    )
    territory.full_clean()
    territory.save()
    log(territory, "wagtail.create", user=user)
    return territory, True


def _slug(unit: Unit) -> str:
    """Its name's; with its code where another territory, or a page of the directory, has that one."""
    slug = slug_of(unit.name)
    if slug in RESERVED_SLUGS or Territory.objects.filter(slug=slug).exists():
        return f"{slug[: MAX_LENGTH - len(unit.code) - 1]}-{unit.code.lower()}"
    return slug
