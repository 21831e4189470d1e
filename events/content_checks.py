"""What an event's page lacks for its readers. Advice to the editor, never a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from community.models import TerritoryKind

if TYPE_CHECKING:
    from events.models import EventPage

PARIS = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to look at: the tab and the field where it is mended, and why."""

    tab: str
    field: str
    text: str


def gaps(event: EventPage, now: datetime) -> list[Gap]:
    """What is missing at `now`, in the order of the editor's tabs: after the day other things are asked for."""
    past = event.is_past(now)
    found = [*_when(event), *_where(event), *_words(event)]
    found += _after(event) if past else _before(event)
    if event.image is not None and not event.image.description:
        found.append(
            Gap("Communication", "image", "L’image n’a pas de texte de remplacement\u00a0: donnez-lui une description.")
        )
    return found


def _when(event: EventPage) -> list[Gap]:
    if event.start_date is None:
        text = "La date manque\u00a0: l’édition paraît sous «\u00a0Date à venir\u00a0»."
        return [Gap("Essentiel", "start_date", text)]
    overseas = any(territory.kind == TerritoryKind.OUTRE_MER for territory in event.territories.all())
    if overseas and event.time_zone == PARIS:
        text = "Le territoire est outre-mer, et les heures sont celles de Paris\u00a0: vérifiez le fuseau horaire."
        return [Gap("Essentiel", "time_zone", text)]
    return []


def _where(event: EventPage) -> list[Gap]:
    found = []
    if event.mode != "online":
        if not (event.venue or event.city):
            found.append(Gap("Essentiel", "venue", "Le lieu manque\u00a0: ni salle, ni ville."))
        elif not event.city:
            found.append(Gap("Essentiel", "city", "La ville manque\u00a0: c’est elle que montrent les listes."))
    if event.mode != "on-site" and not event.online_url:
        found.append(Gap("Essentiel", "online_url", "Le lien pour suivre en ligne, ou pour revoir, manque."))
    return found


def _words(event: EventPage) -> list[Gap]:
    if event.summary:
        return []
    text = "La présentation courte manque\u00a0: listes, flux et liens partagés n’ont rien à dire."
    return [Gap("Essentiel", "summary", text)]


def _before(event: EventPage) -> list[Gap]:
    found = []
    if event.status == "confirmed" and not event.registration_url:
        found.append(Gap("Essentiel", "registration_url", "Le lien d’inscription manque."))
    if event.mode != "online" and event.venue and not event.venue_access:
        found.append(Gap("Essentiel", "venue_access", "L’accès et l’accessibilité du lieu ne sont pas dits."))
    return found


def _after(event: EventPage) -> list[Gap]:
    if event.status in ("cancelled", "postponed"):
        return []
    tab, found = "Après l’événement", []
    if event.attendance is None:
        found.append(Gap(tab, "attendance", "La participation n’est pas dite."))
    elif not event.attendance_source:
        found.append(Gap(tab, "attendance_source", "La source du chiffre de participation manque."))
    if not event.outcome:
        found.append(Gap(tab, "outcome", "Ce que cette édition a donné n’est pas raconté."))
    if not event.documents.all():
        found.append(Gap(tab, "documents", "Aucune ressource n’est publiée\u00a0: la charte le demande."))
    return found
