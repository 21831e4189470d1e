"""From composed blocks to a Django form, through Wagtail's FormBuilder."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import format_html
from wagtail.blocks import StreamValue
from wagtail.contrib.forms.forms import FormBuilder

from community.models import Theme
from events.candidatures.answer_fields import (
    BudgetLinesField,
    DayField,
    EuroField,
    PeopleField,
    TerritoryField,
    YesNoField,
)
from events.candidatures.conditions import ALL, ALWAYS, Condition, Conditions
from events.candidatures.dossier_form import DossierForm
from events.candidatures.field_roles import ROLES, Holder
from events.candidatures.file_field import FilesField
from events.candidatures.row_fields import Column, GroupField, PeriodField
from events.candidatures.siret import SiretField
from events.candidatures.territory_choice import TerritoryDirectory
from events.formats.models import FormatPage
from nec_cms.typography import french_spaces

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class FormField:
    """A field block as FormBuilder wants it; its `clean_name` is the block's UUID."""

    clean_name: str
    field_type: str
    label: str
    help_text: str
    required: bool
    role: str
    options: Any
    default_value: str = ""
    shown_if: Conditions = ALWAYS

    @property
    def holder(self) -> Holder:
        return Holder(self.label, self.field_type, self.role, self.required)

    @property
    def choices(self) -> Choices:
        """(UUID, text) of the choices that the editor typed; none for the other kinds."""
        options = self.options.get("options")
        return [(item.id, french_spaces(item.value)) for item in options.bound_blocks] if options else []


@dataclass(frozen=True)
class FormStep:
    """A step of the form with its fields."""

    id: str
    title: str
    help_text: str
    fields: tuple[FormField, ...]
    shown_if: Conditions = ALWAYS


def form_steps(steps: StreamValue) -> list[FormStep]:
    """The steps of a form. A block that was never saved (a preview) is named after its place."""
    return [
        FormStep(
            id=step.id or f"step-{number}",
            title=french_spaces(step.value["title"]),
            help_text=french_spaces(step.value["help"] or ""),
            fields=tuple(
                form_field(block, f"field-{number}-{place}") for place, block in enumerate(step.value["fields"])
            ),
            shown_if=form_conditions(step.value.get("shown_if")),
        )
        for number, step in enumerate(steps)
    ]


def form_conditions(value: Any) -> Conditions:
    """Conditions of a block; those that read no known question are left out."""
    each = [
        Condition(item["field_id"], item["operator"], item["value"])
        for item in ((value or {}).get("each") or [])
        if item["field_id"]
    ]
    return Conditions((value or {}).get("match") or ALL, tuple(each))


def form_field(block: Any, fallback: str) -> FormField:
    value = block.value
    return FormField(
        clean_name=block.id or fallback,
        field_type=block.block_type,
        label=french_spaces(value["label"] or ""),
        help_text=french_spaces(value["help"] or ""),
        required=bool(value["required"]),
        role=value.get("role") or "",
        options=value,
        shown_if=form_conditions(value.get("shown_if")),
    )


