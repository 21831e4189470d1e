"""The page of the call: what an editor writes, the form that he or she composes, and when it is open."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm
from wagtail.contrib.forms.models import FormMixin
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from events.candidatures import call_letters, condition_links, form_checks
from events.candidatures.call_letters import DRAFT, RECEIPT, REMINDER
from events.candidatures.fields import FormStepsField
from events.candidatures.models.dossier import Candidature
from nec_cms.body import BodyField
from nec_cms.models import SiteSettings
from nec_cms.pages import SitePage


class CandidaturePageForm(WagtailAdminFormPageForm):
    """The editor's form. A draft may lack roles: they are wanted when it is published or sent to moderation."""

    def _post_clean(self) -> None:
        self.instance.is_draft_being_saved = self.is_deferred_validation
        super()._post_clean()


class CandidaturePage(RoutablePageMixin, FormMixin, SitePage):
    """The standing call and its form. What is filed becomes a `Candidature`, never a Wagtail form submission."""

    introduction = models.TextField("chapeau", blank=True)
    body = BodyField()
    steps = FormStepsField(verbose_name="formulaire", blank=True)
    opens_on = models.DateField("ouverture", null=True, blank=True, help_text="Vide\u00a0: l’appel est permanent.")
    closes_on = models.DateField("dernier jour", null=True, blank=True, help_text="Vide\u00a0: l’appel est permanent.")
    outside_url = models.URLField(
        "adresse d’un formulaire extérieur",
        blank=True,
        help_text="Si elle est remplie, elle remplace le formulaire de cette page (par exemple Démarches simplifiées).",
    )
    contact_email = models.EmailField(
        "adresse de contact", blank=True, help_text="Vide\u00a0: celle des réglages du site."
    )
    receipt_text = models.TextField(
        "ce qui se passe ensuite",
        default="L’équipe d’instruction lit votre dossier, peut vous demander un complément, puis vous répond.",
        help_text="Sur l’accusé de réception et dans son message.",
    )
    delays = models.TextField(
        "délais",
        default="Comptez un mois pour une première réponse.",
        help_text="Sur l’accusé de réception et dans son message.",
    )

    receipt_mail = models.TextField(
        "message de l’accusé de réception",
        blank=True,
        help_text="Vide\u00a0: celui du site. Mots remplacés\u00a0: " + call_letters.told(RECEIPT),
    )
    draft_mail = models.TextField(
        "message qui donne le lien d’un brouillon",
        blank=True,
        help_text="Vide\u00a0: celui du site. Mots remplacés\u00a0: " + call_letters.told(DRAFT),
    )
    reminder_mail = models.TextField(
        "rappel avant la suppression d’un brouillon",
        blank=True,
        help_text="Vide\u00a0: celui du site. Mots remplacés\u00a0: " + call_letters.told(REMINDER),
    )

    accepts_public_posts = True
    base_form_class = CandidaturePageForm
    template = "candidatures/candidature_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    page_description = "L’appel à candidatures et son formulaire, que vous composez étape par étape."
    is_draft_being_saved = False

    content_panels = [
        *SitePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        HelpPanel(template="candidatures/admin/roles_help.html", heading="Rôles des champs"),
        FieldPanel("steps"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]), FieldPanel("outside_url")],
            "Ouverture",
        ),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("receipt_text"), FieldPanel("delays")], "Accusé de réception"
        ),
        MultiFieldPanel(
            [FieldPanel("receipt_mail"), FieldPanel("draft_mail"), FieldPanel("reminder_mail")],
            "Messages (première ligne\u00a0: l’objet)",
            classname="collapsed",
        ),
    ]
    search_fields = [*SitePage.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = "appel à candidatures"
        verbose_name_plural = "appels à candidatures"

    @property
    def form_steps(self) -> list[Any]:
        from events.candidatures.form_builder import form_steps

        return form_steps(self.steps)

    @property
    def role_problems(self) -> list[str]:
        """What keeps the rules from reading the form, in French; empty for one that may be published."""
        return form_checks.role_problems(self.get_form_fields(), self.former_fields)

    @cached_property
    def former_fields(self) -> list[Any]:
        """The fields of the form as it is published, or as it was last saved."""
        former = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        return former.get_form_fields() if former else []

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.opens_on and self.closes_on and self.closes_on < self.opens_on:
            errors["closes_on"] = "Le dernier jour ne peut pas précéder l’ouverture."
        for name, places in (("receipt_mail", RECEIPT), ("draft_mail", DRAFT), ("reminder_mail", REMINDER)):
            if problem := call_letters.problem(getattr(self, name), places):
                errors[name] = problem
        tied = condition_links.tie(self.steps)
        problems = [*self.role_problems, *tied, *form_checks.unread(self.get_form_fields(), self.former_fields)]
        if problems and not self.outside_url and not self.is_draft_being_saved:
            errors["steps"] = StreamBlockValidationError(non_block_errors=problems)
        if errors:
            raise ValidationError(errors)

    def is_open(self, today: date) -> bool:
        """True on the days when a candidature may be filed here, the last one included."""
        return not (self.opens_on and today < self.opens_on) and not (self.closes_on and today > self.closes_on)

    @property
    def contact(self) -> str:
        """The address that answers applicants."""
        site = self.get_site()
        return self.contact_email or (SiteSettings.for_site(site) if site else SiteSettings()).contact_email

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """The call, then each step, for the editor's preview."""
        return [
            ("", "L’appel"),
            *((f"etape-{number}", f"Étape {number}") for number, _ in enumerate(self.form_steps, start=1)),
        ]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from events.candidatures import call_views

        return call_views.preview(request, self, int(mode_name.rpartition("-")[2] or 0))

    def get_form_class(self) -> type:
        from events.candidatures.form_builder import DossierFormBuilder

        return DossierFormBuilder(self.form_steps).get_form_class()

    def get_form_fields(self) -> list[Any]:
        return [field for step in self.form_steps for field in step.fields]

    def get_submission_class(self) -> type[Candidature]:
        return Candidature

    @path("")
    def form_route(self, request: HttpRequest) -> HttpResponse:
        from events.candidatures import call_views

        if request.method == "POST":
            return call_views.refused(request, self, timezone.localdate())
        return call_views.call(request, self, timezone.localdate())

    @path("commencer/", name="begin")
    def begin_route(self, request: HttpRequest) -> HttpResponse:
        from events.candidatures import call_views

        return call_views.begin(request, self, timezone.localdate())

    @path("repetition/", name="rehearsal")
    def rehearsal_route(self, request: HttpRequest) -> HttpResponse:
        from events.candidatures import rehearsal

        return rehearsal.rehearse(request, self)

    @path("reprendre/", name="resume")
    def resume_route(self, request: HttpRequest) -> HttpResponse:
        from events.candidatures import call_views

        return call_views.resume(request, self)

    @path("reprendre/<slug:token>/", name="draft")
    def draft_route(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.draft_action(request, token, "draft")

    @path("reprendre/<slug:token>/etape/<int:place>/", name="step")
    def step_route(self, request: HttpRequest, token: str, place: int) -> HttpResponse:
        return self.draft_action(request, token, "step", place)

    @path("reprendre/<slug:token>/fichiers/", name="upload")
    def upload_route(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.draft_action(request, token, "upload")

    @path("reprendre/<slug:token>/deposer/", name="file")
    def file_route(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.draft_action(request, token, "file")

    @path("reprendre/<slug:token>/pause/", name="paused")
    def paused_route(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.draft_action(request, token, "paused")

    @path("reprendre/<slug:token>/oublier/", name="forget")
    def forget_route(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.draft_action(request, token, "forget")

    def draft_action(self, request: HttpRequest, token: str, action: str, place: int = 0) -> HttpResponse:
        from events.candidatures import draft_views

        return draft_views.dispatch(request, self, token, action, place)

    @path("recu/<slug:token>/", name="receipt")
    def receipt_route(self, request: HttpRequest, token: str) -> HttpResponse:
        from events.candidatures import public_views

        return public_views.receipt(request, self, token)

    @path("recu/<slug:token>/copie/", name="receipt_pdf")
    def receipt_pdf_route(self, request: HttpRequest, token: str) -> HttpResponse:
        from events.candidatures import public_views

        return public_views.copy(request, self, token)
