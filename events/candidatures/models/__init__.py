from events.candidatures.models.access import SignInLink
from events.candidatures.models.dossier import Attachment, Candidature, Decision, LogEntry
from events.candidatures.models.page import CandidaturePage
from events.candidatures.models.teams import RoutingRule, Team

__all__ = [
    "Attachment",
    "Candidature",
    "CandidaturePage",
    "Decision",
    "LogEntry",
    "RoutingRule",
    "SignInLink",
    "Team",
]
