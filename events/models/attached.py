"""What an event lists in order: who carries it, what it leaves."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from community.models import Organisation
from nec_cms.models import Licence


class EventOrganiser(Orderable):
    """An organisation that carries the event, in the order of display."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="organisers")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name="organisation",
        on_delete=models.PROTECT,
        related_name="organised",
        help_text="Si elle manque, ajoutez-la d’abord parmi les organisations.",
    )
    role = models.CharField("rôle", max_length=80, blank=True, help_text="Porteur, partenaire, hôte…")

    panels = [FieldPanel("organisation"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = "organisateur"


class EventDocument(Orderable):
    """A resource of the event: a file of the site or an address (Les Bases, ...), each with its licence."""

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="documents")
    title = models.CharField("intitulé", max_length=160, help_text="Ce que contient le document, en quelques mots.")
    document = models.ForeignKey(
        "nec_cms.SiteDocument",
        verbose_name="fichier",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Un fichier du site, ou bien une adresse ci-dessous.",
    )
    url = models.URLField("ou adresse", blank=True, help_text="Par exemple la page de la ressource sur Les Bases.")
    licence = models.CharField(
        "licence",
        max_length=20,
        choices=Licence,
        default=Licence.ETALAB,
        help_text="La charte demande une licence ouverte.",
    )

    panels = [FieldPanel("title"), FieldPanel("document"), FieldPanel("url"), FieldPanel("licence")]

    class Meta(Orderable.Meta):
        verbose_name = "document"

    @property
    def address(self) -> str:
        """Where the document is."""
        return self.document.url if self.document else self.url

    def clean(self) -> None:
        if bool(self.document_id) == bool(self.url):
            raise ValidationError({"url": "Choisissez un fichier ou une adresse, l’un des deux."})
