"""The life of a file in plain words, for the porteur: what happened, and what comes next."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from events.candidatures.french import french_day
from events.candidatures.journal import Action
from events.candidatures.models import LogEntry
from events.candidatures.states import State

HAPPENED = {
    State.DRAFT: ("Brouillon commencé", "Vos réponses sont gardées."),
    State.FILED: ("Candidature déposée", "Nous l’avons bien reçue."),
    State.IN_REVIEW: ("Examen du dossier", "L’équipe d’instruction lit votre dossier."),
    State.COMPLEMENT: ("Complément demandé", "L’équipe vous a écrit ce qui manque."),
    State.BRAND: ("Usage de la marque", "Vous pouvez organiser votre NEC local sous la marque."),
    State.SUPPORT: ("Label avec accompagnement", "Votre événement est labellisé et accompagné."),
    State.GRANT: ("Label avec subvention", "Votre événement est labellisé et subventionné."),
    State.REFUSED: (
        "Accompagnement ou subvention refusé",
        "La marque vous reste ouverte, dans le respect de la charte.",
    ),
    State.WITHDRAWN: ("Candidature retirée", "Vous avez retiré ce dossier."),
    State.CLOSED: ("Dossier classé", "Ce dossier est classé sans suite."),
}

TOLD = frozenset({Action.FILED, Action.MOVED, Action.DECIDED, Action.ANSWERED})
"""Lines of the log whose words went to the applicant."""

NEXT = {
    State.DRAFT: "Terminez votre dossier, puis déposez-le.",
    State.FILED: "Vous n’avez rien à faire\u00a0: l’équipe d’instruction va lire votre dossier.",
    State.IN_REVIEW: "Vous n’avez rien à faire\u00a0: l’équipe vous écrira si un complément est utile.",
    State.COMPLEMENT: "Complétez les réponses demandées pour que l’examen reprenne.",
    State.BRAND: "Préparez votre événement avec la charte et le guide d’organisation.",
    State.SUPPORT: "L’équipe prépare avec vous la page de l’événement.",
    State.GRANT: "L’équipe prépare avec vous la page de l’événement et la convention.",
    State.REFUSED: "Écrivez à l’équipe pour comprendre cette décision ou préparer un autre dossier.",
    State.WITHDRAWN: "Vous pouvez déposer un autre dossier quand vous le voulez.",
    State.CLOSED: "Vous pouvez déposer un autre dossier quand vous le voulez.",
}


def timeline(entries: Iterable[LogEntry]) -> list[dict[str, Any]]:
    """Items for the timeline component: changes of state, with the reason that was mailed with each.

    The other lines of the log (teams, drafts, remarks) are the team's own.
    """
    items = []
    for entry in entries:
        if entry.action not in TOLD:
            continue
        title, text = HAPPENED[State(entry.to_state)]
        day = timezone.localtime(entry.at)
        words = f"{text} {entry.detail}".strip()
        items.append({"date": french_day(day.date()), "datetime": day.isoformat(), "title": title, "text": words})
    if items:
        items[-1]["current"] = True
    return items
