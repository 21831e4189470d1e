"""How those fields are drawn. Each works without JavaScript, and names every box that a person fills."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

from events.candidatures.territory_choice import OTHER, TerritoryDirectory

REMOVE = "retirer"
"""Name of the buttons that remove a file; their value is its id."""


class GroupWidget(forms.Widget):
    """Several boxes of one answer, in a fieldset."""

    use_fieldset = True

    def use_required_attribute(self, initial: Any) -> bool:
        return False

    def id_for_label(self, id_: str) -> str:
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["invalid"] = bool(attrs and attrs.get("aria-invalid"))
        return context


class TerritoryWidget(GroupWidget):
    """A list grouped by kind of territory, and a box for one that the list lacks."""

    template_name = "candidatures/widgets/territory.html"

    def __init__(self, directory: TerritoryDirectory, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.directory = directory

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> tuple[str, str]:
        return str(data.get(name, "")), str(data.get(f"{name}-autre", ""))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        slug, other = value or ("", "")
        if slug and slug != OTHER and slug not in self.directory.by_slug:
            slug = ""
        context["widget"].update(groups=self.directory.groups, slug=slug, other=other, other_value=OTHER)
        return context


class BudgetLinesWidget(GroupWidget):
    """A table of a fixed number of lines: heading, amount."""

    template_name = "candidatures/widgets/budget_lines.html"

    def __init__(self, rows: int, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.rows = rows

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[tuple[str, str]]:
        return [
            (str(data.get(f"{name}-{row}-poste", "")), str(data.get(f"{name}-{row}-montant", "")))
            for row in range(self.rows)
        ]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return f"{name}-0-poste" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        given = list(value or [])[: self.rows]
        context["widget"]["lines"] = given + [("", "")] * (self.rows - len(given))
        return context


class FilesWidget(GroupWidget):
    """Files to send, and those that the draft holds, each with a button that removes it."""

    template_name = "candidatures/widgets/files.html"
    needs_multipart_form = True

    def __init__(self, *, accept: str, several: bool, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.accept, self.several = accept, several

    def value_from_datadict(self, data: Any, files: MultiValueDict | dict[str, Any], name: str) -> dict[str, Any]:
        """What came: `uploads`; of a form without draft, the signed list `kept` and the ids `removed` from it."""
        many = hasattr(files, "getlist")
        return {
            "uploads": files.getlist(name) if many else [files[name]] if name in files else [],
            "kept": str(data.get(f"{name}-recus", "")),
            "removed": data.getlist(f"{name}-retirer") if hasattr(data, "getlist") else [],
        }

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and f"{name}-recus" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"].update(
            files=value.kept if value else [],
            token=value.token if value else "",
            accept=self.accept,
            several=self.several,
            remove_name=REMOVE,
        )
        return context
