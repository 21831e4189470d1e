"""The page of the call, as visitors get it: the form, its errors, its opening days."""

import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from community.models import Territory, TerritoryKind, Theme
from events.candidatures.demo_dossier import field_id
from events.candidatures.dossier_form import CONFIRM, TRAP
from events.candidatures.models import Candidature, CandidaturePage
from tests.factories.candidatures import FROM_HERE, post_data

pytestmark = pytest.mark.django_db

REQUIRED = "Cette réponse est obligatoire."
DATE = "Écrivez une date qui existe, jour, mois et année. Exemple\u00a0: 12/03/2027"
WHOLE = "Écrivez un nombre entier, en chiffres. Exemple\u00a0: 150"
MONEY = "Écrivez un montant en euros, avec deux décimales au plus. Exemple\u00a0: 12\u202f500,50"


def errors(response: Any) -> dict[str, list[str]]:
    """Errors of the form in an answer, by the label of their field."""
    form = response.context["form"]
    return {form.fields[name].label if name in form.fields else name: list(each) for name, each in form.errors.items()}


def test_the_form_shows_its_steps_numbered_and_sets_no_cookie(call: CandidaturePage, client: Client) -> None:
    response = client.get("/candidature/")

    html = re.sub(r"\s+", " ", response.content.decode())
    assert response.status_code == 200
    assert not response.cookies
    assert response.headers.get("Vary") is None
    assert re.findall(r"Étape (\d) sur 6</span> ([^<]+)<", html) == [
        ("1", "Votre structure"),
        ("2", "Votre projet"),
        ("3", "Publics et territoire"),
        ("4", "Partenaires et formats"),
        ("5", "Moyens et budget"),
        ("6", "Charte et envoi"),
    ]
    assert re.findall(r'<a href="#(etape-\d)">', html) == [f"etape-{number}" for number in range(1, 7)]


