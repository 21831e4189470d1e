"""Fields of several lines: a budget, and groups that the editor composes column by column."""

from wagtail import blocks

from events.candidatures.field_block import PIECES, FieldBlock


class BudgetLinesBlock(FieldBlock):
    field_type = "budget_lines"
    rows = blocks.IntegerBlock(label="nombre de lignes", default=8, min_value=1, max_value=20)
    headings = blocks.ListBlock(
        blocks.CharBlock(label="poste", max_length=120), label="postes proposés", default=[], required=False
    )

    class Meta:
        label, icon, group = "Lignes de budget", "table", PIECES


class ColumnBlock(blocks.StructBlock):
    """A column of a repeatable group."""

    label = blocks.CharBlock(label="intitulé", max_length=80)
    kind = blocks.ChoiceBlock(
        label="type",
        choices=[
            ("text", "Texte"),
            ("email", "Adresse électronique"),
            ("amount", "Montant en euros"),
            ("choice", "Choix"),
        ],
        default="text",
    )
    options = blocks.ListBlock(blocks.CharBlock(label="choix", max_length=120), label="choix proposés", default=[])

    class Meta:
        label, icon, label_format = "colonne", "grip", "{label}"


class GroupBlock(FieldBlock):
    field_type = "group"
    row_name = blocks.CharBlock(
        label="nom d’une ligne", max_length=60, default="Ligne", help_text="Par exemple\u00a0: Co-organisateur."
    )
    columns = blocks.ListBlock(ColumnBlock(), label="colonnes", min_num=1, max_num=4)
    rows = blocks.IntegerBlock(label="nombre de lignes", default=6, min_value=1, max_value=30)

    class Meta:
        label, icon, group = "Groupe répété", "table", PIECES
