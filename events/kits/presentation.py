"""How a kit is shown: its files gathered by thing and by family, its state in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.timezone import localtime

from events.french_dates import date_range, hour
from events.kits.models import Family, Kit, KitFile, KitState
from events.models import EventPage
from nec_cms.typography import NO_BREAK


@dataclass(frozen=True, slots=True)
class Card:
    """One thing of the kit in its formats; `preview` is the file shown, None for a text."""

    files: tuple[KitFile, ...]
    preview: KitFile | None

    @property
    def label(self) -> str:
        return self.files[0].label

    @property
    def use(self) -> str:
        return self.files[0].use

    @property
    def alt(self) -> str:
        return self.files[0].alt

    @property
    def on_dark(self) -> bool:
        """Whether it is made for a dark ground."""
        return "-blanc." in self.files[0].name


@dataclass(frozen=True, slots=True)
class Section:
    """A family of the kit."""

    family: str
    title: str
    cards: tuple[Card, ...]


def sections(files: Iterable[KitFile]) -> list[Section]:
    """The files in their families, in order; formats of the same thing together."""
    things: dict[tuple[str, str], list[KitFile]] = {}
    for file in files:
        things.setdefault((file.family, file.label), []).append(file)
    found = []
    others = dict.fromkeys(family for family, _ in things if family not in Family.values)
    for name, title in (*Family.choices, *((family, family) for family in others)):
        cards = tuple(
            Card(tuple(formats), next((file for file in formats if file.format == "PNG"), None))
            for (of_family, _), formats in things.items()
            if of_family == name
        )
        if cards:
            found.append(Section(name, str(title), cards))
    return found


def notices(event: EventPage, kit: Kit | None) -> list[dict[str, str]]:
    """What the reader must know before using the files: alerts of a kind, a title and a text."""
    said = []
    if kit is None:
        said.append(("info", "Pas encore de kit", "Il sera composé dès la publication de l’événement."))
    elif kit.state == KitState.FAILED:
        kept = " Les fichiers ci-dessous sont ceux de la version précédente." if kit.is_available else ""
        said.append(("error", "La dernière composition a échoué", f"{kit.error}{kept}"))
    elif kit.state != KitState.READY:
        kept = (
            f"Les fichiers ci-dessous datent du {moment(kit)}."
            if kit.is_available
            else "Quelques secondes suffisent d’ordinaire."
        )
        said.append(("info", "Le kit se prépare", f"{kept} Rechargez cette page pour voir où il en est."))
    if not event.live:
        said.append(
            (
                "warning",
                "Événement non publié",
                "Ce kit est fait d’après le brouillon. Attendez la publication pour le diffuser"
                f"{NO_BREAK}: le code QR mène à une page qui n’existe pas encore.",
            )
        )
    return [{"kind": kind, "title": title, "text": text} for kind, title, text in said]


def moment(kit: Kit) -> str:
    """« 3 octobre 2026 à 14 h 05 », in the site's time zone; empty before the first build."""
    if kit.built_at is None:
        return ""
    built = localtime(kit.built_at)
    return f"{date_range(built.date())} à {hour(built.time())}"
