"""Blocks that show what is published: they ask the database when the page is read, a constant number of times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail import blocks

from community.models import Territory, TerritoryKind, Theme
from events.blocks.words import SectionBlock
from events.models import EventIndexPage, EventKind, EventPage, EventStatus
from events.selection import until_an_edition_passes
from nec_cms.typography import number

PLURALS = {
    TerritoryKind.COLLECTIVITE: "Villes et métropoles",
    TerritoryKind.TERRITOIRE: "Pays et autres territoires",
    TerritoryKind.DEPARTEMENT: "Départements",
    TerritoryKind.REGION: "Régions",
    TerritoryKind.OUTRE_MER: "Outre-mer",
}


SHOWN = 24
"""How many territories of one kind the page names; the others are behind a link."""


def instant(context: Mapping[str, Any]) -> datetime:
    """The page's own instant, so that its blocks agree; the clock's where the page has none."""
    return context.get("now") or timezone.now()


def section_url(context: Mapping[str, Any]) -> str:
    """The address of the front page of the section; empty where it is not published."""
    page = context.get("page")
    index = page if isinstance(page, EventIndexPage) else EventIndexPage.objects.live().first()
    return (index.url or "") if index else ""


@dataclass(frozen=True, slots=True)
class Held:
    """The territories of one kind that held a NEC local: how many, and the first of them by name (slug, name)."""

    total: int
    first: list[tuple[str, str]]


def held_territories(now: datetime) -> dict[str, Held]:
    """Kind -> territories of the published NEC locaux that took place: what the figure counts and the list shows.

    Asked in one query, and kept until the content changes or an edition passes.
    """
    return until_an_edition_passes("held_territories", now, lambda: _held_territories(now))


def _held_territories(now: datetime) -> dict[str, Held]:
    held = EventPage.objects.published().local().held(now).order_by().filter(territories=models.OuterRef("pk"))
    by_kind: dict[str, list[tuple[str, str]]] = {}
    found = Territory.objects.filter(models.Exists(held)).order_by("folded").values_list("kind", "slug", "name")
    for kind, slug, name in found:
        by_kind.setdefault(kind, []).append((slug, name))
    return {kind: Held(len(each), each[:SHOWN]) for kind, each in by_kind.items()}


class NextEditionsBlock(SectionBlock):
    number = blocks.IntegerBlock(
        label="nombre", default=3, min_value=1, max_value=12, help_text="Combien d’éditions montrer."
    )

    class Meta:
        icon = "date"
        label = "Prochaines éditions"
        description = "Les prochaines éditions publiées, en cartes, avec un lien vers l’agenda."
        template = "events/blocks/next_editions.html"
        preview_value = {"title": "Les prochains NEC locaux", "introduction": "", "number": 3}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        events = (
            EventPage.objects.published().upcoming(instant(context)).exclude(status=EventStatus.CANCELLED).for_lists()
        )
        return context | {"events": list(events[: value["number"]]), "section_url": section_url(context)}


class Counted(models.TextChoices):
    EDITIONS = "editions", "NEC locaux qui ont eu lieu (comptés)"
    TERRITORIES = "territories", "Territoires mobilisés (comptés)"
    COMING = "coming", "Éditions à venir (comptées)"
    BY_HAND = "by-hand", "Chiffre saisi, avec sa date et sa source"


class CountedFigureBlock(blocks.StructBlock):
    counted = blocks.ChoiceBlock(
        label="chiffre",
        choices=Counted.choices,
        default=Counted.EDITIONS,
        help_text="Compté à chaque affichage, ou saisi.",
    )
    label = blocks.CharBlock(
        label="ce qu’il compte", max_length=80, help_text="«\u00a0NEC locaux organisés depuis 2021\u00a0»."
    )
    since = blocks.DateBlock(
        label="depuis le", required=False, help_text="Pour les éditions comptées. Vide\u00a0: toutes."
    )
    value = blocks.IntegerBlock(
        label="valeur saisie", required=False, min_value=0, help_text="Seulement pour un chiffre saisi."
    )
    as_of = blocks.DateBlock(label="au", required=False, help_text="La date du chiffre saisi.")
    source = blocks.CharBlock(label="source", required=False, max_length=120, help_text="D’où vient le chiffre saisi.")

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value["counted"] == Counted.BY_HAND:
            needed = {"value": "une valeur", "as_of": "une date", "source": "une source"}
            missing = {
                name: ValidationError(f"Un chiffre saisi a {what}.")
                for name, what in needed.items()
                if value[name] in (None, "")
            }
            if missing:
                raise blocks.StructBlockValidationError(missing)
        return value


class CountedFiguresBlock(SectionBlock):
    items = blocks.ListBlock(
        CountedFigureBlock(), label="chiffres", min_num=1, max_num=4, help_text="Un à quatre, dans l’ordre d’affichage."
    )

    class Meta:
        icon = "success"
        label = "Chiffres comptés"
        description = "Des chiffres comptés sur les éditions publiées, ou saisis avec leur date et leur source."
        template = "events/blocks/counted_figures.html"
        preview_value = {
            "title": "En chiffres",
            "introduction": "",
            "items": [
                {"counted": "editions", "label": "NEC locaux organisés", "since": None},
                {"counted": "territories", "label": "territoires mobilisés", "since": None},
            ],
        }

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        items = list(value["items"])
        counted = counts(items, instant(context))
        figures = [
            {"value": number(total), "label": item["label"], "item": item, "by_hand": is_by_hand(item)}
            for item, total in zip(items, counted, strict=True)
        ]
        return context | {"figures": figures}


def is_by_hand(item: Any) -> bool:
    return item["counted"] == Counted.BY_HAND


def counts(items: Sequence[Any], now: datetime) -> list[int]:
    """The figures at this instant: those of the editions in one query, those of the territories in another.

    Kept until the content changes or an edition passes.
    """
    held = Q(kind=EventKind.LOCAL, over_at__lte=now) & ~Q(status__in=(EventStatus.CANCELLED, EventStatus.POSTPONED))
    coming = Q(over_at__gt=now) & ~Q(status=EventStatus.CANCELLED)
    asked = {}
    for place, item in enumerate(items):
        if item["counted"] in (Counted.EDITIONS, Counted.COMING):
            which = coming if item["counted"] == Counted.COMING else held
            since = Q(start_date__gte=item["since"]) if which is held and item["since"] else Q()
            asked[f"figure_{place}"] = models.Count("pk", filter=which & since)
    found = _editions(items, asked, now) if asked else {}
    territories = any(item["counted"] == Counted.TERRITORIES for item in items)
    mobilised = sum(each.total for each in held_territories(now).values()) if territories else 0
    return [
        (item["value"] or 0) if is_by_hand(item) else found.get(f"figure_{place}", mobilised)
        for place, item in enumerate(items)
    ]


def _editions(items: Sequence[Any], asked: dict[str, models.Count], now: datetime) -> dict[str, int]:
    """Name in `asked` -> figure; what the items count names the fact, since the same figures may stand elsewhere."""
    name = ";".join(f"{item['counted']}:{item['since'] or ''}" for item in items)
    return until_an_edition_passes(f"figures:{name}", now, lambda: EventPage.objects.published().aggregate(**asked))


class TerritoriesByKindBlock(SectionBlock):
    class Meta:
        icon = "site"
        label = "Territoires des éditions passées"
        description = (
            "Les territoires qui ont accueilli un NEC local, groupés par type\u00a0: la liste suit les publications."
        )
        template = "events/blocks/territories_by_kind.html"
        preview_value = {"title": "Ils ont accueilli un NEC local", "introduction": ""}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        held = held_territories(instant(context))
        groups = [
            {
                "label": label,
                "kind": kind.value,
                "territories": [{"slug": slug, "name": name} for slug, name in held[kind].first],
                "more": held[kind].total - len(held[kind].first),
            }
            for kind, label in PLURALS.items()
            if kind in held
        ]
        return context | {"groups": groups, "section_url": section_url(context)}


class EventThemesBlock(SectionBlock):
    class Meta:
        icon = "tag"
        label = "Thèmes"
        description = "La liste des thèmes du programme, chacun menant aux éditions à venir qui en parlent."
        template = "events/blocks/themes.html"
        preview_value = {"title": "De quoi on y parle", "introduction": ""}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        return context | {"themes": list(Theme.objects.all()), "section_url": section_url(context)}
