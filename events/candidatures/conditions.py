"""When a question or a step is asked: conditions on other answers. Pure: no model, no form.

The server decides, with or without JavaScript: a question that is not asked is neither wanted nor filed.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

EQUALS, CONTAINS, EXCEEDS = "equals", "contains", "exceeds"
OPERATORS = [(EQUALS, "est égale à"), (CONTAINS, "contient"), (EXCEEDS, "dépasse")]
ALL, ANY = "all", "any"
MATCHES = [(ALL, "toutes les conditions sont réunies"), (ANY, "une des conditions est réunie")]


@dataclass(frozen=True)
class Condition:
    """One comparison of the answer to the field `field_id` (its UUID) with the words or the figure `value`."""

    field_id: str
    operator: str
    value: str


@dataclass(frozen=True)
class Conditions:
    """Conditions joined by « et » (`all`) or « ou » (`any`). Without any, the question is always asked."""

    match: str = ALL
    each: tuple[Condition, ...] = ()

    def on(self, names: Container[str]) -> Conditions:
        """Those that read one of these fields."""
        return Conditions(self.match, tuple(each for each in self.each if each.field_id in names))

    def hold(self, answers: Mapping[str, Any]) -> bool:
        """True where the question is asked, given cleaned answers by field; an absent answer fulfils nothing."""
        if not self.each:
            return True
        found = [holds(condition, answers.get(condition.field_id)) for condition in self.each]
        return any(found) if self.match == ANY else all(found)


ALWAYS = Conditions()


def holds(condition: Condition, answer: Any) -> bool:
    """True where one answer fulfils a condition."""
    if condition.operator == EXCEEDS:
        figure, bound = as_figure(answer), as_figure(condition.value)
        return figure is not None and bound is not None and figure > bound
    wanted = folded(condition.value)
    compare: Callable[[str], bool] = wanted.__eq__ if condition.operator == EQUALS else lambda text: wanted in text
    return bool(wanted) and any(compare(folded(text)) for text in texts(answer))


def texts(answer: Any) -> Sequence[str]:
    """What an answer says in words: one text, or one for each value chosen."""
    match answer:
        case None | "":
            return []
        case bool():
            return ["Oui" if answer else "Non"]
        case list() | tuple():
            return [text for each in answer for text in texts(each)]
        case Decimal():
            return [f"{answer:f}", f"{answer.normalize():f}"]
        case date():
            return [answer.isoformat(), f"{answer:%d/%m/%Y}"]
    return [str(getattr(answer, "name", answer))]


def as_figure(answer: Any) -> Decimal | None:
    """An answer as a number: an amount, a number, or how many values were chosen; None for anything else."""
    if isinstance(answer, bool) or answer is None:
        return None
    if isinstance(answer, list | tuple):
        return Decimal(len(answer))
    if isinstance(answer, date):
        return Decimal(answer.toordinal())
    text = "".join(str(answer).split()).removesuffix("€").replace(",", ".")
    try:
        figure = Decimal(text)
    except InvalidOperation:
        return as_day(text)
    return figure if figure.is_finite() else None


def as_day(text: str) -> Decimal | None:
    """The number of a day written JJ/MM/AAAA or AAAA-MM-JJ."""
    parts = text.split("/")
    iso = "-".join(reversed(parts)) if len(parts) == 3 else text
    try:
        return Decimal(date.fromisoformat(iso).toordinal())
    except ValueError:
        return None


def folded(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").casefold().split())


def asked(rules: Mapping[str, Sequence[Conditions]], answers: Mapping[str, Any]) -> frozenset[str]:
    """Names of the fields that are asked. `rules` gives, for each field, its own conditions and those of its step.

    An answer to a question that is not asked counts for nothing, so a chain of conditions closes behind it.
    """
    known, shown = dict(answers), frozenset(rules)
    for _ in range(len(rules) + 1):
        found = frozenset(name for name, wanted in rules.items() if all(each.hold(known) for each in wanted))
        if found == shown:
            break
        shown = found
        known = {name: answer for name, answer in answers.items() if name in shown}
    return shown
