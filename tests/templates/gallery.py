"""What the gallery page shows: one plausible value for each variable of each component."""

from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import Context, Engine, Template, engines
from django.utils.safestring import mark_safe

THEMES = ["Inclusion numérique", "Communs numériques", "Logiciels libres et données ouvertes"]
MENU = ["NEC locaux", "Formats", "Communauté", "La revue", "Candidater"]


class Filters(forms.Form):
    q = forms.CharField(label="Mots", required=False)
    territoire = forms.MultipleChoiceField(
        label="Territoire",
        required=False,
        choices=[("occitanie", "Occitanie"), ("metz", "Metz")],
        widget=forms.CheckboxSelectMultiple,
    )
    theme = forms.MultipleChoiceField(
        label="Thème", required=False, choices=list(enumerate(THEMES)), widget=forms.CheckboxSelectMultiple
    )
    annee = forms.ChoiceField(label="Année", required=False, choices=[("", "Toutes"), ("2021", "2021")])


class Dossier(forms.Form):
    titre = forms.CharField(label="Titre de l’événement", help_text="Le nom qui paraîtra dans l’agenda.")
    date = forms.DateField(label="Date", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    objectif = forms.CharField(label="Objectif", widget=forms.Textarea, required=False)
    territoire = forms.ChoiceField(label="Territoire", choices=[("a", "Metz"), ("b", "Occitanie")])
    soutien = forms.ChoiceField(
        label="Une collectivité vous soutient-elle ?",
        choices=[("o", "Oui"), ("n", "Non")],
        widget=forms.RadioSelect,
        help_text="Le soutien d’au moins une collectivité est demandé.",
    )
    themes = forms.MultipleChoiceField(
        label="Thèmes", required=False, choices=list(enumerate(THEMES)), widget=forms.CheckboxSelectMultiple
    )
    piece = forms.FileField(label="Budget prévisionnel", required=False, help_text="PDF, 10 Mo au plus.")
    charte = forms.BooleanField(label="J’accepte la charte des NEC locaux")


def context() -> dict[str, Any]:
    return {
        "menu": [{"title": title, "url": "#", "current": title == MENU[0]} for title in MENU],
        "crumbs": [("Accueil", "/"), ("Les NEC locaux", "/nec-locaux/")],
        "actions": [
            {"label": "S’inscrire", "url": "#"},
            {"label": "Ajouter à mon agenda", "url": "#", "kind": "secondary", "icon": "calendar-plus"},
        ],
        "facts": [
            {"term": "Date", "text": "3 octobre 2026", "icon": "calendar"},
            {"term": "Lieu", "text": "Arsenal, 3 avenue Ney, 57000 Metz", "icon": "map-pin"},
            {"term": "Organisé par", "text": "Association exemple", "url": "#", "icon": "users"},
        ],
        "filters": Filters(QueryDict("territoire=occitanie&territoire=metz&theme=1&q=forum&annee=1999")),
        "pageobj": Paginator(range(200), 10).get_page(6),
        "acc": [
            {"title": "Qui peut candidater ?", "text": "Toute personne morale."},
            {"title": "Quand ?", "text": mark_safe("<p>Quatre mois avant <em>au moins</em>.</p>"), "open": True},
        ],
        "heads": ["Année", "Lieu", "Participants"],
        "rows": [["2018", "Nantes", "850"], ["2022", "Lens, stade Bollaert-Delelis", "1 800"]],
        "contents": [{"id": "contenu", "title": "Le format"}, {"id": "etape", "title": "Étapes", "current": True}],
        "links": [
            {"url": "#", "label": "Télécharger la charte", "note": "PDF, 120 Ko", "icon": "file-text"},
            {"url": "#", "label": "Les Bases", "note": "Ressources en licence ouverte", "external": True},
        ],
        "tiers": [
            {"label": "La marque", "met": True, "reasons": ["La charte est acceptée."]},
            {"label": "L’accompagnement", "met": True, "reasons": ["180 personnes attendues."]},
            {"label": "La subvention", "met": False, "reasons": ["Déposez le dossier quatre mois avant."]},
        ],
        "timeline": [
            {"date": "3 juin 2026", "title": "Candidature déposée", "text": "Reçue sous le n° 2026-012."},
            {"date": "12 juin 2026", "title": "Examen", "current": True},
            {"date": "à venir", "title": "Décision"},
        ],
        "kinds": ["info", "success", "warning", "error"],
        "steps": ["Votre structure", "Le projet", "Le budget", "La charte"],
        "form": Dossier({"titre": "", "soutien": "x", "themes": ["0"]}),
    }


def render() -> str:
    """The gallery as a page, with the site's shell around it."""
    engine: Engine = engines["django"].engine
    source = (Path(__file__).parent / "gallery.html").read_text(encoding="utf-8")
    return Template(source, engine=engine).render(Context(context()))
