from events.candidatures.models.access import CoPorteur, SignInLink
from events.candidatures.models.dossier import Attachment, Candidature, Decision, LogEntry, Scan
from events.candidatures.models.draft import Draft, DraftKey
from events.candidatures.models.exchanges import Complement, Message, OutsideOpinion
from events.candidatures.models.grants import Grant, Report
from events.candidatures.models.instruction import (
    ConflictOfInterest,
    Criterion,
    InstructorProfile,
    Note,
    Review,
    SavedView,
    Score,
)
from events.candidatures.models.page import CandidaturePage
from events.candidatures.models.rules import RuleSet
from events.candidatures.models.teams import LetterText, RoutingRule, Team

__all__ = [
    "Attachment",
    "Candidature",
    "CandidaturePage",
    "CoPorteur",
    "Complement",
    "ConflictOfInterest",
    "Criterion",
    "Decision",
    "Draft",
    "DraftKey",
    "Grant",
    "InstructorProfile",
    "LetterText",
    "LogEntry",
    "Message",
    "Note",
    "OutsideOpinion",
    "Report",
    "Review",
    "RoutingRule",
    "RuleSet",
    "SavedView",
    "Scan",
    "Score",
    "SignInLink",
    "Team",
]
