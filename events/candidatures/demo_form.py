"""The demo's call: its page, the porteurs' accounts, and a way to file in it as a person would."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from wagtail.models import Page

from community.models import Territory
from events.candidatures.demo_dossier import dossier, field_id
from events.candidatures.filing import file_candidature
from events.candidatures.models import Candidature, CandidaturePage
from events.candidatures.territory_choice import OTHER
from events.models import EventIndexPage, EventPage
from nec_cms.demo import add_block, child, home_page
from nec_cms.models import User
from nec_cms.typography import french_spaces

SLUG = "candidature"
INTRODUCTION = (
    "L’appel est permanent. Un seul dossier suffit pour utiliser la marque, demander un accompagnement "
    "ou demander une subvention."
)
INVITATION = {
    "title": "Organisez un NEC local",
    "text": "Un jour ou deux, sur votre territoire, sous la même marque et la même charte. L’appel est permanent.",
    "link_text": "Candidater",
    "url": "",
}
BODY = [
    {
        "type": "text",
        "value": (
            "<p>Le formulaire suit six étapes. Comptez une heure si votre projet est déjà écrit. "
            "Vous pouvez déposer un dossier même si tout n’est pas fixé : l’équipe d’instruction vous dira "
            "ce qui manque.</p>"
        ),
    }
]
PORTEURS = {"porteur.metz": "nec-metz-2024", "porteur.reunion": "nec-974-la-reunion-2024"}


def build() -> None:
    """The call’s page under the home page, to which the front pages invite; the porteurs of two events of the demo."""
    call = page()
    for front in (home_page(), *EventIndexPage.objects.all()):
        add_block(front, "action", INVITATION | {"page": call})
    porteurs()


def page() -> CandidaturePage:
    """The call, made and published once."""
    charter = Page.objects.child_of(home_page()).filter(slug="charte").first()
    return child(
        home_page(),
        CandidaturePage,
        SLUG,
        title="Candidater",
        introduction=french_spaces(INTRODUCTION),
        body=[{**block, "value": french_spaces(block["value"])} for block in BODY],
        steps=dossier(charter.pk if charter else None),
        search_description="Déposez votre candidature pour organiser un NEC local.",
        contact_email="contact@example.org",
        receipt_text=(
            "L’équipe d’instruction lit votre dossier. Elle peut vous demander un complément, puis elle décide : "
            "usage de la marque, label avec accompagnement ou label avec subvention. Chaque étape vous est annoncée "
            "par message."
        ),
        delays="Vous recevez une première réponse dans le mois qui suit le dépôt.",
        show_in_menus=True,
    )


def porteurs() -> None:
    """Accounts that only an e-mail link opens, attached to their events; made in a demo alone."""
    if not settings.DEMO:
        return
    for name, slug in PORTEURS.items():
        email = f"{name}@example.org"
        user = User.objects.filter(email=email).first() or User.objects.create_user(
            email, first_name="Camille" if name == "porteur.metz" else "Dominique", last_name="Exemple"
        )
        if event := EventPage.objects.filter(slug=slug).first():
            event.porteurs.add(user)


def file_demo(answers: Mapping[str, Any], files: Mapping[str, UploadedFile] | None = None) -> Candidature:
    """File a candidature in the demo's form, through the very door of the public page.

    `answers` go by the short names of `demo_dossier`: texts, numbers and days as they are, True or False, lists of
    slugs (themes), of primary keys (formats) or of places from 1 (choices), pairs (budget lines), a slug or a name
    (territory). Raises `ValueError` with the errors for answers that the form refuses. The same answers file once.
    """
    call = page()
    data = posted(call, answers)
    named = MultiValueDict({field_id(name): [file] for name, file in (files or {}).items()})
    form = call.get_form(data, named)
    if not form.is_valid():
        labels = {
            form.described[name].label if name in form.described else name: list(each)
            for name, each in form.errors.items()
        }
        raise ValueError(f"The form refuses these answers: {labels}")
    return file_candidature(call, form).candidature


def posted(call: CandidaturePage, answers: Mapping[str, Any]) -> QueryDict:
    """What a browser would send for these answers."""
    data = QueryDict(mutable=True)
    kinds = {field.clean_name: field for field in call.get_form_fields()}
    for name, answer in answers.items():
        key = field_id(name)
        match kinds[key].field_type, answer:
            case _, None:
                continue
            case "charter", bool():
                data.setlist(key, ["on"] if answer else [])
            case _, bool():
                data[key] = "oui" if answer else "non"
            case "territory", str():
                known = answer in Territory.objects.values_list("slug", flat=True)
                data[key], data[f"{key}-autre"] = (answer, "") if known else (OTHER, answer)
            case "budget_lines", lines:
                for row, (heading, amount) in enumerate(lines):
                    data[f"{key}-{row}-poste"], data[f"{key}-{row}-montant"] = heading, str(amount)
            case "choice", int():
                data[key] = kinds[key].choices[answer - 1][0]
            case "choices", places:
                data.setlist(key, [kinds[key].choices[place - 1][0] for place in places])
            case _, list() | tuple():
                data.setlist(key, [str(each) for each in answer])
            case _, date():
                data[key] = answer.isoformat()
            case _:
                data[key] = str(answer)
    return data
