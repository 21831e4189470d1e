"""Why a change of a file is refused, each with a French message for the person who asked."""

from events.candidatures.models import Decision
from events.candidatures.moments import french_moment
from events.candidatures.states import State
from nec_cms.typography import french_spaces


class Refused(Exception):
    """Base of the refusals. `str()` gives the message to show."""

    message = "Cette action n’est pas possible."

    def __init__(self, message: str = "") -> None:
        super().__init__(french_spaces(message or self.message))


class NotAllowed(Refused):
    """The person does not instruct this file: another team's, or no right to instruct."""

    message = "Ce dossier n’est pas confié à une équipe dont vous êtes membre."


class InConflict(NotAllowed):
    """The person declared a conflict of interest on this file, or one was found."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Ce dossier vous est fermé : {why}")


class NotAwardable(Refused):
    """The amount of a grant breaks a rule that the message tells."""


class Unfit(Refused):
    """Something else that was given cannot be taken; the message says what."""


class ReasonMissing(Refused):
    """A reason was due and none was given."""

    message = "Indiquez la motivation : elle est envoyée à la structure et conservée au dossier."


class NoEventIndex(Refused):
    """A label drafts an event page, and the site has no page to hold it."""

    message = "Le site n’a pas encore de page « Les NEC locaux » : créez-la avant de labelliser un dossier."


class InvalidMove(Refused):
    """The state of the file does not lead where it was asked to go."""

    def __init__(self, source: State | None = None, target: State | None = None, message: str = "") -> None:
        if source is not None and target is not None:
            message = f"Un dossier à l’état « {source.label} » ne peut pas passer à l’état « {target.label} »."
        super().__init__(message)


class AlreadyDecided(Refused):
    """Somebody decided first; `decision` says who, what, when and why."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        who = f" par {decision.decided_by}" if decision.decided_by else ""
        when, what = french_moment(decision.decided_at), decision.get_outcome_display()
        super().__init__(f"Ce dossier a déjà été décidé{who} le {when} : « {what} ».")
