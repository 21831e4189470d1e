"""Opinions of the team on a file: seven marks from 0 to 4, and what they say together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from events.candidatures import decisions
from events.candidatures.errors import InvalidMove, Unfit
from events.candidatures.journal import Action, record
from events.candidatures.models import Candidature, Criterion, Review, Score
from events.candidatures.models.instruction import CRITERION_HELP, MAX_MARK
from events.candidatures.states import OPEN


@dataclass(frozen=True)
class Line:
    """One criterion over all who marked it."""

    criterion: Criterion
    scores: tuple[tuple[AbstractBaseUser, int, str], ...]
    """(person, mark, comment), in the order in which they gave their opinion."""

    @property
    def marks(self) -> list[int]:
        return [mark for _, mark, _ in self.scores]

    @property
    def help(self) -> str:
        return CRITERION_HELP[self.criterion]

    @property
    def average(self) -> str:
        """« 2,7 », with one decimal; "" where nobody marked it."""
        return french_average(self.marks)

    @property
    def spread(self) -> int:
        """Between the highest and the lowest mark: 0 where all agree, 4 at most."""
        return max(self.marks) - min(self.marks) if self.marks else 0


def french_average(marks: Iterable[int]) -> str:
    """The mean with one decimal, as French writes it; "" of no mark."""
    found = list(marks)
    if not found:
        return ""
    mean = (Decimal(sum(found)) / len(found)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{mean}".replace(".", ",")


def grid(reviews: Iterable[Review]) -> list[Line]:
    """The seven criteria over `reviews`, which come with their reviewer and scores."""
    found = list(reviews)
    return [
        Line(
            criterion,
            tuple(
                (review.reviewer, score.mark, score.comment)
                for review in found
                for score in review.scores.all()
                if score.criterion == criterion
            ),
        )
        for criterion in Criterion
    ]


def total(lines: Iterable[Line]) -> str:
    """The mean of all marks, « 2,7 »; "" where there is none."""
    return french_average(mark for line in lines for mark in line.marks)


@transaction.atomic
def give(
    candidature: Candidature,
    actor: AbstractBaseUser,
    marks: Mapping[str, int],
    comments: Mapping[str, str],
    comment: str,
) -> Review:
    """Keep the opinion of one person, in place of an earlier one; a criterion may be left unmarked.

    Raises what `decisions.locked` raises, `InvalidMove` once the file is decided, `Unfit` for a mark out of bounds or
    an opinion without anything in it.
    """
    file = decisions.locked(candidature, actor)
    if file.state not in OPEN:
        raise InvalidMove(message="Ce dossier est décidé : les avis sont clos.")
    if any(name not in Criterion.values or not 0 <= mark <= MAX_MARK for name, mark in marks.items()):
        raise Unfit(f"Une note va de 0 à {MAX_MARK}.")
    if not marks and not comment.strip():
        raise Unfit("Donnez au moins une note ou un avis.")
    review, created = Review.objects.update_or_create(
        candidature=file, reviewer=actor, defaults={"comment": comment.strip(), "updated_at": timezone.now()}
    )
    review.scores.all().delete()
    Score.objects.bulk_create(
        Score(review=review, criterion=name, mark=mark, comment=comments.get(name, "").strip())
        for name, mark in marks.items()
    )
    record(file, Action.REVIEWED, actor, detail="" if created else "Avis modifié.")
    return review


def mine(reviews: Iterable[Review], person: AbstractBaseUser) -> dict[str, Any]:
    """What `person` gave, as first values of the form."""
    review = next((each for each in reviews if each.reviewer_id == person.pk), None)
    if review is None:
        return {}
    values: dict[str, Any] = {"comment": review.comment}
    for score in review.scores.all():
        values[f"mark_{score.criterion}"] = str(score.mark)
        values[f"comment_{score.criterion}"] = score.comment
    return values
