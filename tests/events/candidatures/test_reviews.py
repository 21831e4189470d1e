"""Marks of the team: seven criteria, 0 to 4, their average and spread."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.candidatures import reviews
from events.candidatures.errors import InvalidMove, Unfit
from events.candidatures.models import Criterion, Review, Score
from events.candidatures.states import State
from tests.events.candidatures.dossiers import file_for, instructor, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours(db):
    return team()


@pytest.fixture
def file(ours):
    return file_for(ours, state=State.IN_REVIEW)


def lines(file) -> list[reviews.Line]:
    return reviews.grid(file.reviews.select_related("reviewer").prefetch_related("scores"))


def test_there_are_seven_criteria_in_the_order_of_the_call():
    assert [criterion.label for criterion in Criterion] == [
        "Solidité et viabilité",
        "Diversité des organisateurs",
        "Maturité numérique du territoire",
        "Mobilisation des acteurs locaux",
        "Respect du cadre NEC et de la charte",
        "Restitution des ateliers et ressources",
        "Innovation, sur le fond et la forme",
    ]


def test_average_and_spread_over_several_people(ours, file):
    for number, mark in enumerate((0, 3, 4)):
        reviews.give(file, instructor(ours, email=f"i{number}@example.org"), {"solidity": mark}, {}, "")
    line = lines(file)[0]
    assert (line.marks, line.average, line.spread, reviews.total(lines(file))) == ([0, 3, 4], "2,3", 4, "2,3")
    assert (lines(file)[1].average, lines(file)[1].spread) == ("", 0)


@pytest.mark.parametrize(("marks", "mean"), [([0], "0,0"), ([1, 2], "1,5"), ([2, 2, 3], "2,3"), ([], "")])
def test_an_average_has_one_decimal_and_a_comma(marks, mean):
    assert reviews.french_average(marks) == mean


def test_a_second_opinion_of_the_same_person_replaces_the_first(ours, file):
    actor = instructor(ours)
    reviews.give(file, actor, {"solidity": 1, "diversity": 2}, {"solidity": "Faible."}, "Réservé.")
    reviews.give(file, actor, {"solidity": 3}, {}, "Mieux.")
    assert (Review.objects.get().comment, list(Score.objects.values_list("criterion", "mark", "comment"))) == (
        "Mieux.",
        [("solidity", 3, "")],
    )


@pytest.mark.parametrize("marks", [{"solidity": 5}, {"solidity": -1}, {"autre": 2}, {}])
def test_what_is_no_opinion_is_refused(ours, file, marks):
    with pytest.raises(Unfit):
        reviews.give(file, instructor(ours), marks, {}, " ")
    assert Review.objects.count() == 0


def test_a_decided_file_takes_no_opinion(ours):
    with pytest.raises(InvalidMove):
        reviews.give(file_for(ours, state=State.CLOSED), instructor(ours), {"solidity": 2}, {}, "")


def test_the_grid_is_filled_in_the_page_and_text_is_escaped(ours, file, client):
    client.force_login(instructor(ours))
    address = reverse("candidatures_desk:evaluation", args=[file.pk])
    sent = {"do": "review", "mark_solidity": "4", "comment_solidity": "<i>Oui</i>", "mark_innovation": "0"}
    assert client.post(address, {**sent, "comment": "<b>Bien</b>"}).status_code == 302
    text = client.get(address).content.decode()
    for words in ("&lt;i&gt;Oui&lt;/i&gt;", "&lt;b&gt;Bien&lt;/b&gt;", "2,0 sur 4 en moyenne"):
        assert words in text, words
    assert set(Score.objects.values_list("criterion", "mark")) == {("solidity", 4), ("innovation", 0)}
    refused = client.post(address, {"do": "review", "mark_solidity": "7"})
    assert (refused.status_code, "Une note va de 0 à 4." in refused.content.decode()) == (422, True)


def test_the_page_costs_the_same_for_one_opinion_and_three(ours, file, client):
    client.force_login(instructor(ours))
    address = reverse("candidatures_desk:evaluation", args=[file.pk])

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    people = [instructor(ours, email=f"i{number}@example.org") for number in range(3)]
    reviews.give(file, people[0], {"solidity": 1}, {}, "")
    client.get(address)
    one = queries()
    for someone in people[1:]:
        reviews.give(file, someone, {"solidity": 2, "diversity": 3}, {}, "")
    assert (queries(), one) == (15, 15)
