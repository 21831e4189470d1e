"""Public forms as the site's renderer draws them: labels, hints and errors tied to their field (RGAA 11.1, 11.10)."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html


class Example(forms.Form):
    title = forms.CharField(label="Titre", help_text="Le nom de l’événement.")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    support = forms.ChoiceField(label="Soutien", choices=[("o", "Oui"), ("n", "Non")], widget=forms.RadioSelect)
    charter = forms.BooleanField(label="J’accepte la charte")


@pytest.fixture
def field():
    def draw(name, data=None):
        return Example(data)[name].as_field_group()

    return draw


def test_a_text_field_ties_label_and_hint_to_its_input(field):
    html = field("title")
    assert (
        '<label class="field-label" for="id_title">Titre <span class="field-mark">(obligatoire)</span></label>' in html
    )
    assert '<div class="field-hint" id="id_title_helptext">Le nom de l’événement.</div>' in html
    assert 'aria-describedby="id_title_helptext"' in html


def test_a_hint_that_an_editor_wrote_is_escaped_and_one_that_code_marked_safe_is_not():
    form = Example()
    form.fields["title"].help_text = "Entre <b> et </b>"
    form.fields["note"].help_text = format_html('Voir <a href="/charte/">{}</a>', "la <charte>")
    assert ">Entre &lt;b&gt; et &lt;/b&gt;</div>" in form["title"].as_field_group()
    assert '>Voir <a href="/charte/">la &lt;charte&gt;</a></div>' in form["note"].as_field_group()


def test_an_optional_field_carries_no_mark(field):
    assert "field-mark" not in field("note")


def test_an_error_is_read_with_its_field(field):
    html = field("title", {"title": ""})
    assert '<ul class="field-errors" id="id_title_error">' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'aria-invalid="true"' in html


def test_radio_buttons_are_grouped_under_a_legend_that_can_take_focus(field):
    html = field("support", {"support": "x"})
    assert '<fieldset id="id_support_groupe" tabindex="-1" aria-describedby="id_support_error">' in html
    assert '<legend class="field-label">Soutien' in html


def test_ids_in_a_field_are_unique(field):
    ids = re.findall(r'\bid="([^"]+)"', field("support", {"support": "x"}))
    assert sorted(ids) == sorted({*ids})


def test_a_single_checkbox_stands_before_its_label(field):
    html = field("charter")
    assert re.search(r'<input type="checkbox".+id="id_charter">\s*<label for="id_charter">J’accepte la charte', html)


def test_the_error_summary_links_to_each_field_and_takes_focus():
    html = render_to_string("components/tools/error_summary.html", {"form": Example({"title": "", "support": "o"})})
    assert 'role="alert" tabindex="-1"' in html
    assert "2 points sont à corriger" in html
    assert re.findall(r'<a href="(#[^"]+)">([^<]+)</a>', html) == [
        ("#id_title", "Titre"),
        ("#id_charter", "J’accepte la charte"),
    ]


def test_a_valid_form_has_no_error_summary():
    data = {"title": "NEC", "support": "o", "charter": "on"}
    assert render_to_string("components/tools/error_summary.html", {"form": Example(data)}).strip() == ""


def test_a_whole_form_is_drawn_from_the_same_fields():
    html = str(Example())
    assert re.findall(r'<div class="field (field--\w+)">', html) == [
        "field--text",
        "field--textarea",
        "field--radioselect",
        "field--checkbox",
    ]


def test_what_a_person_typed_is_escaped():
    assert "<script>" not in Example({"title": "<script>"})["title"].as_field_group()
