"""Territories, themes, the front page of the section and its events."""

from datetime import date
from typing import Any

import factory
from wagtail.models import Page, Site

from community.models import Organisation, Territory, TerritoryKind, Theme
from events.models import EventIndexPage, EventPage


class TerritoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Territory
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Territoire exemple {n}")
    kind = TerritoryKind.DEPARTEMENT


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Theme
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Thème exemple {n}")


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Organisation exemple {n}")


def root() -> Page:
    """The root page of the default site: the `home` fixture's, or the one that Wagtail installs."""
    return Site.objects.get(is_default_site=True).root_page


def make_index(**fields: Any) -> EventIndexPage:
    """The front page of the section, at `/nec-locaux/`; the same one when asked again."""
    if existing := EventIndexPage.objects.first():
        return existing
    page = EventIndexPage(**{"title": "Les NEC locaux", "slug": "nec-locaux"} | fields)
    root().add_child(instance=page)
    return page


def make_event(title: str = "NEC Exemple", start: date | None = date(2024, 10, 3), **fields: Any) -> EventPage:
    """A published event under the front page; `territories` may be names."""
    territories = [
        TerritoryFactory(name=each) if isinstance(each, str) else each for each in fields.pop("territories", [])
    ]
    if start is None:
        fields.setdefault("status", "announced")
    page = EventPage(title=title, start_date=start, territories=territories, **fields)
    make_index().add_child(instance=page)
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)
