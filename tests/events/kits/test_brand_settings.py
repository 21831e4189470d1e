"""The brand in the admin: who changes it, what is refused, and what follows."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from events.kits.models import BrandSettings, Kit, KitState
from nec_cms.roles import COMMUNICATION, EDITOR
from tests.events.kits.staff import DESK, staff
from tests.events.kits.test_uploads import picture

pytestmark = pytest.mark.django_db


def brand_form(**changed: str) -> dict[str, str]:
    management = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "7"}
    texts = dict.fromkeys(("mention", "hashtags", "rules", "licence"), "")
    return {**texts, **{f"palettes-{key}": value for key, value in management.items()}, **changed}


def test_communication_changes_the_brand_and_is_offered_to_build_all_kits_again(kit):
    client = staff(COMMUNICATION)
    address = f"/admin/settings/kits/brandsettings/{BrandSettings.load().pk}/"
    response = client.post(address, brand_form(mention="Une mention exemple."))
    assert (response.status_code, response["Location"]) == (302, f"{DESK}tous/")
    assert BrandSettings.load().brand().mention == "Une mention exemple."
    page = client.get(f"{DESK}tous/")
    assert page.context["progress"] == {"total": 1, "waiting": 0, "failed": 0, "done": 1}
    client.post(f"{DESK}tous/")
    assert client.get(f"{DESK}tous/avancement/").json() == {"total": 1, "waiting": 1, "failed": 0, "done": 0}


def test_a_palette_that_cannot_be_read_is_refused():
    client = staff(COMMUNICATION)
    pale = {"TOTAL_FORMS": "1", "0-name": "soleil", "0-dark": "#777777", "0-accent": "#888888", "0-paper": "#FFFFFF"}
    form = brand_form(**{f"palettes-{key}": value for key, value in pale.items()}, **{"palettes-0-id": ""})
    response = client.post(f"/admin/settings/kits/brandsettings/{BrandSettings.load().pk}/", form)
    assert response.status_code == 200
    errors = response.context["form"].formsets["palettes"].forms[0].errors
    assert errors["accent"] == ["Le contraste du sombre sur l’accent est de 1,3\u00a0: il faut 4,5 au moins pour lire."]
    assert BrandSettings.load().palettes.count() == 0


def test_a_logo_is_known_by_its_content():
    client = staff(COMMUNICATION)
    address = f"/admin/settings/kits/brandsettings/{BrandSettings.load().pk}/"
    response = client.post(address, {**brand_form(), "logo": SimpleUploadedFile("logo.svg", b"<svg><script/></svg>")})
    assert response.context["form"].errors["logo"] == [
        "Le contenu de ce fichier n’est pas celui d’un SVG, quel que soit son nom."
    ]
    client.post(address, {**brand_form(), "logo": SimpleUploadedFile("logo.png", picture())})
    brand = BrandSettings.load().brand()
    assert (brand.logo, brand.logo_format) == (picture(), "png")


def test_editors_change_neither_the_brand_nor_all_kits(kit):
    client = staff(EDITOR)
    refusals = [
        client.get(f"/admin/settings/kits/brandsettings/{BrandSettings.load().pk}/"),
        client.get(f"{DESK}tous/"),
        client.post(f"{DESK}tous/"),
        client.get(f"{DESK}tous/avancement/"),
    ]
    assert [(refusal.status_code, refusal["Location"]) for refusal in refusals] == [(302, "/admin/")] * 4
    assert Kit.objects.get().state == KitState.READY