class DossierFormBuilder(FormBuilder):
    """Builds the form of a candidature. Lists of the site (territories, themes, formats) are read once a form."""

    def __init__(self, steps: Iterable[FormStep]) -> None:
        self.steps = list(steps)
        super().__init__([field for step in self.steps for field in step.fields])

    def get_form_class(self) -> type[DossierForm]:
        return type("CandidatureForm", (DossierForm,), {**self.formfields, "steps": self.steps})

    def get_create_field_function(self, type: str) -> Callable[[FormField, dict[str, Any]], forms.Field]:
        return getattr(self, f"create_{type}_field")

    def get_field_options(self, field: FormField) -> dict[str, Any]:
        options = super().get_field_options(field)
        del options["initial"]
        options["error_messages"] = {"required": "Cette réponse est obligatoire."}
        return options

    def create_short_text_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        role = ROLES.get(field.role)
        length = min(field.options["max_length"], role.max_length if role and role.max_length else 255)
        attrs = {"autocomplete": role.autocomplete} if role and role.autocomplete else {}
        return forms.CharField(max_length=length, widget=forms.TextInput(attrs), **options)

    def create_long_text_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        widget = forms.Textarea({"rows": 6, "cols": None})
        return forms.CharField(max_length=field.options["max_length"], widget=widget, **options)

    def create_email_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        options["error_messages"]["invalid"] = (
            "Cette adresse n’est pas complète. Exemple\u00a0: camille.exemple@example.org"
        )
        widget = forms.EmailInput({"autocomplete": "email"})
        return forms.EmailField(max_length=254, widget=widget, **options)

    def create_url_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        options["error_messages"]["invalid"] = "Écrivez une adresse entière. Exemple\u00a0: https://www.example.org"
        widget = forms.URLInput({"autocomplete": "url"})
        return forms.URLField(max_length=500, assume_scheme="https", widget=widget, **options)

    def create_siret_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return SiretField(**options)

    def create_number_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return PeopleField(min_value=field.options["min_value"], max_value=field.options["max_value"], **options)

    def create_amount_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return EuroField(**options)

    def create_date_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return DayField(**options)

    def create_period_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return PeriodField(**options)

    def create_checkbox_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        options["error_messages"]["required"] = "Cochez cette case."
        return forms.BooleanField(**options)

    def create_yes_no_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return YesNoField(**options)

    def create_choice_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        if field.options["display"] == "select":
            return forms.ChoiceField(choices=[("", "Choisir…"), *field.choices], **options)
        return forms.ChoiceField(choices=field.choices, widget=forms.RadioSelect, **options)

    def create_choices_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return self.several(field.choices, options)

    def create_territory_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return TerritoryField(directory=TerritoryDirectory(), **options)

    def create_themes_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return self.several(list(Theme.objects.values_list("slug", "name")), options)

    def create_formats_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        return self.several(offered_formats(), options)

    def create_files_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        files = FilesField(
            field_id=field.clean_name,
            kinds=field.options["kinds"],
            max_bytes=field.options["max_size"] * 1_000_000,
            max_files=field.options["max_files"],
            **options,
        )
        files.help_text = format_html("{} {}", files.help_text, files.rule)
        if template := field.options.get("template"):
            link = format_html('<a href="{}">Télécharger le modèle «\u00a0{}\u00a0»</a>', template.url, template.title)
            files.help_text = format_html("{} {}", files.help_text, link)
        return files

    def create_charter_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        options["error_messages"]["required"] = "Cochez cette case pour accepter la charte."
        page = field.options.get("page")
        if page and page.live:
            link = format_html('<a href="{}">Lire la charte</a>', page.url)
            options["help_text"] = format_html("{} {}", options["help_text"], link)
        return forms.BooleanField(**options)

    def create_budget_lines_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        headings = [french_spaces(heading) for heading in field.options["headings"]]
        return BudgetLinesField(rows=field.options["rows"], headings=headings, **options)

    def create_group_field(self, field: FormField, options: dict[str, Any]) -> forms.Field:
        columns = [
            Column(
                item.id or f"c{place}",
                french_spaces(item.value["label"]),
                item.value["kind"],
                tuple(item.value["options"]),
            )
            for place, item in enumerate(field.options["columns"].bound_blocks)
        ]
        return GroupField(
            columns=columns, rows=field.options["rows"], row_name=french_spaces(field.options["row_name"]), **options
        )

    @staticmethod
    def several(choices: Choices, options: dict[str, Any]) -> forms.Field:
        """Boxes to tick. A list of the site that is empty yet asks for nothing."""
        if not choices:
            options |= {
                "required": False,
                "help_text": "La liste est vide pour l’instant\u00a0: passez.",
            }
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **options)


def offered_formats() -> Choices:
    """(primary key, « Titre, partenaire ») of the public formats, by title."""
    pages = FormatPage.objects.live().public().select_related("partner").order_by("title")
    return [(str(page.pk), f"{page.title}, {page.partner}" if page.partner else page.title) for page in pages]