def test_the_page_costs_the_same_with_one_or_three_territories_themes_and_formats(
    call: CandidaturePage, client: Client
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/candidature/").status_code == 200
        return len(queries)

    Territory.objects.create(name="Vallée-Exemple", kind=TerritoryKind.TERRITOIRE)
    client.get("/candidature/")
    one = count()
    for number in (2, 3):
        Territory.objects.create(name=f"Vallée-Exemple {number}", kind=TerritoryKind.TERRITOIRE)
        Theme.objects.create(name=f"Thème exemple {number}")

    assert (one, count()) == (9, 9)


def test_a_territory_in_the_address_is_chosen_beforehand(call: CandidaturePage, client: Client) -> None:
    Territory.objects.create(name="Vallée-Exemple", kind=TerritoryKind.TERRITOIRE)

    html = client.get("/candidature/?territoire=vallee-exemple").content.decode()
    unknown = client.get("/candidature/?territoire=%00nulle-part").content.decode()

    assert '<option value="vallee-exemple" selected>Vallée-Exemple</option>' in html
    assert " selected>" not in unknown


def test_an_empty_form_names_every_obligatory_answer_and_links_to_it(call: CandidaturePage, client: Client) -> None:
    response = client.post("/candidature/", {}, headers=FROM_HERE)

    html = response.content.decode()
    form = response.context["form"]
    assert response.status_code == 422
    assert errors(response) == {
        field.label: ["Cochez cette case pour accepter la charte." if field.role == "charter" else REQUIRED]
        for field in form.described.values()
        if field.required
    }
    assert "<title>Erreur\u00a0: Candidater | " in html
    links = re.findall(r'<li><a href="#(id_[^"]+)">', html)
    assert len(links) == len(form.errors)
    assert [link for link in links if f'id="{link}"' not in html] == []
    assert response["Cache-Control"] == "private, no-store"
    assert not Candidature.objects.exists()


@pytest.mark.parametrize(
    ("changes", "label", "message"),
    [
        (
            {"contact_email": "camille"},
            "Adresse électronique",
            "Cette adresse n’est pas complète. Exemple\u00a0: camille.exemple@example.org",
        ),
        ({"event_start": "31/02/2030"}, "Premier jour", DATE),
        ({"event_start": "le 12 mars"}, "Premier jour", DATE),
        ({"event_start": "9999-12-31"}, "Premier jour", DATE),
        ({"event_start": "2020-01-01"}, "Premier jour", "Cette date est déjà passée."),
        (
            {"event_end": date(2030, 10, 7)},
            "Dernier jour, si l’événement dure",
            "Le dernier jour ne peut pas précéder le premier.",
        ),
        ({"audience": "une centaine"}, "Nombre de personnes attendues", WHOLE),
        ({"audience": "-5"}, "Nombre de personnes attendues", WHOLE),
        ({"audience": "12,5"}, "Nombre de personnes attendues", WHOLE),
        ({"audience": "99999999999"}, "Nombre de personnes attendues", WHOLE),
        ({"audience": "2000000"}, "Nombre de personnes attendues", "Écrivez un nombre entre 0 et 1000000."),
        ({"budget_total": "douze mille"}, "Budget prévisionnel total", MONEY),
        ({"budget_total": "NaN"}, "Budget prévisionnel total", MONEY),
        ({"budget_total": "1e5"}, "Budget prévisionnel total", MONEY),
        ({"budget_total": "10,005"}, "Budget prévisionnel total", MONEY),
        (
            {"grant_amount": None},
            "Montant de la subvention demandée",
            "Vous demandez une subvention\u00a0: indiquez son montant.",
        ),
        (
            {"local_authority_support": "peut-être"},
            "Une collectivité au moins soutient-elle le projet\u202f?",
            "Sélectionnez un choix valide. peut-être n’en fait pas partie.",
        ),
        (
            {"themes": ["autre-chose"]},
            "Thèmes abordés",
            "Sélectionnez un choix valide. autre-chose n’en fait pas partie.",
        ),
        ({"territory": "x" * 161}, "Territoire", "Nommez ce territoire en 160 caractères au plus."),
        ({"territory": "Vallée\x00"}, "Territoire", "Le caractère nul n’est pas autorisé."),
        (
            {"title": "x" * 201},
            "Nom de l’événement",
            "Assurez-vous que cette valeur comporte au plus 200 caractères (actuellement 201).",
        ),
        (
            {"charter": False},
            "Nous avons lu la charte de Numérique en Commun[s] et nous l’acceptons",
            "Cochez cette case pour accepter la charte.",
        ),
        ({"budget_lines": [("", "100")]}, "Budget par grands postes", "Ligne 1\u00a0: nommez le poste de ce montant."),
        ({"budget_lines": [("Lieu", "cent")]}, "Budget par grands postes", f"Ligne 1\u00a0: é{MONEY[1:]}"),
        (
            {"budget_lines": [("Lieu", "4000"), ("Accueil", "5000,50")]},
            "Budget par grands postes",
            "Ces postes font 9\u202f000,50\u00a0€ et le budget total 10\u202f000\u00a0€. "
            "Les deux montants doivent être les mêmes.",
        ),
    ],
)
def test_each_kind_of_bad_answer_is_told_how_to_mend_it(
    send: Any, changes: dict[str, Any], label: str, message: str
) -> None:
    response = send(**changes)

    assert response.status_code == 422
    assert errors(response) == {label: [message]}
    assert not Candidature.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("12 500,50 €", "12500.50"), ("12\u202f500", "12500.00"), ("12500.5", "12500.50"), ("0", "0.00")],
)
def test_amounts_are_read_as_people_type_them(send: Any, typed: str, kept: str) -> None:
    send(budget_total=typed, grant_requested=False, grant_amount=None)

    assert str(Candidature.objects.get().budget_total) == kept


