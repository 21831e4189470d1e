"""Demo content of the desk: opinions, a complement that is asked for, a grant whose reports have begun to come."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from events.candidatures import complements, conventions, decisions, exchanges, grants, reviews, uploads
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, Criterion, Report
from events.candidatures.states import State
from nec_cms.models import User


def files(common: Mapping[str, Any], today: date) -> list[tuple[dict[str, Any], Any]]:
    """Answers of each file, made from those of a whole dossier, and what the team has done with it."""
    return [
        (
            {
                **common,
                "title": "NEC Ardennes (exemple)",
                "organisation": "Fabrique ardennaise d’exemple",
                "contact_name": "Noa Exemple",
                "contact_email": "porteur.ardennes@example.org",
                "event_start": today + timedelta(days=180),
                "event_end": today + timedelta(days=180),
                "territory": "ardennes",
            },
            ask,
        ),
        (
            {
                **common,
                "title": "NEC Drôme (exemple)",
                "organisation": "Coopérative drômoise d’exemple",
                "contact_name": "Alix Exemple",
                "contact_email": "porteur.drome@example.org",
                "event_start": today + timedelta(days=150),
                "event_end": today + timedelta(days=151),
                "territory": "drome",
            },
            grant,
        ),
    ]


def examine(file: Candidature, actor: User) -> None:
    """Two opinions that differ, a note and a message."""
    decisions.move(file, State.IN_REVIEW, actor)
    decisions.assign(file, actor, actor)
    people = [actor, *User.objects.filter(is_superuser=True).order_by("pk")[:1]]
    for rank, person in enumerate(people):
        marks = {criterion.value: (3, 2, 4, 3, 2, 1, 3)[place] for place, criterion in enumerate(Criterion)}
        if rank:
            marks |= {Criterion.MATURITY.value: 1, Criterion.RESOURCES.value: 3}
        comments = {Criterion.SOLIDITY.value: "Équipe en place, cofinancement à confirmer. (exemple)"}
        reviews.give(file, person, marks, comments, "Un projet solide, à préciser sur la documentation. (exemple)")
    exchanges.note(file, actor, "Appeler la médiathèque avant de décider. (exemple)")
    exchanges.send(file, actor, "Bonjour, pouvez-vous confirmer la salle\u202f? (exemple)")


def ask(file: Candidature, actor: User) -> None:
    """A complement on two questions."""
    decisions.move(file, State.IN_REVIEW, actor)
    due_on = timezone.localdate() + timedelta(days=15)
    reason = "Le programme et la capacité du lieu ne permettent pas encore de juger du public accueilli. (exemple)"
    asked = [field_id("programme"), field_id("venue_capacity")]
    known = {field for field, _ in complements.questions(file)}
    complements.ask(file, [field for field in asked if field in known], reason, due_on, actor)


def grant(file: Candidature, actor: User) -> None:
    """A grant, its convention signed by both sides, its event passed, one report accepted and one to read."""
    decisions.move(file, State.IN_REVIEW, actor)
    decisions.assign(file, actor, actor)
    decisions.decide(file, State.GRANT, actor, "Un projet qui réunit tous les critères. (exemple)", Decimal(12000))
    file = Candidature.objects.select_related("event").get(pk=file.pk)
    grants.send_convention(file, actor)
    today = timezone.localdate()
    grants.sign(file, file.porteur, today, by_team=False)
    grants.sign(file, actor, today, by_team=True)
    copy = conventions.pdf(file.grant)
    for field in (conventions.PORTEUR_COPY, conventions.TEAM_COPY):
        uploads.store(_pdf("convention-signee-exemple.pdf", copy), field, file)
    held = today - timedelta(days=20)
    Candidature.objects.filter(pk=file.pk).update(event_start=held, event_end=held)
    file.event.start_date, file.event.end_date = held, None
    file.event.save()
    grants.note_events_held(today)
    report = grants.submit_report(file, Report.Kind.FINANCIAL, file.porteur, "Dépenses d’exemple.", Decimal(14000))
    uploads.store(_pdf("bilan-financier-exemple.pdf", copy), report.field_id, file)
    grants.review_report(file, Report.Kind.FINANCIAL, actor, accepted=True)
    text = "Deux cents personnes, douze ateliers, neuf ressources publiées. (exemple)"
    grants.submit_report(file, Report.Kind.QUANTITATIVE, file.porteur, text)


def _pdf(name: str, content: bytes) -> uploads.CheckedUpload:
    return uploads.check(SimpleUploadedFile(name, content, "application/pdf"), ["pdf"], 5_000_000)
