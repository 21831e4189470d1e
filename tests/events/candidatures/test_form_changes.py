"""An editor changes the form: conditions, rules and past answers hold."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from events.candidatures.demo_dossier import dossier, field_id
from events.candidatures.models import Candidature, CandidaturePage, RoutingRule
from tests.factories.candidatures import TeamFactory

pytestmark = pytest.mark.django_db


def test_renaming_moving_and_removing_fields_keeps_every_past_answer(send: Any, call: CandidaturePage) -> None:
    from events.candidatures.snapshot import read

    send(objective="Se rencontrer")
    steps = dossier()
    steps[0]["value"]["fields"][0]["value"]["label"] = "Structure, nouveau nom"
    steps[1]["value"]["fields"] = [
        field for field in steps[1]["value"]["fields"] if field["id"] != field_id("objective")
    ]
    call.steps = list(reversed(steps))
    call.save_revision().publish()

    filed = Candidature.objects.get()
    answers = {
        answer.label: answer.text for step in read(filed.form_snapshot, filed.form_data) for answer in step.answers
    }
    assert answers["Nom de la structure porteuse"] == "Association exemple"
    assert answers["Objectif de l’événement"] == "Se rencontrer"
    assert filed.form_data[field_id("organisation")] == "Association exemple"


def test_a_condition_follows_its_question_through_a_rename(call: CandidaturePage) -> None:
    steps = dossier()
    for step in steps:
        for field in step["value"]["fields"]:
            if field["id"] == field_id("grant_requested"):
                field["value"]["label"] = "Voulez-vous une aide ?"
    call.steps = steps

    call.full_clean()

    conditions = {
        field.clean_name: field.shown_if for step in call.form_steps for field in step.fields if field.shown_if.each
    }
    assert conditions[field_id("grant_amount")].each[0].field_id == field_id("grant_requested")
    stored = next(
        field.value["shown_if"]["each"][0]["question"]
        for step in call.steps
        for field in step.value["fields"]
        if field.id == field_id("grant_amount")
    )
    assert stored == "Voulez-vous une aide\u202f?"


def test_a_condition_on_a_question_that_was_removed_is_named(call: CandidaturePage) -> None:
    steps = dossier()
    for step in steps:
        step["value"]["fields"] = [
            each for each in step["value"]["fields"] if each["id"] != field_id("local_authority_support")
        ]
    call.steps = steps

    with pytest.raises(ValidationError) as refusal:
        call.full_clean()

    messages = refusal.value.error_dict["steps"][0].as_json_data()["messages"]
    assert messages[1] == (
        "Le champ «\u00a0Lettre de soutien de la collectivité\u00a0» dépend de la question "
        "«\u00a0Une collectivité au moins soutient-elle le projet ?\u00a0», qui n’est pas dans le formulaire. "
        "Remettez cette question, ou changez la condition."
    )
    assert messages[0].startswith(
        "Le champ «\u00a0Une collectivité au moins soutient-elle le projet\u202f?\u00a0» portait"
    )


def test_a_question_that_a_routing_rule_reads_cannot_be_removed(call: CandidaturePage) -> None:
    team = TeamFactory(name="Équipe exemple")
    RoutingRule.objects.create(order=5, team=team, question=field_id("nature"), answer="Collectivité")
    steps = dossier()
    steps[0]["value"]["fields"] = [each for each in steps[0]["value"]["fields"] if each["id"] != field_id("nature")]
    call.steps = steps

    with pytest.raises(ValidationError) as refusal:
        call.full_clean()

    assert refusal.value.error_dict["steps"][0].as_json_data()["messages"] == [
        "La règle d’aiguillage «\u00a05 → Équipe exemple\u00a0» lit la question "
        "«\u00a0Nature de la structure\u00a0»\u00a0: "
        "changez d’abord cette règle, ou remettez la question."
    ]
