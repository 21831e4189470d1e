"""The whole road of a NEC local in a browser, on the served demo: read, apply, instruct, publish, take the kit home.

Each step asserts what its page says to the person there, never a status code alone.
"""

import io
import re
import zipfile

import pytest
from playwright.sync_api import Browser, Page, expect

from nec_cms.typography import day as french_day
from tests.browser import IN_BROWSER
from tests.road.demo import PATIENCE, Demo
from tests.road.form import FIRST_DAY, LETTER, OBJECTIVE, TITLE, apply
from tests.road.visits import at, signed_in

pytestmark = [*IN_BROWSER, pytest.mark.xdist_group("road")]  # one demo is served for all
PORTEUR = "personne.guadeloupe@example.org"


def test_a_project_goes_from_the_landing_page_to_its_communication_kit(demo: Demo, browser: Browser) -> None:
    visitor = at(browser, demo)
    read_the_site(visitor)
    number = apply(visitor, PORTEUR)
    receipt = demo.mail_to(PORTEUR, f"Votre candidature {number} est déposée")
    visitor.goto(address_in(receipt, "/candidature/"))
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Candidature déposée")
    expect(visitor.get_by_text(number).first).to_be_visible()

    not_on_the_desk_of_the_other_team(signed_in(browser, demo, "instruction"), number)
    instructor = signed_in(browser, demo, "instruction-outremer")
    label(instructor, number)
    demo.mail_to(PORTEUR, f"Votre candidature {number}")
    slug = publish_the_drafted_event(instructor)

    visitor.goto(f"/nec-locaux/{slug}/")
    expect(visitor.get_by_role("heading", level=1)).to_contain_text("Guadeloupe")
    for answer in ("Association Guadeloupe exemple", "250 personnes", "Inclusion numérique", french_day(FIRST_DAY)):
        expect(visitor.get_by_role("main")).to_contain_text(answer)

    porteur = at(browser, demo)
    enter_the_space(porteur, demo)
    take_the_kit(porteur, f"/kits/{slug}/")


def address_in(text: str, path: str) -> str:
    """The first address of the text that leads under `path`. Raises AssertionError where there is none."""
    found = re.search(rf"https?://\S*{re.escape(path)}\S+", text)
    assert found, text
    return found[0]


def read_the_site(page: Page) -> None:
    """The landing page, the calendar of 2024, a past edition from its territory, an article of revue n° 3."""
    page.goto("/nec-locaux/")
    expect(page.get_by_role("heading", name="Les prochaines éditions")).to_be_visible()
    page.goto("/nec-locaux/editions/?annee=2024")
    for name in ("Occitanie", "Metz", "974 La Réunion", "Paris-Saclay", "ESS", "Mérignac"):
        expect(page.get_by_role("main").get_by_role("link", name=f"NEC {name}")).to_be_visible()
    page.goto("/communaute/la-reunion/")
    page.get_by_role("main").get_by_role("link", name="974 La Réunion").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("974 La Réunion")
    expect(page.get_by_role("main")).to_contain_text("19-20 novembre 2024")
    page.goto("/revue/revue-3/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Illettrisme et inclusion numérique")
    page.get_by_role("link", name="Lire un écran quand lire est difficile").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lire un écran quand lire est difficile")
    page.goto("/nec-locaux/")
    page.get_by_role("link", name=re.compile("Déposer une candidature|Candidater")).first.click()
    expect(page).to_have_url(re.compile("/candidature/"))


def not_on_the_desk_of_the_other_team(page: Page, number: str) -> None:
    page.goto("/admin/candidatures/")
    expect(page.get_by_role("main")).to_contain_text("NEC-")
    expect(page.get_by_role("main")).not_to_contain_text(number)


def label(page: Page, number: str) -> None:
    """The file is on the desk of its team; it is labelled with support, after a look at the message."""
    page.goto("/admin/candidatures/")
    page.get_by_role("main").get_by_role("link", name=TITLE).first.click()
    main = page.get_by_role("main")
    expect(main).to_contain_text(number)
    expect(main).to_contain_text(OBJECTIVE)
    expect(main).to_contain_text("Guadeloupe")
    expect(main.get_by_role("link", name=LETTER, exact=True)).to_be_visible()
    page.get_by_role("link", name=re.compile("Décider")).first.click()
    page.get_by_label(re.compile("Label avec accompagnement")).check()
    page.get_by_role("textbox", name="Motivation").fill("Un projet solide, porté par la région (exemple).")
    page.get_by_role("button", name="Lire le message avant").click()
    expect(page.get_by_role("main")).to_contain_text(f"Le message qui sera envoyé à {PORTEUR}")
    page.get_by_role("button", name=re.compile("et envoyer le message")).click()
    expect(page.get_by_role("main")).to_contain_text("prête à être relue et publiée")


def publish_the_drafted_event(page: Page) -> str:
    """The event page holds what the candidature said; it is published as it is. Its slug."""
    page.get_by_role("link", name="Relire et publier la page").click()
    expect(page.locator("[name=title]")).to_have_value(TITLE)
    expect(page.locator("[name=start_date]")).to_have_value(re.compile(f"{FIRST_DAY:%Y-%m-%d}|{FIRST_DAY:%d/%m/%Y}"))
    slug = page.locator("[name=slug]").input_value()
    page.get_by_role("button", name="Plus d’actions").or_(
        page.locator("footer [data-w-dropdown-target=toggle]")
    ).first.click()
    page.locator("button[name=action-publish]").first.click()
    expect(page.get_by_text(f"Page '{TITLE}' publiée").or_(page.get_by_text("publiée")).first).to_be_visible()
    return slug


def enter_the_space(page: Page, demo: Demo) -> None:
    """By the link of the e-mail: a GET redeems nothing, the button does."""
    page.goto("/espace-porteur/")
    page.get_by_role("main").get_by_label("Adresse électronique").fill(PORTEUR)
    page.get_by_role("button", name="Recevoir le lien").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Regardez votre messagerie")
    page.goto(address_in(demo.mail_to(PORTEUR, "Votre lien"), "/espace-porteur/entrer/"))
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_role("main")).to_contain_text(TITLE)


def take_the_kit(page: Page, kit: str) -> None:
    """The worker has made it from the event's data; the zip holds the logo, a banner and the poster."""
    for _ in range(PATIENCE // 2):
        page.goto(kit)
        if page.get_by_role("link", name=re.compile("Affiche|affiche")).count():
            break
        page.wait_for_timeout(2000)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Guadeloupe")
    archive = zipfile.ZipFile(io.BytesIO(page.request.get(f"{kit}kit.zip").body()))
    assert archive.testzip() is None
    names = archive.namelist()
    for part in (r"logo.*\.svg$", r"logo.*\.png$", r"linkedin.*\.png$", r"affiche.*a4.*\.pdf$"):
        assert any(re.search(part, name) for name in names), (part, names)
    logo = next(archive.read(name).decode() for name in names if re.search(r"logo.*\.svg$", name))
    assert "Guadeloupe" in logo
