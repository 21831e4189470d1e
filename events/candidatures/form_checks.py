"""What a form must keep so that rules can read it: roles, and the questions of routing rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from events.candidatures import field_roles
from events.candidatures.models.teams import RoutingRule

if TYPE_CHECKING:
    from events.candidatures.form_builder import FormField


def role_problems(fields: Sequence[FormField], former: Sequence[FormField]) -> list[str]:
    """What is wrong with the roles of a form, in French; a field of the `former` one that lost its role is named."""
    return field_roles.problems((field.holder for field in fields), (field.holder for field in former))


def unread(fields: Sequence[FormField], former: Sequence[FormField]) -> list[str]:
    """Routing rules whose question was removed, in French."""
    kept = {field.clean_name for field in fields}
    gone = {field.clean_name: field.label for field in former if field.clean_name not in kept}
    rules = RoutingRule.objects.filter(question__in=gone).select_related("team") if gone else []
    return [
        f"La règle d’aiguillage «\u00a0{rule}\u00a0» lit la question «\u00a0{gone[rule.question]}\u00a0»\u00a0: "
        "changez d’abord cette règle, ou remettez la question."
        for rule in rules
    ]
