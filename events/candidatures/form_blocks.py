"""Blocks of the form: steps, and in each step the fields that an editor composes.

A field is known by the UUID of its block, so that renaming or moving it never loses an answer.
"""

from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from events.candidatures.field_block import CHOICES, FIGURES, LISTS, PIECES, TEXTS, ConditionsBlock, FieldBlock
from events.candidatures.row_blocks import BudgetLinesBlock, GroupBlock
from events.candidatures.upload_kinds import KINDS, MAX_FILE_MEGABYTES


class ShortTextBlock(FieldBlock):
    field_type = "short_text"
    max_length = blocks.IntegerBlock(label="longueur (caractères)", default=200, min_value=1, max_value=255)

    class Meta:
        label, icon, group = "Texte court", "minus", TEXTS


class LongTextBlock(FieldBlock):
    field_type = "long_text"
    max_length = blocks.IntegerBlock(label="longueur (caractères)", default=4000, min_value=50, max_value=20000)

    class Meta:
        label, icon, group = "Texte long", "pilcrow", TEXTS


class EmailBlock(FieldBlock):
    field_type = "email"

    class Meta:
        label, icon, group = "Adresse électronique", "mail", TEXTS


class UrlFieldBlock(FieldBlock):
    field_type = "url"

    class Meta:
        label, icon, group = "Adresse d’un site", "link", TEXTS


class SiretBlock(FieldBlock):
    field_type = "siret"

    class Meta:
        label, icon, group = "Numéro SIRET", "key", TEXTS


class NumberBlock(FieldBlock):
    field_type = "number"
    min_value = blocks.IntegerBlock(label="minimum", default=0, min_value=0)
    max_value = blocks.IntegerBlock(label="maximum", default=1_000_000, min_value=1, max_value=2_000_000_000)

    class Meta:
        label, icon, group = "Nombre", "order", FIGURES


class AmountBlock(FieldBlock):
    field_type = "amount"

    class Meta:
        label, icon, group = "Montant en euros", "decimal", FIGURES


class DateBlock(FieldBlock):
    field_type = "date"

    class Meta:
        label, icon, group = "Date", "date", FIGURES


class PeriodBlock(FieldBlock):
    field_type = "period"

    class Meta:
        label, icon, group = "Période", "calendar", FIGURES


class YesNoBlock(FieldBlock):
    field_type = "yes_no"

    class Meta:
        label, icon, group = "Oui ou non", "check", CHOICES


class CheckboxBlock(FieldBlock):
    field_type = "checkbox"

    class Meta:
        label, icon, group = "Case à cocher", "tick-inverse", CHOICES


class ChoiceFieldBlock(FieldBlock):
    field_type = "choice"
    options = blocks.ListBlock(blocks.CharBlock(label="choix", max_length=200), label="choix proposés", min_num=2)
    display = blocks.ChoiceBlock(
        label="présentation", choices=[("radio", "Boutons"), ("select", "Liste déroulante")], default="radio"
    )

    class Meta:
        label, icon, group = "Choix unique", "radio-full", CHOICES


class ChoicesFieldBlock(FieldBlock):
    field_type = "choices"
    options = blocks.ListBlock(blocks.CharBlock(label="choix", max_length=200), label="choix proposés", min_num=2)

    class Meta:
        label, icon, group = "Choix multiples", "list-ul", CHOICES


class TerritoryBlock(FieldBlock):
    field_type = "territory"

    class Meta:
        label, icon, group = "Territoire", "site", LISTS


class ThemesBlock(FieldBlock):
    field_type = "themes"

    class Meta:
        label, icon, group = "Thèmes", "tag", LISTS


class FormatsBlock(FieldBlock):
    field_type = "formats"

    class Meta:
        label, icon, group = "Formats partenaires", "group", LISTS


class FilesBlock(FieldBlock):
    field_type = "files"
    kinds = blocks.MultipleChoiceBlock(
        label="types de fichiers", choices=[(name, kind.label) for name, kind in KINDS.items()], default=["pdf"]
    )
    max_size = blocks.IntegerBlock(
        label="taille de chaque fichier (Mo)", default=10, min_value=1, max_value=MAX_FILE_MEGABYTES
    )
    max_files = blocks.IntegerBlock(label="nombre de fichiers", default=1, min_value=1, max_value=10)
    template = DocumentChooserBlock(
        label="modèle à télécharger", required=False, help_text="Proposé à côté du champ, à remplir puis à joindre."
    )

    class Meta:
        label, icon, group = "Pièces jointes", "doc-full", PIECES


class CharterBlock(FieldBlock):
    field_type = "charter"
    page = blocks.PageChooserBlock(label="page de la charte", required=False)

    class Meta:
        label, icon, group = "Acceptation de la charte", "circle-check", PIECES


FIELD_BLOCKS: tuple[type[FieldBlock], ...] = (
    ShortTextBlock,
    LongTextBlock,
    EmailBlock,
    UrlFieldBlock,
    SiretBlock,
    NumberBlock,
    AmountBlock,
    DateBlock,
    PeriodBlock,
    YesNoBlock,
    CheckboxBlock,
    ChoiceFieldBlock,
    ChoicesFieldBlock,
    TerritoryBlock,
    ThemesBlock,
    FormatsBlock,
    FilesBlock,
    CharterBlock,
    BudgetLinesBlock,
    GroupBlock,
)


class FieldsBlock(blocks.StreamBlock):
    """The fields of a step."""

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        fields = [(block.field_type, block()) for block in FIELD_BLOCKS]
        super().__init__([*fields, *(local_blocks or [])], **kwargs)

    class Meta:
        collapsed = True  # a dossier has thirty fields: the editor opens the one to change


class StepBlock(blocks.StructBlock):
    """A step: one topic, its help and its fields."""

    title = blocks.CharBlock(label="titre de l’étape", max_length=120)
    help = blocks.TextBlock(label="aide", required=False, max_length=1000, rows=2)
    fields = FieldsBlock(label="champs", min_num=1)
    shown_if = ConditionsBlock(required=False)

    class Meta:
        label, icon, label_format = "Étape", "list-ol", "{title}"


class StepsBlock(blocks.StreamBlock):
    """The whole form."""

    step = StepBlock()
