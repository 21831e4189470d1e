"""The form of a complement: the reopened questions of the call's form, and none of the others."""

from dataclasses import replace
from typing import Any

from django import forms

from events.candidatures.dossier_form import DossierForm
from events.candidatures.form_builder import DossierFormBuilder
from events.candidatures.models import CandidaturePage, Complement


def reopened(complement: Complement, data: Any = None, files: Any = None) -> DossierForm | None:
    """The form of the questions that a complement names, as the call asks them today.

    None where the editor has removed them all since: the answer is then the comment alone.
    """
    page = CandidaturePage.objects.filter(pk=complement.candidature.page_id).first()
    wanted = set(complement.fields)
    steps = [
        replace(step, fields=tuple(field for field in step.fields if field.clean_name in wanted))
        for step in (page.form_steps if page else [])
    ]
    steps = [step for step in steps if step.fields]
    if not steps:
        return None
    form_class = DossierFormBuilder(steps).get_form_class()
    return form_class(data, files, initial=initial(complement))


def sections(form: DossierForm | None) -> list[dict[str, Any]]:
    """The steps of the form with their bound fields, for the template."""
    steps = form.steps if form is not None else []
    return [
        {
            "id": f"etape-{number}",
            "title": step.title,
            "fields": [form[field.clean_name] for field in step.fields],
        }
        for number, step in enumerate(steps, start=1)
    ]


def initial(complement: Complement) -> dict[str, Any]:
    """What the reopened fields hold now, as their widgets take it; files are sent anew."""
    file = complement.candidature
    kinds = {field["id"]: field["type"] for step in file.form_snapshot for field in step["fields"]}
    return {
        field: _shown(kinds[field], value)
        for field in complement.fields
        if field in kinds and (value := file.form_data.get(field)) not in (None, "", [])
    }


def _shown(kind: str, value: Any) -> Any:
    match kind:
        case "yes_no":
            return "oui" if value else "non"
        case "amount":
            return str(value).replace(".", ",")
        case "choice":
            return value[0]["value"]
        case "choices" | "themes" | "formats":
            return [each["value"] for each in value]
        case "territory":
            return (value["slug"], "") if value["slug"] else ("autre", value["name"])
        case "budget_lines":
            return [(heading, str(amount).replace(".", ",")) for heading, amount in value]
        case "group":
            return [[text for _, text in row] for row in value]
        case "files":
            return None
    return value


class CommentForm(forms.Form):
    """A word to the team beside the answers."""

    comment = forms.CharField(
        label="Un mot pour l’équipe", required=False, max_length=4000, widget=forms.Textarea({"rows": 4})
    )

    def __init__(self, *args: Any, wanted: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if wanted:
            self.fields["comment"].required = True
            self.fields["comment"].label = "Votre réponse"
            self.fields["comment"].error_messages["required"] = "Écrivez votre réponse."
