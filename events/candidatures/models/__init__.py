from events.candidatures.models.dossier import Attachment, Candidature, Decision, LogEntry
from events.candidatures.models.teams import RoutingRule, Team

__all__ = ["Attachment", "Candidature", "Decision", "LogEntry", "RoutingRule", "Team"]
