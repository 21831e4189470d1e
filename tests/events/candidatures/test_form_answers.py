"""Answers of the form: what is missing or wrong is told beside its field, and nothing is lost."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from community.models import Theme
from events.candidatures import drafts
from events.candidatures.demo_dossier import field_id
from events.candidatures.models import Candidature, CandidaturePage, Draft
from tests.events.candidatures.forms import begun
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


def test_an_empty_draft_names_every_obligatory_answer_and_each_link_lands_on_its_field(
    call: CandidaturePage, client: Client
) -> None:
    token = drafts.begin(call, {})[1]

    response = client.post(f"/candidature/reprendre/{token}/deposer/", {}, headers=FROM_HERE)

    html = response.content.decode()
    form = response.context["form"]
    assert response.status_code == 422
    assert errors(response) == {
        field.label: ["Cochez cette case pour accepter la charte." if field.role == "charter" else REQUIRED]
        for field in form.described.values()
        if field.required and field.clean_name in form.asked
    }
    assert "<title>Erreur\u00a0: Mon brouillon, Candidater | " in html
    links = re.findall(r'<li><a href="([^"#]+)#(id_[^"]+)">', html)
    assert len(links) == len(form.errors)
    pages = {address: client.get(address).content.decode() for address in {link[0] for link in links}}
    assert [anchor for address, anchor in links if f'id="{anchor}"' not in pages[address]] == []
    assert response["Cache-Control"] == "private, no-store"
    assert not Candidature.objects.exists()


@pytest.mark.parametrize("place", range(1, 7))
def test_a_step_sent_empty_says_what_it_lacks_and_each_link_lands_on_its_field(
    call: CandidaturePage, client: Client, place: int
) -> None:
    token = drafts.begin(call, {})[1]

    response = client.post(f"/candidature/reprendre/{token}/etape/{place}/", {}, headers=FROM_HERE)

    html = response.content.decode()
    asked = response.context["current"].form.asked
    wanted = [field.clean_name for field in call.form_steps[place - 1].fields if field.required]
    wanted = [name for name in wanted if name in asked]
    assert response.status_code == 422
    assert list(response.context["current"].errors) == wanted
    links = re.findall(r'<li><a href="#(id_[^"]+)">', html)
    assert len(links) == len(wanted)
    assert [link for link in links if f'id="{link}"' not in html] == []
    assert html.index("<title>Erreur\u00a0: ") < html.index("</title>")


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
            REQUIRED,
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
    data |= {field_id("territory"): ["autre"], f"{field_id('territory')}-autre": ["  "]}
    token = drafts.begin(call, data)[1]

    assert errors(client.post(f"/candidature/reprendre/{token}/deposer/", {}, headers=FROM_HERE)) == {
        "Territoire": ["Nommez le territoire qui n’est pas dans la liste."]
    }


def test_the_answers_of_a_step_with_errors_are_kept_and_escaped(call: CandidaturePage, client: Client) -> None:
    address = begun(
        call,
        title='<script>alert("NEC")</script>',
        objective="</textarea><b>gras",
        audience="douze",
        territory="Vallée <exemple>",
        budget_lines=[("Lieu & accueil", "4000")],
    )
    pages = [client.get(f"{address}etape/{place}/?corriger") for place in range(1, 7)]
    html = "".join(page.content.decode() for page in [*pages, client.get(address)])

    assert "<script>alert" not in html
    assert 'value="&lt;script&gt;alert(&quot;NEC&quot;)&lt;/script&gt;"' in html
    assert "&lt;/textarea&gt;&lt;b&gt;gras" in html
    assert 'value="douze"' in html
    assert 'value="Vallée &lt;exemple&gt;"' in html
    assert 'value="Lieu &amp; accueil"' in html


def test_a_null_character_goes_and_the_rest_is_kept(call: CandidaturePage, client: Client) -> None:
    client.post("/candidature/commencer/", {field_id("organisation"): "Vallée\x00exemple"}, headers=FROM_HERE)

    assert Draft.objects.get().data == {field_id("organisation"): ["Valléeexemple"]}


def test_a_list_of_the_site_that_is_empty_blocks_nobody(send: Any) -> None:
    Theme.objects.all().delete()

    assert send(themes=None).status_code == 303
