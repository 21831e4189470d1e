"""Hooks of our own, registered the Wagtail way: ``@hooks.register("register_...")``.

Each hook function takes no argument and returns the object described here, in `nec_cms.related`
or in `nec_cms.searching`. docs/plugins.md
has a heading for each.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model
from django.http import QueryDict
from wagtail import hooks

from nec_cms.related import RelatedAction, RelatedContent, RelatedFile, related_actions, related_content
from nec_cms.searching import SearchSource

__all__ = [
    "DataField",
    "Dataset",
    "PorteurPanel",
    "RelatedAction",
    "RelatedContent",
    "RelatedFile",
    "Row",
    "SearchSource",
    "Selection",
    "ShareImage",
    "SharedImage",
    "Sweep",
    "datasets",
    "porteur_panels",
    "related_actions",
    "related_content",
    "share_image",
    "sweeps",
]


class PorteurPanel(ABC):
    """Hook `register_porteur_panel`: a section of the porteur's space."""

    order: int = 100
    template: str

    @abstractmethod
    def context(self, user: AbstractBaseUser) -> Mapping[str, Any] | None:
        """The template's variables for this person, or None where the section has nothing to show."""


@dataclass(frozen=True)
class Sweep:
    """Hook `register_sweep`: idempotent work that looks in the database for what is due and does it."""

    name: str
    every: timedelta
    run: Callable[[], object]
    lease: timedelta = timedelta(minutes=10)
    """Longest time one run may take; past it another worker may take over."""


Row = Mapping[str, Any]
"""One row of a data set: a value for each of its fields; None where it is not known."""


TYPES = {
    "string": "Texte",
    "integer": "Nombre entier",
    "number": "Nombre",
    "boolean": "Vrai ou faux",
    "date": "Date",
    "time": "Heure",
    "datetime": "Date et heure",
    "list": "Liste",
}
FORMATS = {"uri": "Adresse", "uuid": "Identifiant (UUID)", "email": "Adresse électronique"}


@dataclass(frozen=True, slots=True)
class DataField:
    """One column of a data set, described in French for people and by its type for programs."""

    name: str
    title: str
    description: str
    type: Literal["string", "integer", "number", "boolean", "date", "time", "datetime", "list"] = "string"
    format: str = ""
    """For a string, what both schemas call it: `uri`, `uuid`, `email`; empty for plain text."""
    required: bool = False
    values: tuple[str, ...] = ()
    """The only values it may take; empty where it takes any."""
    example: str | int | float = ""

    @property
    def kind_label(self) -> str:
        """Its type in French, for the page."""
        return FORMATS.get(self.format) or TYPES[self.type]


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows that an address asks for, and a sentence for each thing in it that was not understood."""

    rows: Iterable[Row]
    remarks: Sequence[str] = ()


class Dataset(ABC):
    """Hook `register_dataset`: rows that the site gives away under an open licence. Never a personal datum."""

    name: str
    """In its addresses: lower-case letters, digits, `_`; unique."""

    title: str
    description: str
    version: str = "1.0.0"
    """Of its schema, as semver: a field that goes or changes meaning moves the first number."""

    order: int = 100
    files: tuple[str, ...] = ("csv", "json")
    """Among `csv`, `json`, `geojson`."""

    fields: Sequence[DataField]
    key: str = "id"
    """The field that identifies a row for ever."""

    position: tuple[str, str] = ("longitude", "latitude")
    """For GeoJSON: the two fields that hold it, in degrees; they are left out of the properties."""

    filters: Sequence[tuple[str, str]] = ()
    """(parameter of the address, what it keeps), for the page."""

    @abstractmethod
    def select(self, query: QueryDict, now: datetime) -> Selection:
        """The public rows that `query` asks for. A value that is not understood is said and ignored.

        The rows are made as they are read, in a number of queries that does not depend on how many there are.
        """

    @abstractmethod
    def modified(self) -> datetime | None:
        """When its content last changed; None where it is empty."""


@dataclass(frozen=True)
class SharedImage:
    """The picture shown where a page's address is shared (Open Graph): absolute address, size in pixels, text."""

    url: str
    alt: str
    width: int = 1200
    height: int = 630


class ShareImage(ABC):
    """Hook `register_share_image`: a picture that a plugin makes of the pages of another one."""

    order: int = 100
    """Asked by increasing order; the first that has a picture is kept."""

    @abstractmethod
    def picture(self, page: Model) -> SharedImage | None:
        """The picture of this page that anyone may see, or None."""


def porteur_panels() -> list[PorteurPanel]:
    """Sections of the porteur's space, in order of display."""
    return sorted((function() for function in hooks.get_hooks("register_porteur_panel")), key=lambda p: p.order)


def sweeps() -> dict[str, Sweep]:
    """Periodic jobs by name."""
    return {sweep.name: sweep for sweep in (function() for function in hooks.get_hooks("register_sweep"))}


def datasets() -> list[Dataset]:
    """The data sets of the site, in order of display."""
    return sorted((function() for function in hooks.get_hooks("register_dataset")), key=lambda d: (d.order, d.name))


def share_image(page: Model) -> SharedImage | None:
    """The picture that plugins offer for this page where its address is shared."""
    providers = sorted((function() for function in hooks.get_hooks("register_share_image")), key=lambda p: p.order)
    return next((picture for each in providers if (picture := each.picture(page))), None)
