"""Questions that depend on other answers: compared, joined, chained, and enforced on the server."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from events.candidatures import drafts
from events.candidatures.conditions import ALL, ANY, CONTAINS, EQUALS, EXCEEDS, Condition, Conditions, asked, holds
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, CandidaturePage
from tests.factories.candidatures import FROM_HERE, post_data


@pytest.mark.parametrize(
    ("operator", "value", "answer", "outcome"),
    [
        (EQUALS, "Oui", True, True),
        (EQUALS, "oui", False, False),
        (EQUALS, "Non", False, True),
        (EQUALS, "Association", ["Association"], True),
        (EQUALS, "L'été", "L’Été", True),
        (EQUALS, "150", 150, True),
        (EQUALS, "8000", Decimal("8000.00"), True),
        (EQUALS, "08/10/2030", date(2030, 10, 8), True),
        (EQUALS, "", "", False),
        (EQUALS, "Oui", None, False),
        (CONTAINS, "commun", ["Communs numériques", "Sécurité"], True),
        (CONTAINS, "commun", ["Sécurité"], False),
        (CONTAINS, "métropole", "Une Métropole et trois communes", True),
        (EXCEEDS, "5000", Decimal("5000.01"), True),
        (EXCEEDS, "5000", Decimal("5000.00"), False),
        (EXCEEDS, "5\u202f000,50 €", Decimal("5000.51"), True),
        (EXCEEDS, "149", 150, True),
        (EXCEEDS, "2", ["a", "b", "c"], True),
        (EXCEEDS, "31/12/2027", date(2028, 1, 1), True),
        (EXCEEDS, "2027-12-31", date(2027, 12, 31), False),
        (EXCEEDS, "beaucoup", 10, False),
        (EXCEEDS, "0", True, False),
        (EXCEEDS, "NaN", 10, False),
    ],
)
def test_an_answer_is_compared_as_people_read_it(operator: str, value: str, answer: Any, outcome: bool) -> None:
    assert holds(Condition("x", operator, value), answer) is outcome


def test_conditions_are_joined_by_and_or_or() -> None:
    pair = (Condition("a", EQUALS, "Oui"), Condition("b", EXCEEDS, "10"))

    assert Conditions(ALL, pair).hold({"a": True, "b": 5}) is False
    assert Conditions(ANY, pair).hold({"a": True, "b": 5}) is True
    assert Conditions(ALL, pair).hold({"a": True, "b": 11}) is True
    assert Conditions(ANY, pair).hold({}) is False
    assert Conditions().hold({}) is True


def test_a_chain_closes_behind_a_question_that_is_not_asked() -> None:
    rules = {
        "a": (Conditions(),),
        "b": (Conditions(ALL, (Condition("a", EQUALS, "Oui"),)),),
        "c": (Conditions(ALL, (Condition("b", EQUALS, "Oui"),)),),
    }

    assert asked(rules, {"a": True, "b": True}) == {"a", "b", "c"}
    assert asked(rules, {"a": False, "b": True}) == {"a"}


def test_questions_that_show_each_other_settle() -> None:
    loop = {
        "a": (Conditions(ALL, (Condition("b", EQUALS, "Oui"),)),),
        "b": (Conditions(ALL, (Condition("a", EQUALS, "Oui"),)),),
    }

    assert asked(loop, {"a": True, "b": True}) == {"a", "b"}
    assert asked(loop, {"a": False, "b": True}) == frozenset()


@pytest.mark.django_db
def test_an_answer_to_a_question_that_is_not_asked_is_neither_wanted_nor_filed(send: Any) -> None:
    assert send(grant_requested=False, grant_amount="pas un montant", grant_uses=[1]).status_code == 303

    filed = Candidature.objects.get()
    assert (filed.grant_requested, filed.grant_amount) == (False, None)
    assert field_id("grant_amount") not in filed.form_data
    assert field_id("grant_uses") not in filed.form_data


@pytest.mark.django_db
def test_without_script_a_question_appears_once_its_condition_is_saved(call: CandidaturePage, client: Client) -> None:
    token = drafts.begin(call, {})[1]
    step = f"/candidature/reprendre/{token}/etape/5/"
    amount = f'data-question="{field_id("grant_amount")}"'

    assert f"{amount} hidden" in client.get(step).content.decode()
    data = {**dict(post_data(call, grant_amount=None).lists()), field_id("grant_requested"): ["oui"]}
    response = client.post(step, data, headers=FROM_HERE)

    html = response.content.decode()
    assert response.status_code == 422
    assert f"{amount}>" in html
    assert list(response.context["current"].errors) == [field_id("grant_amount")]


@pytest.mark.django_db
def test_a_question_that_appears_is_shown_before_the_next_step(call: CandidaturePage, client: Client) -> None:
    token = drafts.begin(call, {})[1]
    step = f"/candidature/reprendre/{token}/etape/4/"
    shown = client.get(step).context["current"].asked_names
    data = {**dict(post_data(call).lists()), field_id("local_authority_support"): ["oui"]}

    first = client.post(step, {**data, "montre": shown}, headers=FROM_HERE)
    page = client.get(first.url)
    second = client.post(step, {**data, "montre": page.context["current"].asked_names}, headers=FROM_HERE)

    assert first.url == f"{step}?nouvelle#nouvelle"
    assert "Une question est apparue" in page.content.decode()
    assert second.url == f"/candidature/reprendre/{token}/etape/5/"


@pytest.mark.django_db
def test_a_whole_step_may_depend_on_an_answer(call: CandidaturePage, client: Client) -> None:
    steps = call.steps.get_prep_value()
    condition = {
        "question": "Demandez-vous une subvention\u202f?",
        "operator": "equals",
        "value": "Oui",
        "field_id": field_id("grant_requested"),
    }
    steps[5]["value"]["shown_if"] = {
        "match": "all",
        "each": [{"type": "item", "id": field_id("si"), "value": condition}],
    }
    call.steps = steps
    call.save()
    token = drafts.begin(call, {field_id("grant_requested"): ["non"]})[1]

    five = client.get(f"/candidature/reprendre/{token}/")
    assert [entry["view"].title for entry in five.context["entries"]][-1] == "Moyens et budget"
    assert client.get(f"/candidature/reprendre/{token}/etape/6/").status_code == 302
    assert "Étape 1 sur 5" in client.get(f"/candidature/reprendre/{token}/etape/1/").content.decode()
