"""The call as a porteur fills it in: each step by its labels, a mistake on the way, a file attached, the receipt."""

import re
from datetime import date, timedelta

from playwright.sync_api import FilePayload, Page, expect

from tests.events.candidatures.files import PDF

TITLE = "NEC Guadeloupe (exemple)"
FIRST_DAY = date.today() + timedelta(days=200)
LETTER = "lettre-exemple.pdf"
OBJECTIVE = "Relier les îles par des communs (exemple)."


def apply(page: Page, address: str) -> str:
    """Fill in the form and file it; the number of the candidature."""
    page.get_by_role("link", name="Commencer le dossier").first.click()
    step(page, "Votre structure")
    page.get_by_label("Nom de la structure porteuse").fill("Association Guadeloupe exemple")
    page.get_by_label("Association", exact=True).check()
    page.get_by_label("Prénom et nom de la personne qui suit le dossier").fill("Camille Exemple")
    page.get_by_role("button", name="Enregistrer et continuer").last.click()
    confirm_not_an_automaton(page)
    mend_the_missing_address(page, address)

    step(page, "Votre projet")
    page.get_by_label("Nom de l’événement").fill(TITLE)
    page.get_by_label("Premier jour").fill(FIRST_DAY.isoformat())
    page.get_by_label("Objectif de l’événement").fill(OBJECTIVE)
    page.get_by_label("Inclusion numérique").check()
    page.get_by_label("Ce que l’événement apporte aux actrices et acteurs locaux").fill("Une rencontre (exemple).")
    go_on(page)

    step(page, "Publics et territoire")
    page.get_by_role("combobox", name="Dans la liste").fill("guad")
    page.get_by_role("option", name="Guadeloupe").click()
    page.get_by_label("Publics visés").fill("Médiatrices, agents, associations (exemple).")
    page.get_by_label("Nombre de personnes attendues").fill("180")
    page.get_by_label("Capacité du lieu").fill("250")
    go_on(page)

    step(page, "Partenaires et formats")
    page.get_by_label("Co-organisateurs et partenaires mobilisés").fill("La région (exemple).")
    page.get_by_role("group", name="Une collectivité au moins soutient-elle le projet ?").get_by_label("Oui").check()
    expect(page.get_by_text("Lettre de soutien de la collectivité")).to_be_visible()  # the answer makes it appear
    letter = FilePayload(name=LETTER, mimeType="application/pdf", buffer=PDF)
    page.get_by_role("group", name="Lettre de soutien").or_(
        page.locator(".field", has_text="Lettre de soutien")
    ).locator("input[type=file]").first.set_input_files(letter)
    page.get_by_label("Première esquisse du programme et des formats").fill("Une table ronde, deux ateliers (exemple).")
    go_on(page)

    step(page, "Moyens et budget")
    page.get_by_label("Moyens engagés").fill("Deux personnes pendant six mois (exemple).")
    page.get_by_role("group", name="Demandez-vous une subvention ?").get_by_label("Non").check()
    go_on(page)

    step(page, "Charte et envoi")
    page.get_by_label("Nous avons lu la charte").check()
    page.get_by_role("button", name="Enregistrer et relire").click()
    return file(page, address)


def step(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"Étape \d sur 6"))


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer et continuer").last.click()


def confirm_not_an_automaton(page: Page) -> None:
    """A browser that types faster than people is asked to confirm: nothing is lost, nothing is dropped."""
    expect(page.get_by_role("main")).to_contain_text(
        re.compile("Cet envoi ressemble|Cette réponse est obligatoire|corriger")
    )
    box = page.get_by_label("Je confirme cet envoi")
    if box.count():
        box.check()
        go_on(page)


def mend_the_missing_address(page: Page, address: str) -> None:
    """The address was left out: the summary says so, its link lands on the field, the other answers are kept."""
    summary = page.get_by_role("alert").filter(has=page.get_by_role("link", name="Adresse électronique"))
    summary.get_by_role("link", name="Adresse électronique").click()
    expect(page.get_by_label("Adresse électronique")).to_be_focused()
    expect(page.get_by_label("Nom de la structure porteuse")).to_have_value("Association Guadeloupe exemple")
    page.get_by_label("Adresse électronique").fill(address)
    go_on(page)


def file(page: Page, address: str) -> str:
    """Read everything again, then file."""
    expect(page.get_by_role("heading", level=1)).to_contain_text("Relire et déposer")
    main = page.get_by_role("main")
    for answer in (TITLE, "Camille Exemple", address, "Guadeloupe", LETTER):
        expect(main).to_contain_text(answer)
    page.get_by_role("button", name="Déposer la candidature").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Candidature déposée")
    number = re.search(r"NEC-\d{4}-\d{5}", page.get_by_role("main").inner_text() + page.title())
    assert number
    return number[0]
