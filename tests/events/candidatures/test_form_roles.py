"""Roles of the fields: what an editor is told before the form may be published."""

from events.candidatures.demo_dossier import dossier
from events.candidatures.field_roles import ROLES, Holder, fitting, problems

COMPLETE = [Holder(role.label, role.field_type, role.name) for role in ROLES.values()]


def test_a_form_where_each_role_is_held_once_has_no_problem() -> None:
    assert problems(COMPLETE) == []


def test_the_demo_dossier_holds_every_role() -> None:
    held = [
        (field["value"]["role"], field["type"])
        for step in dossier()
        for field in step["value"]["fields"]
        if field["value"].get("role")
    ]

    assert sorted(held) == sorted((role.name, role.field_type) for role in ROLES.values())


def test_a_role_that_a_rule_uses_and_nobody_holds_is_named_with_its_use() -> None:
    without = [holder for holder in COMPLETE if holder.role != "event_start"]

    assert problems(without) == [
        "Aucun champ ne porte le rôle «\u00a0premier jour\u00a0», qui sert à vérifier le délai de dépôt. "
        "Donnez-le à un champ de type «\u00a0date\u00a0»."
    ]


def test_a_role_that_no_rule_uses_may_be_missing() -> None:
    optional = {"event_end", "themes", "formats", "budget_lines"}

    assert problems(holder for holder in COMPLETE if holder.role not in optional) == []
    assert {role.name for role in ROLES.values() if not role.needed_for} == optional


def test_a_role_held_twice_names_both_fields() -> None:
    assert problems([*COMPLETE, Holder("Jauge", "number", "audience")]) == [
        "Plusieurs champs portent le rôle «\u00a0public attendu\u00a0»\u00a0: «\u00a0public attendu\u00a0» et "
        "«\u00a0Jauge\u00a0». Gardez-le sur un seul."
    ]


def test_a_role_on_a_field_of_another_kind_names_both_kinds() -> None:
    fields = [holder for holder in COMPLETE if holder.role != "audience"]

    assert problems([*fields, Holder("Jauge", "short_text", "audience")]) == [
        "Le champ «\u00a0Jauge\u00a0» est de type «\u00a0texte court\u00a0»\u00a0: "
        "le rôle «\u00a0public attendu\u00a0» veut le type «\u00a0nombre\u00a0»."
    ]


def test_the_contact_must_be_asked_of_everyone() -> None:
    fields = [holder for holder in COMPLETE if holder.role != "contact_email"]

    assert problems([*fields, Holder("Courriel", "email", "contact_email", required=False)]) == [
        "Le champ «\u00a0Courriel\u00a0» doit être obligatoire\u00a0: il sert à répondre au dossier."
    ]


def test_a_field_is_offered_only_the_roles_that_fit_it() -> None:
    assert [name for name, _ in fitting("amount")] == ["budget_total", "grant_amount"]
    assert fitting("long_text") == []
