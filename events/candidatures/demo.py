"""Demo content: the call, two teams with their rule, the instructors' accounts, and a few files at every stage."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from community.models import TerritoryKind, Theme
from events.candidatures import decisions, demo_desk, demo_form
from events.candidatures.models import Candidature, RoutingRule, Team
from events.candidatures.rights import let_instruction_publish
from events.candidatures.routing import DEFAULT_TEAM
from events.candidatures.states import State
from events.models import EventIndexPage
from nec_cms.demo import account
from nec_cms.models import User
from nec_cms.roles import INSTRUCTION

MAINLAND, OVERSEAS = "Équipe hexagone (exemple)", "Équipe outre-mer (exemple)"

COMMON = {
    "nature": 2,
    "objective": "Réunir celles et ceux qui font le numérique d’intérêt général ici, et les aider à continuer.",
    "local_benefit": "Des rencontres entre communes, associations et médiathèques, et des ressources à reprendre.",
    "audiences": "Agentes et agents des collectivités, médiatrices et médiateurs, associations, habitants.",
    "programme": "Une plénière d’ouverture, six ateliers en parallèle, un forum des initiatives et une table ronde.",
    "means": "Deux personnes à mi-temps pendant six mois, une régie prêtée, un réseau de relais dans les communes.",
    "documentation": "Une prise de notes par atelier, des synthèses publiées sur Les Bases sous licence ouverte.",
    "charter": True,
}


def build() -> None:
    """Safe to run twice: teams and files are found again by their names."""
    demo_form.build()
    let_instruction_publish()
    mainland, overseas = teams()
    instructor = member(mainland, "instruction", "Inès")
    member(overseas, "instruction-outremer", "Olivier")
    if not (Theme.objects.exists() and EventIndexPage.objects.exists()):
        return  # nothing to answer with, nowhere to draft an event: a site whose other sections have no demo
    today = timezone.localdate()
    known = files(today)
    for answers, stage in [*known, *demo_desk.files(known[0][0], today)]:
        file = filed(answers)
        if instructor is not None and file.state == State.FILED and mainland.pk == file.team_id:
            stage(file, instructor)


def teams() -> tuple[Team, Team]:
    """The default team and the overseas one, with the rule that routes to it."""
    mainland = Team.objects.filter(name=MAINLAND).first() or Team.objects.filter(name=DEFAULT_TEAM).first() or Team()
    mainland.name, mainland.email, mainland.is_default = MAINLAND, "equipe-hexagone@example.org", True
    mainland.save()
    overseas, _ = Team.objects.get_or_create(name=OVERSEAS, defaults={"email": "equipe-outremer@example.org"})
    RoutingRule.objects.get_or_create(team=overseas, kind=TerritoryKind.OUTRE_MER)
    return mainland, overseas


def member(team: Team, name: str, first_name: str) -> User | None:
    """An instructor's account in the team; none outside a demo."""
    user = account(name, INSTRUCTION, first_name=first_name, last_name="Exemple")
    if user is not None:
        team.members.add(user)
    return user


def filed(answers: Mapping[str, Any]) -> Candidature:
    """The file of that title, filed now where there is none: its dates stay those of the first day."""
    known = Candidature.objects.filter(title=answers["title"]).first()
    return known or demo_form.file_demo(answers, {"support_letter": letter(answers["organisation"])})


def letter(organisation: str) -> SimpleUploadedFile:
    """A letter of support, as a PDF. The same name always gives the same bytes."""
    text = (
        '#set page("a5")\n#set text(lang: "fr", size: 11pt)\n'
        "= Lettre de soutien (exemple)\n\n#sys.inputs.text\n\nCette lettre est un document de démonstration."
    )
    body = f"La collectivité d’exemple soutient le projet porté par : {organisation}."
    content = typst.compile(text.encode(), format="pdf", sys_inputs={"text": body}, timestamp=0)
    return SimpleUploadedFile("lettre-de-soutien-exemple.pdf", content, "application/pdf")


def themes(*places: int) -> list[str]:
    """Slugs of the themes at these places of the controlled list."""
    slugs = list(Theme.objects.values_list("slug", flat=True))
    return [slug for place, slug in enumerate(slugs) if place in places] or slugs[:1]


def nothing(file: Candidature, actor: User) -> None:
    """Leave the file as filed."""


def label(file: Candidature, actor: User) -> None:
    decisions.move(file, State.IN_REVIEW, actor)
    decisions.decide(
        file,
        State.SUPPORT,
        actor,
        "Le projet réunit les trois critères obligatoires et s’appuie sur un réseau de médiation déjà actif. (exemple)",
    )


def files(today: date) -> list[tuple[dict[str, Any], Any]]:
    """Answers of each file, and what the mainland team has done with it. Dates are relative to `today`."""
    return [
        (
            COMMON
            | {
                "title": "NEC Metz (exemple)",
                "organisation": "Association messine d’exemple",
                "contact_name": "Camille Exemple",
                "contact_email": "porteur.metz@example.org",
                "event_start": today + timedelta(days=210),
                "event_end": today + timedelta(days=211),
                "themes": themes(0, 1),
                "territory": "metz",
                "audience": 220,
                "venue": "Salle d’exemple",
                "venue_capacity": 300,
                "co_organisers": "Une métropole et trois médiathèques d’exemple.",
                "local_authority_support": True,
                "budget_total": "24000",
                "budget_lines": [
                    ("Lieu, matériel et scénographie", "9000"),
                    ("Communication", "6000"),
                    ("Intervenantes et intervenants", "9000"),
                ],
                "grant_requested": True,
                "grant_amount": "15000",
                "grant_uses": [1, 3],
            },
            nothing,
        ),
        (
            COMMON
            | {
                "title": "NEC Vosges (exemple)",
                "organisation": "Réseau vosgien d’exemple",
                "contact_name": "Sacha Exemple",
                "contact_email": "porteur.vosges@example.org",
                "event_start": today + timedelta(days=52),
                "themes": themes(0),
                "territory": "vosges",
                "audience": 160,
                "venue_capacity": 180,
                "co_organisers": "Un département et deux associations d’exemple.",
                "local_authority_support": True,
                "budget_total": "8000",
                "grant_requested": True,
                "grant_amount": "7000",
            },
            demo_desk.examine,
        ),
        (
            COMMON
            | {
                "title": "NEC Sud-Essonne (exemple)",
                "organisation": "Tiers-lieu d’exemple",
                "contact_name": "Lou Exemple",
                "contact_email": "porteur.essonne@example.org",
                "event_start": today + timedelta(days=150),
                "themes": themes(2),
                "territory": "sud-essonne",
                "audience": 180,
                "venue_capacity": 200,
                "co_organisers": "Une communauté de communes d’exemple.",
                "local_authority_support": True,
                "grant_requested": False,
            },
            label,
        ),
        (
            COMMON
            | {
                "title": "NEC 974 La Réunion (exemple)",
                "organisation": "Collectif réunionnais d’exemple",
                "contact_name": "Dominique Exemple",
                "contact_email": "porteur.reunion@example.org",
                "event_start": today + timedelta(days=240),
                "event_end": today + timedelta(days=241),
                "themes": themes(0),
                "territory": "la-reunion",
                "audience": 130,
                "venue_capacity": 250,
                "co_organisers": "Une commune d’exemple.",
                "local_authority_support": True,
                "budget_total": "18000",
                "grant_requested": True,
                "grant_amount": "14400",
            },
            nothing,
        ),
    ]
