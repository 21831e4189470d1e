"""Filters of a list, read from its address."""

from django import forms
from django.http import QueryDict

from nec_cms.filters import FilterForm, SeveralField


class FruitFilters(FilterForm):
    fruit = SeveralField(label="Fruit", choices=[("pomme", "Pomme"), ("poire", "Poire")])
    q = forms.CharField(label="Mots", required=False, max_length=5)


def read(query: str) -> FruitFilters:
    form = FruitFilters(QueryDict(query))
    form.is_valid()
    return form


def test_several_values_are_kept_once_each_in_order() -> None:
    form = read("fruit=poire&fruit=pomme&fruit=poire")
    assert form.chosen("fruit") == ["poire", "pomme"]
    assert form.errors == {}


def test_unknown_value_is_named_and_the_others_are_kept() -> None:
    form = read("fruit=kiwi&fruit=pomme")
    assert form.chosen("fruit") == ["pomme"]
    assert form.errors["fruit"] == ["Fruit\u00a0: «\u00a0kiwi\u00a0» n’est pas reconnu et n’a pas été retenu."]


def test_empty_values_are_nothing_asked() -> None:
    form = read("fruit=&fruit=%20&q=&page=")
    assert (form.chosen("fruit"), form.chosen("q"), form.page_number, form.errors) == ([], "", 1, {})


def test_words_that_are_too_long_are_said_and_ignored() -> None:
    form = read("q=compote&fruit=pomme")
    assert (form.chosen("q"), form.chosen("fruit")) == (None, ["pomme"])
    assert list(form.errors) == ["q"]


def test_page_that_is_no_number_is_said_and_the_first_is_shown() -> None:
    for number in ("0", "-1", "deux", "1.5", "²"):
        form = read(f"page={number}")
        assert form.page_number == 1
        assert form.errors["__all__"] == [f"Page\u00a0: «\u00a0{number}\u00a0» n’est pas un numéro de page."]


def test_page_is_left_out_of_the_query_to_keep() -> None:
    form = read("fruit=pomme&page=3&fruit=poire")
    assert (form.page_number, form.query) == (3, "fruit=pomme&fruit=poire")
