"""The rules in force."""

from events.candidatures.eligibility import Rules


def current_rules() -> Rules:
    """The version that applies to what is filed now."""
    return Rules()
