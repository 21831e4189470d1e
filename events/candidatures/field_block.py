"""What every field of a composed form has: its wording, whether it is obligatory, its role, when it is shown."""

from typing import Any

from django import forms
from wagtail import blocks

from events.candidatures import conditions, field_roles

TEXTS, FIGURES, CHOICES, LISTS, PIECES = (
    "Textes",
    "Chiffres et dates",
    "Choix",
    "Listes du site",
    "Pièces et engagements",
)
"""Groups of the chooser of fields."""


class KeptIdBlock(blocks.FieldBlock):
    """The UUID of the question that a condition reads, written when the page is checked: a rename keeps the link."""

    def __init__(self, **kwargs: Any) -> None:
        self.field = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
        super().__init__(required=False, **kwargs)

    class Meta:
        label = ""
        default = ""


class ConditionBlock(blocks.StructBlock):
    """One comparison with the answer to another question, which the editor names by its label."""

    question = blocks.CharBlock(label="intitulé de l’autre question", max_length=200)
    operator = blocks.ChoiceBlock(label="sa réponse", choices=conditions.OPERATORS, default=conditions.EQUALS)
    value = blocks.CharBlock(
        label="valeur", max_length=200, help_text="Par exemple\u00a0: Oui, le texte d’un choix, 5000 ou 31/12/2027."
    )
    field_id = KeptIdBlock()

    class Meta:
        label, icon, label_format = "condition", "help", "{question} {operator} {value}"


class ConditionsBlock(blocks.StructBlock):
    """When a question or a step is asked. Without condition it always is."""

    match = blocks.ChoiceBlock(label="si", choices=conditions.MATCHES, default=conditions.ALL)
    each = blocks.ListBlock(ConditionBlock(), label="conditions", default=[], max_num=6)

    class Meta:
        label, icon, collapsed = "montrer sous condition", "view", True


class FieldBlock(blocks.StructBlock):
    """What every field has. A subclass is named in FieldsBlock after its `field_type`."""

    field_type: str

    label = blocks.CharBlock(label="intitulé", max_length=200)
    help = blocks.TextBlock(label="aide", required=False, max_length=600, rows=2)
    required = blocks.BooleanBlock(label="réponse obligatoire", required=False, default=True)
    shown_if = ConditionsBlock(required=False)

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        roles = field_roles.fitting(self.field_type)
        role = blocks.ChoiceBlock(
            choices=roles,
            required=False,
            label="rôle",
            help_text="Ce que la réponse signifie pour les règles d’éligibilité, l’aiguillage et l’événement.",
        )
        super().__init__([*(local_blocks or []), *([("role", role)] if roles else [])], **kwargs)

    class Meta:
        label_format = "{label}"
