"""What the porteur's page of a file says about what follows its filing. One small function for the space's views."""

from typing import Any

from events.candidatures.complements import open_complement
from events.candidatures.french import french_day
from events.candidatures.models import Candidature, Grant


def followup(file: Candidature) -> dict[str, Any]:
    """Variables of `candidatures/space/followup.html`. Three queries at most."""
    complement = open_complement(file)
    return {
        "complement": complement,
        "due_on": french_day(complement.due_on) if complement else "",
        "messages": file.messages.count(),
        "grant": Grant.objects.filter(candidature=file).first(),
    }
