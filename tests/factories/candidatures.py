"""The call's page with the demo's dossier, candidatures, teams, and what a browser posts."""

from datetime import UTC, date, datetime
from typing import Any

import factory
from django.http import QueryDict
from wagtail.models import Site

from events.candidatures.demo_dossier import dossier, field_id
from events.candidatures.demo_form import posted
from events.candidatures.eligibility import Rules, assess
from events.candidatures.filing_facts import facts_of
from events.candidatures.journal import Action
from events.candidatures.models import Attachment, Candidature, CandidaturePage, LogEntry, Team
from events.candidatures.states import State
from nec_cms.models import User

FROM_HERE = {"origin": "http://testserver"}
"""Headers of a post that a browser sends from a page of the test site."""


class UserFactory(factory.django.DjangoModelFactory):
    """A porteur's account: no password."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"personne{n}@example.org")
    password = "!"


class TeamFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Team
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Équipe exemple {n}")
    email = factory.Sequence(lambda n: f"equipe{n}@example.org")


def candidature_page(**fields: Any) -> CandidaturePage:
    """The call, live at /candidature/ under the site's home page; the one that exists where there is one."""
    root = Site.objects.get(is_default_site=True).root_page
    if page := CandidaturePage.objects.child_of(root).first():
        return page
    values = {"title": "Candidater", "slug": "candidature", "steps": dossier(), "contact_email": "contact@example.org"}
    page = CandidaturePage(**values | fields)
    root.add_child(instance=page)
    return CandidaturePage.objects.get(pk=page.pk)


class CandidatureFactory(factory.django.DjangoModelFactory):
    """A filed candidature, with its eligibility and the first line of its log. It needs the `home` fixture."""

    class Meta:
        model = Candidature
        skip_postgeneration_save = True

    page = factory.LazyFunction(candidature_page)
    team = factory.SubFactory(TeamFactory)
    filed_at = datetime(2026, 1, 15, 10, 0, tzinfo=UTC)
    title = factory.Sequence(lambda n: f"NEC Exemple {n}")
    event_start = date(2026, 10, 8)
    organisation = "Association exemple"
    contact_name = "Camille Exemple"
    contact_email = factory.Sequence(lambda n: f"porteur{n}@example.org")
    audience = 200
    venue_capacity = 300
    local_authority_support = True
    charter = True
    state = State.FILED
    form_data = factory.LazyAttribute(
        lambda each: {field_id("title"): each.title, field_id("contact_email"): each.contact_email}
    )

    @factory.lazy_attribute
    def form_snapshot(self) -> list[dict[str, Any]]:
        from events.candidatures.snapshot import take

        return take(self.page.form_steps)

    @factory.post_generation
    def completed(self: Candidature, create: bool, extracted: Any, **kwargs: Any) -> None:
        if not create:
            return
        self.eligibility = assess(facts_of(self), Rules(), self.filed_at.date()).to_json()
        self.save()
        LogEntry.objects.create(candidature=self, at=self.filed_at, action=Action.FILED, to_state=State.FILED)


class AttachmentFactory(factory.django.DjangoModelFactory):
    """A PDF of a candidature, in the private storage."""

    class Meta:
        model = Attachment

    candidature = factory.SubFactory(CandidatureFactory)
    field_id = field_id("support_letter")
    name = "lettre exemple.pdf"
    content_type = "application/pdf"
    file = factory.django.FileField(filename="lettre.pdf", data=b"%PDF-1.7\n%%EOF\n")
    size = 15
    sha256 = factory.Sequence(lambda n: f"{n:064x}")


def answers(**changes: Any) -> dict[str, Any]:
    """Answers that the demo's form takes and that reach the three tiers until 8 June 2030; None leaves one out."""
    return {
        "organisation": "Association exemple",
        "nature": 2,
        "contact_name": "Camille Exemple",
        "contact_email": "camille.exemple@example.org",
        "title": "NEC Vallée-Exemple",
        "event_start": date(2030, 10, 8),
        "objective": "Réunir celles et ceux qui font le numérique d’ici.",
        "themes": ["inclusion-exemple"],
        "local_benefit": "Des rencontres et des ressources.",
        "territory": "Vallée-Exemple",
        "audiences": "Habitantes et habitants, agents, associations.",
        "audience": 150,
        "venue_capacity": 150,
        "co_organisers": "Commune exemple, médiathèque exemple.",
        "local_authority_support": True,
        "programme": "Une plénière et des ateliers.",
        "means": "Deux personnes à mi-temps.",
        "budget_total": "10000",
        "grant_requested": True,
        "grant_amount": "8000",
        "charter": True,
    } | changes


def post_data(page: CandidaturePage, **changes: Any) -> QueryDict:
    """What a browser posts for `answers(**changes)`."""
    return posted(page, answers(**changes))
