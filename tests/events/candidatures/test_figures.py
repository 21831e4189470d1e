"""Yearly figures: sums by year, territory and theme, and the chart that the table repeats."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from community.models import Territory, TerritoryKind, Theme
from events.candidatures import figures
from events.candidatures.desk.figures_view import chart
from events.candidatures.models import Candidature, Grant
from events.candidatures.states import GrantState, State
from tests.events.candidatures.dossiers import instructor, team
from tests.factories.candidatures import CandidatureFactory

pytestmark = pytest.mark.django_db
D = Decimal


@pytest.fixture
def world(home):
    ours = team()
    metz = Territory.objects.create(name="Metz (essai)", kind=TerritoryKind.COLLECTIVITE)
    theme = Theme.objects.create(name="Thème exemple")
    for year, amount, state, place in (
        (2025, 3000, GrantState.PAID, metz),
        (2026, 2000, GrantState.TO_SIGN, metz),
        (2026, 1000, GrantState.VOID, None),
    ):
        file = CandidatureFactory(
            team=ours,
            filed_at=datetime(year, 6, 1, tzinfo=UTC),
            state=State.GRANT,
            territory=place,
            budget_total=10000,
            grant_requested=True,
            grant_amount=amount + 500,
        )
        file.themes.add(theme)
        Grant.objects.create(
            candidature=file,
            state=state,
            max_share=80,
            budget=10000,
            asked=amount + 500,
            awarded=amount,
            payable=amount - 100 if state == GrantState.PAID else None,
        )
    CandidatureFactory(team=ours, filed_at=datetime(2026, 6, 1, tzinfo=UTC), grant_amount=9999)
    CandidatureFactory(team=team("Équipe B"), grant_requested=True, grant_amount=100000, budget_total=200000)
    return ours


def lines(found):
    return [(line.name, line.files, line.labels, line.asked, line.awarded, line.paid) for line in found]


def test_sums_are_exact_and_leave_out_what_was_cancelled_or_not_asked_for(world):
    files = Candidature.objects.filter(team=world)
    assert lines(figures.by_year(files)) == [
        ("2026", 3, 2, D("4000"), D("2000"), D("0")),
        ("2025", 1, 1, D("3500"), D("3000"), D("2900")),
    ]
    assert lines(figures.by_territory(files)) == [
        ("Metz (essai)", 2, 2, D("6000"), D("5000"), D("2900")),
        ("Sans territoire de l’annuaire", 2, 1, D("1500"), D("0"), D("0")),
    ]
    assert lines(figures.by_theme(files)) == [
        ("Thème exemple", 3, 3, D("7500"), D("5000"), D("2900")),
        ("Sans thème", 1, 0, D("0"), D("0"), D("0")),
    ]
    assert lines([figures.total(figures.by_territory(files))]) == [("Total", 4, 3, D("7500"), D("5000"), D("2900"))]


def test_the_page_counts_the_teams_of_the_person_and_the_chosen_year(world, client):
    client.force_login(instructor(world))
    address = reverse("candidatures_desk:figures")
    whole, one = client.get(address), client.get(f"{address}?annee=2025")
    assert (whole.context["total"]["asked"], one.context["total"]["asked"]) == (
        "7\u202f500\u00a0€",
        "3\u202f500\u00a0€",
    )
    assert client.get(f"{address}?annee=9999").context["year"] is None
    assert client.get(f"{address}?annee=abcd").context["total"] == whole.context["total"]


def test_bars_are_to_one_scale_and_the_table_holds_all(world):
    found = [figures.Line(f"Lieu {n}", 1, 1, D(200), D(100), D(0)) for n in range(15)]
    drawn = chart(found)
    assert (len(drawn["rows"]), drawn["left"]) == (12, 3)
    assert [bar["width"] for bar in drawn["rows"][0]["bars"]] == [640.0, 320.0, 0.0]
    assert chart([figures.Line("Rien", 1, 0, D(0), D(0), D(0))]) is None
