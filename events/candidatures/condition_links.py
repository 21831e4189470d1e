"""Conditions tied to the questions they read: by label as the editor writes them, by UUID as they are kept."""

from collections.abc import Iterator
from typing import Any

from wagtail.blocks import StreamValue

from nec_cms.typography import french_spaces


def tie(steps: StreamValue) -> list[str]:
    """Write in each condition the UUID of its question, or its new label after a rename; return what is wrong.

    A condition is wrong where its question is not in the form, or is the very one that it would show.
    """
    by_label: dict[str, str] = {}
    labels: dict[str, str] = {}
    for step in steps:
        for field in step.value["fields"]:
            label = french_spaces(field.value["label"] or "")
            by_label.setdefault(plain(label), str(field.id))
            labels[str(field.id)] = label
    problems = []
    for what, own, condition in conditions(steps):
        found = by_label.get(plain(condition["question"])) or (
            condition["field_id"] if condition["field_id"] in labels else ""
        )
        if not found:
            problems.append(
                f"{what} dépend de la question «\u00a0{condition['question']}\u00a0», qui n’est pas dans le "
                "formulaire. Remettez cette question, ou changez la condition."
            )
            continue
        if found == own:
            problems.append(f"{what} dépend de sa propre réponse\u00a0: choisissez une autre question.")
        condition["field_id"], condition["question"] = found, labels[found]
    return problems


def conditions(steps: StreamValue) -> Iterator[tuple[str, str, Any]]:
    """(what is shown, its UUID, condition) of every condition of a form."""
    for step in steps:
        yield from each(f"L’étape «\u00a0{step.value['title']}\u00a0»", str(step.id), step.value)
        for field in step.value["fields"]:
            yield from each(f"Le champ «\u00a0{field.value['label']}\u00a0»", str(field.id), field.value)


def each(what: str, own: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    shown_if = value.get("shown_if") or {}
    for condition in shown_if.get("each") or []:
        yield what, own, condition


def plain(label: str) -> str:
    """A label without the spaces that typography changes, nor case."""
    return "".join((label or "").replace("’", "'").casefold().split()).replace("\u202f", "")
