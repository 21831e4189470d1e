"""The tags and filters of the design system."""

import lucide
import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Template
from django.utils.safestring import mark_safe
from wagtail.models import Page

from nec_cms.templatetags import nec


class Filters(forms.Form):
    q = forms.CharField(label="Mots", required=False)
    theme = forms.MultipleChoiceField(
        label="Thème", required=False, choices=[("Groupe", [("communs", "Communs")]), ("ia", "Données ouvertes")]
    )


def render(source, **context):
    return Template(source).render(Context(context))


def test_an_icon_is_decoration_unless_it_has_a_name():
    assert nec.icon("x").startswith('<svg aria-hidden="true"')
    assert nec.icon("x", 'Fermer "tout"').startswith('<svg role="img" aria-label="Fermer &quot;tout&quot;"')


def test_an_unknown_icon_is_refused():
    with pytest.raises(lucide.IconDoesNotExist):
        nec.icon("licorne")


def test_the_motif_takes_its_palette_from_the_tag_or_from_its_region():
    assert render('{% motif "Metz" 2 2 %}').startswith('<div class="motif"><svg')
    assert render('{% motif "Metz" 2 2 "lagon" %}').startswith('<div class="motif" data-palette="lagon"><svg')
    assert '<svg preserveAspectRatio="xMinYMin slice"' in render('{% motif "Metz" 2 2 fill=True %}')


def test_a_hostile_seed_changes_the_drawing_and_nothing_else():
    assert "<script" not in render("{% motif seed 2 2 %}", seed="<script>alert(1)</script>")


def test_typo_keeps_safe_markup_and_escapes_the_rest():
    assert render("{{ text|typo }}", text="<b>Quoi ?</b>") == "&lt;b&gt;Quoi\u202f?&lt;/b&gt;"
    assert render("{{ text|typo }}", text=mark_safe("<b>Quoi ?</b>")) == "<b>Quoi\u202f?</b>"


def test_pagination_keeps_the_query_and_drops_its_page():
    assert nec.without_page("theme=a&theme=b&page=3") == "theme=a&theme=b&"
    assert nec.without_page(QueryDict("page=3")) == ""
    assert nec.without_page("") == ""


def test_page_numbers_are_elided_around_the_current_one():
    page = Paginator(range(200), 10).get_page(6)
    assert list(nec.elided_pages(page)) == [1, "…", 5, 6, 7, "…", 20]


def test_active_filters_name_each_valid_value_and_the_address_without_it():
    form = Filters(QueryDict("q=forum&theme=communs&theme=inconnu&page=2"))
    assert nec.active_filters(form) == [
        {"field": "Mots", "label": "forum", "query": "theme=communs&theme=inconnu"},
        {"field": "Thème", "label": "Communs", "query": "q=forum&theme=inconnu"},
    ]
    assert nec.chosen(form["theme"]) == 1


def test_a_form_without_data_has_no_active_filter():
    assert nec.active_filters(Filters()) == []
    assert nec.active_filters(Filters({"q": "forum"})) == []


@pytest.mark.django_db
def test_a_page_type_without_a_card_of_its_own_gets_the_plain_card():
    page = Page(title="NEC <Metz>", search_description="Une journée.")
    html = render("{% card page %}", page=page)
    assert '<span class="bracketed">&lt;Metz&gt;</span>' in html
    assert '<p class="card-text">Une journée.</p>' in html
