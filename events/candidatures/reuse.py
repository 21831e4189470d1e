"""Last year's file as a new draft: its answers, without its days, its files and its acceptance of the charter."""

from typing import Any

from events.candidatures import drafts
from events.candidatures.form_builder import FormField
from events.candidatures.models import Candidature, CandidaturePage, Draft
from events.candidatures.territory_choice import OTHER

LEFT_OUT = frozenset({"date", "period", "files", "charter"})


def duplicate(file: Candidature) -> tuple[Draft, str] | None:
    """A draft of the call's form of today with the answers of `file`, and its token; None where the call is gone."""
    page = CandidaturePage.objects.live().filter(pk=file.page_id).first()
    if page is None:
        return None
    data: drafts.Data = {}
    for field in page.get_form_fields():
        value = file.form_data.get(field.clean_name)
        if value not in (None, "", []) and field.field_type not in LEFT_OUT:
            data |= posted(field, value)
    return drafts.begin(page, data)


def posted(field: FormField, value: Any) -> drafts.Data:
    """One stored answer as a browser would post it."""
    name = field.clean_name
    match field.field_type:
        case "yes_no":
            return {name: ["oui" if value else "non"]}
        case "checkbox":
            return {name: ["on"]} if value else {}
        case "amount":
            return {name: [str(value).replace(".", ",")]}
        case "choice" | "choices" | "themes" | "formats":
            return {name: [str(each["value"]) for each in value]}
        case "territory":
            known = bool(value["slug"])
            return {name: [value["slug"] if known else OTHER], f"{name}-autre": ["" if known else value["name"]]}
        case "budget_lines":
            return {
                key: [text]
                for row, (heading, amount) in enumerate(value)
                for key, text in ((f"{name}-{row}-poste", heading), (f"{name}-{row}-montant", amount.replace(".", ",")))
            }
        case "group":
            columns = {item.value["label"]: item.id for item in field.options["columns"].bound_blocks}
            return {
                f"{name}-{row}-{columns[label]}": [text]
                for row, cells in enumerate(value)
                for label, text in cells
                if label in columns
            }
    return {name: [str(value)]}
