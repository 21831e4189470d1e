"""A form seen step by step: which steps are asked, what each still lacks, and the one being shown."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict, ErrorList

from events.candidatures.dossier_form import DossierForm
from events.candidatures.form_builder import FormField, FormStep

TODO, DONE, WRONG, PARTIAL = "todo", "done", "wrong", "partial"
STATES = {TODO: "à remplir", PARTIAL: "à compléter", WRONG: "à corriger", DONE: "complète"}


def belongs(key: str, field: FormField) -> bool:
    """True where a posted name is that of a field, or of one of its boxes."""
    return key == field.clean_name or key.startswith(f"{field.clean_name}-")


@dataclass(frozen=True)
class Problem:
    """One error with the anchor of the field that it belongs to."""

    label: str
    message: str
    anchor: str
    missing: bool


@dataclass
class StepView:
    """One step of a bound or fresh form. `place` is its place in the whole form, `number` among those asked.

    It stands for a form in the error summary: it gives its own fields and errors alone.
    """

    form: DossierForm
    step: FormStep
    place: int
    number: int = 0
    show_errors: bool = True

    def without_errors(self) -> StepView:
        """The same step as it is shown to somebody who comes back to it: what was typed, and no reproach."""
        form = copy(self.form)
        form._errors, form._bound_fields_cache = ErrorDict(), {}
        return replace(self, form=form, show_errors=False)

    @property
    def title(self) -> str:
        return self.step.title

    @property
    def is_asked(self) -> bool:
        return any(field.clean_name in self.form.asked for field in self.step.fields)

    def __iter__(self) -> Iterator[BoundField]:
        return iter([self.form[field.clean_name] for field in self.step.fields])

    @property
    def questions(self) -> list[dict[str, Any]]:
        """The fields to draw, and whether each is asked now."""
        return [{"field": field, "asked": field.name in self.form.asked} for field in self]

    @property
    def asked_names(self) -> str:
        """The questions that are asked, as the page says that it showed them."""
        return ",".join(each["field"].name for each in self.questions if each["asked"])

    def newly_asked(self, shown: str | None) -> bool:
        """True where an answer made a question of this very step appear that the page did not show."""
        return shown is not None and not set(filter(None, self.asked_names.split(","))) <= set(shown.split(","))

    @property
    def errors(self) -> ErrorDict:
        if not self.show_errors:
            return ErrorDict()
        names = {field.clean_name for field in self.step.fields}
        return ErrorDict({name: each for name, each in self.form.errors.items() if name in names})

    @property
    def non_field_errors(self) -> ErrorList:
        return ErrorList()

    @property
    def is_touched(self) -> bool:
        """True where something was typed or joined in this step."""
        typed = any(
            any(self.form.data.getlist(key))
            for key in self.form.data
            for field in self.step.fields
            if belongs(key, field)
        )
        return typed or any(
            self.form.fields[field.clean_name].kept for field in self.step.fields if self.holds_files(field)
        )

    def holds_files(self, field: FormField) -> bool:
        return field.clean_name in self.form.file_fields

    @property
    def problems(self) -> list[Problem]:
        """What is wrong or missing, with the anchors of the fields."""
        found = []
        for field in self:
            anchor = f"{field.auto_id}_groupe" if field.use_fieldset else field.id_for_label
            for error in self.form.errors.get(field.name, ErrorList()).as_data() if field.errors else []:
                for message in error.messages:
                    found.append(Problem(str(field.label), message, anchor, error.code == "required"))
        return found

    @property
    def count(self) -> int:
        """How many answers are missing or wrong."""
        return len({problem.anchor for problem in self.problems})

    @property
    def state(self) -> str:
        problems = self.problems
        if not self.is_touched:
            return TODO if problems or not self.form.is_bound else DONE
        if not problems:
            return DONE
        return PARTIAL if all(problem.missing for problem in problems) else WRONG

    @property
    def state_label(self) -> str:
        return STATES[self.state]


def asked_steps(form: DossierForm) -> list[StepView]:
    """The steps that are asked, numbered; `form` has been cleaned, or is fresh."""
    if form.is_bound:
        form.full_clean()
    views = [StepView(form, step, place) for place, step in enumerate(form.steps, start=1)]
    views = [view for view in views if view.is_asked]
    for number, view in enumerate(views, start=1):
        view.number = number
    return views
