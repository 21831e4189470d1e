"""The brand: what the communication team sets for every kit, and who took the kit of the brand alone."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator, RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from events.kits.brand import HASHTAGS, LICENCE, MENTION, RULES, Brand
from events.kits.uploads import UnfitFileError, examine
from nec_cms.palettes import PALETTE_CHOICES, PALETTES, WHITE, Palette, contrast
from nec_cms.storage import private_storage
from nec_cms.typography import NO_BREAK

COLOUR = RegexValidator(r"^#[0-9A-Fa-f]{6}$", f"Une couleur s’écrit #RRVVBB, par exemple{NO_BREAK}: #1E1651.")
LEAST_CONTRAST = 4.5
"""Between a text and its ground, for every pair of a palette (WCAG 2.1, success criterion 1.4.3)."""
LOGO_FORMATS = ("png", "svg")


@register_setting(icon="palette", order=200)
class BrandSettings(ClusterableModel, BaseGenericSetting):
    """What every kit shares. A field left empty takes the site's own words back."""

    logo = models.FileField(
        "logo officiel",
        storage=private_storage,
        upload_to="marque/",
        blank=True,
        validators=[FileExtensionValidator(LOGO_FORMATS)],
        help_text="PNG transparent ou SVG, tel que l’ANCT l’a enregistré. Sans fichier, un logo dessiné en tient lieu.",
    )
    mention = models.CharField(
        "mention",
        max_length=160,
        blank=True,
        help_text=f"Au pied de l’affiche. Vide{NO_BREAK}: «{NO_BREAK}{MENTION}{NO_BREAK}»",
    )
    hashtags = models.CharField(
        "mots-dièse", max_length=120, blank=True, help_text=f"À la fin des textes à publier. Vide{NO_BREAK}: {HASHTAGS}"
    )
    rules = models.TextField(
        "règles d’usage",
        blank=True,
        max_length=2000,
        help_text=f"Une règle par ligne. Vide{NO_BREAK}: les trois règles du site.",
    )
    licence = models.TextField(
        "licence", blank=True, max_length=600, help_text=f"Dans le LISEZ-MOI. Vide{NO_BREAK}: le texte du site."
    )

    panels = [
        FieldPanel("logo"),
        MultiFieldPanel([FieldPanel("mention"), FieldPanel("hashtags")], "Textes des fichiers"),
        MultiFieldPanel([FieldPanel("rules"), FieldPanel("licence")], "Règles et licence"),
        InlinePanel(
            "palettes",
            heading="Palettes",
            label="palette",
            help_text="Pour changer les couleurs d’une palette dans les kits. Les pages du site gardent les leurs.",
            max_num=len(PALETTES),
        ),
    ]

    class Meta:
        verbose_name = "charte des kits"

    def clean(self) -> None:
        super().clean()
        if self.logo and not self.logo._committed:
            try:
                examine(self.logo.file, self.logo.name)
            except UnfitFileError as unfit:
                raise ValidationError({"logo": str(unfit)}) from unfit

    @property
    def brand_rules(self) -> tuple[str, ...]:
        """The rules of use, one by one."""
        return tuple(line.strip() for line in self.rules.splitlines() if line.strip()) or RULES

    def brand(self) -> Brand:
        """The same as plain data. A logo that the storage has lost counts for none."""
        content, ending = b"", ""
        if self.logo:
            try:
                with self.logo.open("rb") as opened:
                    content, ending = opened.read(), PurePath(self.logo.name).suffix.lower().lstrip(".")
            except FileNotFoundError:
                content, ending = b"", ""
        return Brand(
            mention=self.mention or MENTION,
            hashtags=self.hashtags or HASHTAGS,
            rules=self.brand_rules,
            licence=self.licence or LICENCE,
            logo=content,
            logo_format=ending,
            palettes=tuple(palette.colours() for palette in self.palettes.all()),
        )


class BrandPalette(models.Model):
    """The colours of one palette in kits, instead of the site's."""

    settings = ParentalKey(BrandSettings, on_delete=models.CASCADE, related_name="palettes")
    name = models.CharField("palette", max_length=12, choices=PALETTE_CHOICES)
    dark = models.CharField("sombre", max_length=7, validators=[COLOUR])
    accent = models.CharField("accent", max_length=7, validators=[COLOUR])
    paper = models.CharField("papier", max_length=7, validators=[COLOUR])

    panels = [FieldPanel("name"), FieldRowPanel([FieldPanel("dark"), FieldPanel("accent"), FieldPanel("paper")])]

    class Meta:
        verbose_name = "palette des kits"
        verbose_name_plural = "palettes des kits"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "name"],
                name="kit_palette_once",
                violation_error_message="Cette palette est déjà changée plus haut.",
            )
        ]

    def __str__(self) -> str:
        return PALETTES[self.name].label if self.name in PALETTES else self.name

    def clean(self) -> None:
        """Refuse what could not be read: dark on accent, dark on paper and white on dark are all used for text."""
        super().clean()
        try:
            measured: dict[str, Any] = {
                "accent": ("du sombre sur l’accent", contrast(self.dark, self.accent)),
                "paper": ("du sombre sur le papier", contrast(self.dark, self.paper)),
                "dark": ("du blanc sur le sombre", contrast(WHITE, self.dark)),
            }
        except ValueError:  # not colours: the fields say so
            return
        errors = {
            field: f"Le contraste {pair} est de {ratio:.1f}".replace(".", ",")
            + f"{NO_BREAK}: il faut 4,5 au moins pour lire."
            for field, (pair, ratio) in measured.items()
            if ratio < LEAST_CONTRAST
        }
        if errors:
            raise ValidationError(errors)

    def colours(self) -> Palette:
        return Palette(self.name, str(self), self.dark.upper(), self.accent.upper(), self.paper.upper())


class BrandRequest(models.Model):
    """A structure that took the kit of the brand: who, and that it accepts the charter.

    Kept to know who uses the registered mark and to tell them when it changes; nothing else is asked. Erased after
    `RETENTION` (see brand_kit.py).
    """

    name = models.CharField("nom", max_length=120)
    structure = models.CharField("structure", max_length=160)
    email = models.EmailField("adresse électronique")
    accepted_at = models.DateTimeField("charte acceptée le", auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = "demande du kit de la marque"
        verbose_name_plural = "demandes du kit de la marque"
        ordering = ["-accepted_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.structure}, {self.accepted_at:%d/%m/%Y}"
