"""Columns of the list and of the exports: the facts of a file, then the questions of its form."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from events.candidatures import snapshot
from events.candidatures.desk.presentation import Row
from events.candidatures.french import french_euros
from events.candidatures.models import Candidature, CandidaturePage

Value = str | int | Decimal | date | None


@dataclass(frozen=True)
class Column:
    """A column: its key in addresses, its heading, and what it reads in a row."""

    key: str
    label: str
    read: Callable[[Row], Value]

    def text(self, row: Row) -> str:
        """The value as a list shows it; « – » for none."""
        match self.read(row):
            case None | "":
                return "–"
            case Decimal() as amount:
                return french_euros(amount)
            case date() as day:
                return f"{day:%d/%m/%Y}"
            case other:
                return str(other)


def _grant(name: str) -> Callable[[Row], Value]:
    return lambda row: getattr(getattr(row.file, "grant", None), name, None)


FACTS = {
    column.key: column
    for column in (
        Column("numero", "Numéro", lambda row: row.file.number),
        Column("titre", "Événement", lambda row: row.file.title),
        Column("structure", "Structure", lambda row: row.file.organisation),
        Column("territoire", "Territoire", lambda row: row.file.territory.name if row.file.territory else ""),
        Column("dates", "Dates", lambda row: row.dates),
        Column("debut", "Premier jour", lambda row: row.file.event_start),
        Column("fin", "Dernier jour", lambda row: row.file.event_end),
        Column("etat", "État", lambda row: row.state_label),
        Column("niveau", "Niveau au dépôt", lambda row: row.tier),
        Column("equipe", "Équipe", lambda row: row.file.team.name),
        Column("suivi", "Suivi par", lambda row: str(row.file.assignee) if row.file.assignee else ""),
        Column("depot", "Déposé le", lambda row: timezone.localdate(row.file.filed_at)),
        Column("public", "Public attendu", lambda row: row.file.audience),
        Column("capacite", "Capacité du lieu", lambda row: row.file.venue_capacity),
        Column("budget", "Budget", lambda row: row.file.budget_total),
        Column("demande", "Subvention demandée", lambda row: row.file.grant_amount),
        Column("accorde", "Subvention accordée", _grant("awarded")),
        Column("a_verser", "À verser", _grant("payable")),
        Column("paye", "Payée le", _grant("paid_on")),
        Column("contact", "Contact", lambda row: row.file.contact_name),
        Column("adresse", "Adresse électronique", lambda row: row.file.contact_email),
    )
}
DEFAULT = ("territoire", "dates", "etat", "niveau", "suivi", "depot")
"""Columns of the list where nobody chose; the file itself always comes first."""
QUESTION = "q-"


def question_column(field: str, label: str) -> Column:
    """A question of the form, by its UUID."""
    return Column(f"{QUESTION}{field}", label, lambda row: answers(row.file).get(field, ""))


def answers(file: Candidature) -> Mapping[str, str]:
    """The answers of a file by UUID, each on one line; read once a file."""
    known = file.__dict__.get("_answer_texts")
    if known is None:
        steps = snapshot.read(file.form_snapshot, file.form_data)
        known = file.__dict__["_answer_texts"] = {answer.id: answer.text for step in steps for answer in step.answers}
    return known


def current_questions() -> dict[str, Column]:
    """The questions that the call asks today, by key."""
    page = CandidaturePage.objects.first()
    fields = page.get_form_fields() if page else []
    columns = [question_column(field.clean_name, field.label) for field in fields]
    return {column.key: column for column in columns}


def all_questions(files: QuerySet[Candidature]) -> dict[str, Column]:
    """The questions that these files answered, whatever the form was that day: today's first, then those removed.

    A question that was renamed has one column, under its latest words.
    """
    found = current_questions()
    for steps in files.order_by("-filed_at").values_list("form_snapshot", flat=True).iterator(chunk_size=500):
        for step in steps:
            for field in step["fields"]:
                key = f"{QUESTION}{field['id']}"
                if key not in found:
                    found[key] = question_column(field["id"], field["label"])
    return found


def chosen(keys: Iterable[str], questions: Mapping[str, Column], default: Iterable[str] = DEFAULT) -> list[Column]:
    """The columns of these keys, in the order of the choice offered; unknown keys are ignored."""
    wanted = set(keys)
    offered: dict[str, Any] = {**FACTS, **questions}
    found = [column for key, column in offered.items() if key in wanted]
    return found or [FACTS[key] for key in default]
