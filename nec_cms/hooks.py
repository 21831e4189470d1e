"""Hooks of our own, registered the Wagtail way: ``@hooks.register("register_...")``.

Each hook function takes no argument and returns the object described here. docs/plugins.md has a heading for each.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model, QuerySet
from wagtail import hooks


class RelatedContent(ABC):
    """Hook `register_related_content`: what a plugin knows about an object of another one.

    The provider feeds a territory's editions and articles, a format's past editions, an event's articles, without
    either side importing the other.
    """

    name: str
    """Identifier, unique per model, used in addresses: letters, digits, hyphens."""

    label: str
    """French plural shown as a heading, e.g. « Éditions passées »."""

    order: int = 100
    """Providers are shown by increasing order."""

    @abstractmethod
    def model(self) -> type[Model]:
        """The class of the objects it speaks about."""

    @abstractmethod
    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        """Primary key -> number of public items, in **one** grouped query; objects without items may be absent."""

    @abstractmethod
    def items(self, instance: Model) -> QuerySet[Any] | Sequence[Any]:
        """The public items about one object, in the order of display; each is shown by its `card_template`."""


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


def related_content(model: type[Model]) -> list[RelatedContent]:
    """Providers that speak about `model`, in order of display."""
    providers = [function() for function in hooks.get_hooks("register_related_content")]
    return sorted((p for p in providers if p.model() is model), key=lambda p: (p.order, p.name))


def porteur_panels() -> list[PorteurPanel]:
    """Sections of the porteur's space, in order of display."""
    return sorted((function() for function in hooks.get_hooks("register_porteur_panel")), key=lambda p: p.order)


def sweeps() -> dict[str, Sweep]:
    """Periodic jobs by name."""
    return {sweep.name: sweep for sweep in (function() for function in hooks.get_hooks("register_sweep"))}
