"""Fields of several boxes that an editor may compose: a repeatable group of rows, and a period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from events.candidatures.answer_fields import DayField, euros
from events.candidatures.widgets import GroupWidget

MAX_TEXT = 200


@dataclass(frozen=True)
class Column:
    """A column of a group: its id in names, its label, its kind (text, email, amount, choice) and its choices."""

    id: str
    label: str
    kind: str = "text"
    options: tuple[str, ...] = ()


class RowsWidget(GroupWidget):
    """One fieldset a row. Rows that are not used yet are folded away where scripts run."""

    template_name = "candidatures/widgets/group.html"

    def __init__(self, columns: Sequence[Column], rows: int, row_name: str) -> None:
        super().__init__()
        self.columns, self.rows, self.row_name = columns, rows, row_name

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[list[str]]:
        return [[str(data.get(f"{name}-{row}-{column.id}", "")) for column in self.columns] for row in range(self.rows)]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-0-{self.columns[0].id}" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        given = list(value or [])[: self.rows]
        given += [[""] * len(self.columns)] * (self.rows - len(given))
        used = max((number for number, row in enumerate(given, start=1) if any(row)), default=0)
        context["widget"].update(
            row_name=self.row_name,
            groups=[
                {
                    "number": row + 1,
                    "folds": row > used,
                    "cells": [
                        {"column": column, "value": cell, "name": f"{name}-{row}-{column.id}"}
                        for column, cell in zip(self.columns, cells, strict=True)
                    ],
                }
                for row, cells in enumerate(given)
            ],
        )
        return context


class GroupField(forms.Field):
    """Rows of some columns; an empty row is left out. It cleans to rows of pairs (label of the column, text)."""

    def __init__(self, *, columns: Sequence[Column], rows: int, row_name: str, **kwargs: Any) -> None:
        super().__init__(widget=RowsWidget(columns, rows, row_name), **kwargs)
        self.columns, self.row_name = columns, row_name

    def clean(self, value: list[list[str]]) -> list[list[list[str]]]:
        rows, errors = [], []
        for number, cells in enumerate(value, start=1):
            if not any(cell.strip() for cell in cells):
                continue
            row = []
            for column, cell in zip(self.columns, cells, strict=True):
                try:
                    row.append([column.label, self.clean_cell(column, " ".join(cell.split()))])
                except ValidationError as error:
                    errors.append(f"{self.row_name} {number}, «\u00a0{column.label}\u00a0»\u00a0: {error.messages[0]}")
            rows.append(row)
        if errors:
            raise ValidationError(errors, code="invalid")
        if self.required and not rows:
            raise ValidationError("Remplissez une ligne au moins.", code="required")
        return rows

    @staticmethod
    def clean_cell(column: Column, text: str) -> str:
        if len(text) > MAX_TEXT:
            raise ValidationError(f"{MAX_TEXT} caractères au plus.")
        if text and column.kind == "email":
            validate_email(text)
        if text and column.kind == "amount":
            return str(euros(text))
        if text and column.kind == "choice" and text not in column.options:
            raise ValidationError("choisissez dans la liste.")
        return text


class PeriodWidget(GroupWidget):
    """Two days."""

    template_name = "candidatures/widgets/period.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return [str(data.get(f"{name}-debut", "")), str(data.get(f"{name}-fin", ""))]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-debut" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["start"], context["widget"]["end"] = value or ("", "")
        return context


class PeriodField(forms.Field):
    """From a day to another, both included; the second may be left out. It cleans to days, or to [] without any."""

    widget = PeriodWidget

    def clean(self, value: list[str]) -> list[date]:
        day = DayField(required=False)
        start, end = (day.clean(each) for each in value)
        if start is None and end is None:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return []
        if start is None:
            raise ValidationError("Indiquez aussi le premier jour.", code="start")
        if end is not None and end < start:
            raise ValidationError("Le dernier jour ne peut pas précéder le premier.", code="order")
        return [start, end or start]
