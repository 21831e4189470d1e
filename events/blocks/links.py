"""A link that an editor makes, to a page of the site or to an address."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from wagtail import blocks

ADDRESS = RegexValidator(
    r"^(/(?!/)|#|https?://|mailto:)",
    "Une adresse commence par «\u00a0/\u00a0» (ce site), «\u00a0#\u00a0» (cette page) ou «\u00a0https://\u00a0».",
)


class LinkValue(blocks.StructValue):
    @property
    def url(self) -> str:
        """Where the link leads; empty where there is none, or where its page is not public any more."""
        page = self.get("page")
        if page is None:
            return self.get("address") or ""
        return page.url or "" if page.live else ""


class LinkBlock(blocks.StructBlock):
    """An optional link: without a text there is none."""

    text = blocks.CharBlock(
        label="texte du lien", required=False, max_length=60, help_text="Ce qu’on trouve au bout, avec un verbe."
    )
    page = blocks.PageChooserBlock(label="page", required=False, help_text="Une page de ce site…")
    address = blocks.CharBlock(
        label="ou adresse",
        required=False,
        validators=[ADDRESS],
        help_text="… ou une adresse\u00a0: «\u00a0/candidature/\u00a0», «\u00a0#contact\u00a0».",
    )

    def clean(self, value: LinkValue) -> LinkValue:
        value = super().clean(value)
        if value["text"] and bool(value["page"]) == bool(value["address"]):
            error = ValidationError("Choisissez une page ou donnez une adresse, l’une des deux.")
            raise blocks.StructBlockValidationError({"address": error})
        return value

    class Meta:
        icon = "link"
        label = "lien"
        value_class = LinkValue
