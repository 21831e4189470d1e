"""Rules as data: versions that apply from a day on, tried on past files, kept by each file of its filing day."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client

from events.candidatures.eligibility import Rules
from events.candidatures.models import Candidature, RuleSet
from events.candidatures.rulebook import current_rules, simulate
from nec_cms.models import User
from nec_cms.roles import ROLES
from tests.events.candidatures.dossiers import person
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db
STRICT = {"notice_months": 6, "min_audience": 200, "max_share": Decimal("70.00")}


def test_without_version_the_rules_of_the_programme_apply() -> None:
    assert current_rules() == Rules(1, 4, 150, Decimal("80.00"))


def test_a_version_applies_from_its_day_on() -> None:
    RuleSet.objects.create(applies_from=date(2027, 1, 1), **STRICT)
    RuleSet.objects.create(applies_from=date(2028, 1, 1))

    assert current_rules(date(2026, 12, 31)).version == 1
    assert current_rules(date(2027, 1, 1)) == Rules(2, 6, 200, Decimal("70.00"))
    assert current_rules(date(2028, 1, 1)).version == 3


def test_a_file_keeps_the_rules_of_its_filing_day(send: Any) -> None:
    RuleSet.objects.create(applies_from=date(2027, 1, 1), **STRICT)

    with time_machine.travel("2026-12-31 12:00", tick=False):
        send(title="NEC Avant")
    with time_machine.travel("2027-01-01 12:00", tick=False):
        send(title="NEC Après")

    found = {file.title: file.eligibility for file in Candidature.objects.all()}
    assert (found["NEC Avant"]["rules"]["version"], found["NEC Après"]["rules"]["version"]) == (1, 2)
    assert [tier["met"] for tier in found["NEC Avant"]["tiers"]] == [True, True, True]
    assert [tier["met"] for tier in found["NEC Après"]["tiers"]] == [True, False, False]


def test_a_version_is_tried_on_past_files_and_writes_nothing(home: Any) -> None:
    small = CandidatureFactory(title="NEC Petit", audience=160)
    CandidatureFactory(title="NEC Grand", audience=500)
    small.refresh_from_db()
    before = small.eligibility

    found = {outcome.file.title: outcome for outcome in simulate(Rules(min_audience=200))}

    assert found["NEC Grand"].changes is False
    assert (found["NEC Petit"].before, found["NEC Petit"].after) == (("La marque", "L’accompagnement"), ("La marque",))
    small.refresh_from_db()
    assert small.eligibility == before


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-02"])
def test_a_version_begins_on_a_day_to_come(day: str) -> None:
    with time_machine.travel("2026-03-02 12:00", tick=False), pytest.raises(ValidationError, match="un jour à venir"):
        RuleSet(applies_from=date.fromisoformat(day)).full_clean()


def test_a_version_that_applies_is_never_changed() -> None:
    rules = RuleSet.objects.create(applies_from=date(2026, 3, 1))
    rules.applies_from = date(2026, 12, 1)

    with time_machine.travel("2026-03-02 12:00", tick=False), pytest.raises(ValidationError, match="s’applique déjà"):
        rules.full_clean()


def test_a_superuser_writes_a_version_and_sees_what_it_would_change(home: Any, client: Client) -> None:
    CandidatureFactory(title="NEC <Petit>", audience=160)
    user = User.objects.create_superuser("chef@example.org", "secret")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")

    with time_machine.travel("2026-03-02 12:00", tick=True):
        data = {"applies_from": "2026-06-01", "notice_months": 4, "min_audience": 200, "max_share": "80.00", "note": ""}
        created = client.post("/admin/candidatures/regles/create/", data)
        rules = RuleSet.objects.get()
        html = client.get(f"/admin/candidatures/regles/edit/{rules.pk}/").content.decode()
        listed = client.get("/admin/candidatures/regles/").content.decode()

    assert created.status_code == 302
    assert (rules.version, rules.min_audience) == (2, 200)
    assert "NEC &lt;Petit&gt;" in html
    assert "1 changerait de niveau" in html
    assert "4\u00a0mois, 200\u00a0personnes, 80\u00a0% du budget" in listed
    assert client.get(f"/admin/candidatures/regles/edit/{rules.pk}/").status_code in (302, 403, 404)  # it applies now


@pytest.mark.parametrize("role", ROLES)
def test_nobody_else_reaches_the_rules(home: Any, client: Client, role: str) -> None:
    rules = RuleSet.objects.create(applies_from=date(2040, 1, 1))
    client.force_login(person("equipe@example.org", role), backend="django.contrib.auth.backends.ModelBackend")

    for page in ("", "create/", f"edit/{rules.pk}/", f"delete/{rules.pk}/"):
        assert client.get(f"/admin/candidatures/regles/{page}").status_code == 404
        assert client.post(f"/admin/candidatures/regles/{page}", {}).status_code == 404
    assert RuleSet.objects.get().min_audience == 150
