"""The components as files: each says its variables, keeps to the site's policy, and escapes what it is given."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template.loader import render_to_string

SHELL = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(SHELL.rglob("*.html"))
COMPONENTS = sorted((SHELL / "components").rglob("*.html"))


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_begins_with_the_list_of_its_variables(path):
    assert re.match(r"\{# .+ #\}\n", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_has_no_inline_style_script_or_handler(path):
    source = path.read_text(encoding="utf-8")
    assert re.findall(r"<style|<script|\sstyle=|\son[a-z]+=|https?://(?!github\.com/etalab)", source) == []


def test_a_title_is_escaped_inside_its_brackets():
    html = render_to_string("components/card.html", {"title": "NEC <img>", "url": "/x/"})
    assert '<a href="/x/"><span class="brand">NEC</span> <span class="bracketed">&lt;img&gt;</span></a>' in html


@pytest.mark.parametrize(
    ("status", "label"),
    [
        ("announced", "Annoncé"),
        ("confirmed", "Confirmé"),
        ("postponed", "Reporté"),
        ("cancelled", "Annulé"),
        ("past", "Édition passée"),
    ],
)
def test_a_status_is_written_and_not_only_coloured(status, label):
    html = render_to_string("components/status.html", {"status": status})
    assert re.findall(r"</svg>([^<]+)</span>", html) == [label]


def test_a_button_with_an_address_is_a_link_and_without_one_a_submit_button():
    link = render_to_string("components/button.html", {"label": "Candidater", "url": "/candidature/"})
    button = render_to_string("components/button.html", {"label": "Envoyer", "name": "envoi", "value": "1"})
    assert '<a class="button button--primary" href="/candidature/">' in link
    assert '<button class="button button--primary" type="submit" name="envoi" value="1">' in button


def test_the_breadcrumb_starts_at_home_and_ends_on_the_page_itself():
    html = render_to_string(
        "components/breadcrumb.html",
        {"breadcrumb": [("Numérique en Commun[s]", "/"), ("Revue", "/revue/")], "current": "N° 3"},
    )
    assert re.findall(r"<li>(.+?)</li>", html) == [
        '<a href="/">Accueil</a>',
        '<a href="/revue/">Revue</a>',
        '<span aria-current="page">N° 3</span>',
    ]


def test_pagination_is_absent_from_a_single_page_and_keeps_filters_on_several():
    single = render_to_string("components/pagination.html", {"page": Paginator(range(5), 10).get_page(1)})
    several = render_to_string(
        "components/pagination.html", {"page": Paginator(range(30), 10).get_page(2), "query": "theme=ia&page=2"}
    )
    assert single.strip() == ""
    assert re.findall(r'href="([^"]+)"', several) == [f"?theme=ia&amp;page={number}" for number in (1, 1, 2, 3, 3)]


def test_a_stepper_says_where_one_stands_and_what_comes_next():
    html = render_to_string("components/tools/stepper.html", {"steps": ["Structure", "Projet", "Budget"], "current": 2})
    assert "Étape 2 sur 3</span> Projet" in html
    assert "<strong>Étape suivante&nbsp;:</strong> Budget" in html
    last = render_to_string("components/tools/stepper.html", {"steps": ["Structure", "Projet"], "current": 2})
    assert "Étape suivante" not in last


def test_a_tier_says_whether_its_criteria_are_met():
    tiers = [{"label": "La marque", "met": True}, {"label": "La subvention", "met": False, "reasons": ["Trop tard."]}]
    html = render_to_string("components/tools/eligibility.html", {"tiers": tiers})
    assert re.findall(r"<span>([^<]+)</span>", html) == ["Critères réunis", "Critères à réunir"]
    assert re.findall(r'<li class="(tier[^"]*)">', html) == ["tier tier--met", "tier"]