def test_a_choice_that_the_list_lacks_must_be_named(call: CandidaturePage, client: Client) -> None:
    data = dict(post_data(call).lists())
    data |= {field_id("territory"): "autre", f"{field_id('territory')}-autre": "  "}

    assert errors(client.post(call.url, data, headers=FROM_HERE)) == {
        "Territoire": ["Nommez le territoire qui n’est pas dans la liste."]
    }


def test_the_answers_of_a_form_with_errors_are_kept_and_escaped(send: Any) -> None:
    html = send(
        title='<script>alert("NEC")</script>',
        objective="</textarea><b>gras",
        audience="douze",
        territory="Vallée <exemple>",
        budget_lines=[("Lieu & accueil", "4000")],
    ).content.decode()

    assert "<script>alert" not in html
    assert 'value="&lt;script&gt;alert(&quot;NEC&quot;)&lt;/script&gt;"' in html
    assert "&lt;/textarea&gt;&lt;b&gt;gras" in html
    assert 'value="douze"' in html
    assert 'value="Vallée &lt;exemple&gt;"' in html
    assert 'value="Lieu &amp; accueil"' in html


def test_a_post_from_elsewhere_is_refused(call: CandidaturePage) -> None:
    client = Client(enforce_csrf_checks=True)
    data = dict(post_data(call).lists())

    assert client.post(call.url, data).status_code == 403
    assert client.post(call.url, data, headers={"origin": "https://ailleurs.example"}).status_code == 403
    assert not Candidature.objects.exists()
    assert client.post(call.url, data, headers={"sec-fetch-site": "same-origin"}).status_code == 303


def test_what_fills_the_hidden_box_confirms_and_loses_nothing(send: Any) -> None:
    suspect = send(extra={TRAP: "https://example.org"})

    assert suspect.status_code == 422
    assert errors(suspect) == {
        "__all__": [
            "Cet envoi ressemble à celui d’un automate. Si ce n’en est pas un, cochez la case de confirmation "
            "au bas du formulaire et envoyez de nouveau."
        ]
    }
    assert f'name="{CONFIRM}"' in suspect.content.decode()
    assert not Candidature.objects.exists()

    assert send(extra={TRAP: "https://example.org", CONFIRM: "oui"}).status_code == 303
    assert Candidature.objects.count() == 1


@pytest.mark.parametrize(
    ("day", "is_open", "title"),
    [
        ("2026-02-28 12:00", False, "L’appel n’est pas encore ouvert"),
        ("2026-03-01 12:00", True, ""),
        ("2026-03-31 21:59:59Z", True, ""),
        ("2026-03-31 22:00:00Z", False, "L’appel est clos"),
    ],
)
def test_the_form_shows_and_takes_answers_on_opening_days_only(
    call: CandidaturePage, client: Client, day: str, is_open: bool, title: str
) -> None:
    CandidaturePage.objects.update(opens_on=date(2026, 3, 1), closes_on=date(2026, 3, 31))
    data = dict(post_data(call).lists())

    with time_machine.travel(day, tick=False):
        page, post = client.get(call.url), client.post(call.url, data, headers=FROM_HERE)

    assert (page.context["form"] is not None) is is_open
    assert (title in page.content.decode()) or is_open
    assert post.status_code == (303 if is_open else 403)
    assert Candidature.objects.exists() is is_open


def test_an_outside_form_replaces_ours(call: CandidaturePage, client: Client) -> None:
    CandidaturePage.objects.update(outside_url="https://demarches.example.org/nec")

    response = client.get(call.url)

    assert response.context["form"] is None
    assert 'href="https://demarches.example.org/nec"' in response.content.decode()
    assert client.post(call.url, {}, headers=FROM_HERE).status_code == 403


def test_a_list_of_the_site_that_is_empty_blocks_nobody(send: Any) -> None:
    Theme.objects.all().delete()

    assert send(themes=None).status_code == 303
