"""What plugins say of one another's objects: content, files, and things to do. Offered by `nec_cms.hooks`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail import hooks


@dataclass(frozen=True)
class RelatedFile:
    """A file that a provider makes about one object, served at the end of the object's address."""

    name: str
    """Last segment of the address, with an extension that pages may serve: « agenda.ics »."""

    label: str
    """What it is, in French: « Agenda (iCalendar) »."""

    answer: Callable[[HttpRequest, Model], HttpResponseBase]
    """Makes the file for one object. Its content is public: nobody's rights are asked."""


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

    unit: tuple[str, str] | None = None
    """French singular and plural of an item, where the items are what a map and a strip of years count.

    Providers that name the same unit are counted together: an edition to come and a past one are both editions.
    """

    upcoming: bool = False
    """Whether its items are still to come: a strip of years draws them hollow."""

    row: str = ""
    """Template of an item (variables `item`, `year`) where the list goes year by year; else its card is shown."""

    @abstractmethod
    def model(self) -> type[Model]:
        """The class of the objects it speaks about."""

    @abstractmethod
    def counts(self, objects: Iterable[Model]) -> Mapping[Any, int]:
        """Primary key -> number of public items, in **one** grouped query; objects without items may be absent."""

    @abstractmethod
    def items(self, instance: Model) -> QuerySet[Any] | Sequence[Any]:
        """The public items about one object, in the order of display; each is shown by its `card_template`."""

    def pairs(self, objects: Iterable[Model] | None = None) -> Iterable[tuple[Any, Any]] | None:
        """(primary key of an object, of a public item about it), in one query; for any object where `objects` is None.

        It lets objects that lie in one another be counted together, each item once. None: this provider cannot say.
        """
        return None

    def year(self, item: Any) -> int | None:
        """The year of an item; None where items have none."""
        return None

    def years(self) -> Mapping[Any, int]:
        """Primary key -> year of every public item that has one: a strip of years counts those not shown with it."""
        return {}

    def more(self, instance: Model) -> str:
        """Address of the whole list about one object, for a page that shows its beginning; empty without one."""
        return ""

    def files(self) -> Sequence[RelatedFile]:
        """The files that it makes about one object."""
        return ()


class RelatedAction(ABC):
    """Hook `register_related_action`: something a visitor can do about an object of another plugin."""

    order: int = 100
    label: str
    """What the button says, in French: « Organiser le prochain NEC ici »."""

    @abstractmethod
    def model(self) -> type[Model]:
        """The class of the objects it is for."""

    @abstractmethod
    def url(self, instance: Model) -> str:
        """Where the button leads for this object; empty where it cannot be done now: there is no button."""


def related_content(model: type[Model]) -> list[RelatedContent]:
    """Providers that speak about `model`, in order of display."""
    providers = [function() for function in hooks.get_hooks("register_related_content")]
    return sorted((p for p in providers if p.model() is model), key=lambda p: (p.order, p.name))


def related_actions(instance: Model) -> list[tuple[str, str]]:
    """(label, address) of what can be done about one object now, in order of display."""
    actions = [function() for function in hooks.get_hooks("register_related_action")]
    fitting = sorted((a for a in actions if isinstance(instance, a.model())), key=lambda a: (a.order, a.label))
    return [(action.label, url) for action in fitting if (url := action.url(instance))]
