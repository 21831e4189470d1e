"""An issue that uses every block and every field, for what is made of it."""

from typing import Any

from wagtail.models import Page

from community.models import Territory, TerritoryKind
from revue.models import ArticlePage, IssuePage
from tests.factories.media import make_image
from tests.factories.revue import ArticlePageFactory, AuthorshipFactory, ContributorFactory

TABLE = {
    "caption": "Participation & suite",
    "table": {
        "columns": [{"type": "text", "heading": "Édition"}, {"type": "number", "heading": "Participants"}],
        "rows": [{"values": ["Lens, 2022", 1800]}, {"values": ["Bordeaux, 2023", 2000.5]}],
    },
}


def body(image: Any, place: Territory) -> list[dict[str, Any]]:
    rich = (
        "<p>Un <b>commun</b> &amp; une <i>règle</i>&nbsp;: <a href='https://example.org/a?b=1&amp;c=2'>lire</a>[^1]. "
        "<script></p><ul><li>Un</li><li>Deux<ul><li>Trois</li></ul></li></ul><h3>Plus bas</h3><p>Fin[^2].</p>"
    ).replace("<script>", "&lt;script&gt;")
    return [
        {"type": "text", "value": rich},
        {"type": "heading", "value": "Une partie # avec *signes* $ \\ et <b>"},
        {"type": "quote", "value": {"text": "Décider ensemble !", "author": "Ana Exemple", "role": "médiatrice"}},
        {"type": "table", "value": TABLE},
        {"type": "figures", "value": {"items": [{"value": "45", "label": "NEC locaux", "note": "depuis 2021"}]}},
        {"type": "accordion", "value": {"items": [{"title": "Pourquoi ?", "text": "<p>Parce que.</p>"}]}},
        {"type": "picture", "value": {"image": picture(image), "caption": "La place"}},
        {
            "type": "portrait",
            "value": {"name": "Zoé Exemple", "role": "élue", "image": picture(image), "text": "<p>Elle ouvre.</p>"},
        },
        {
            "type": "recording",
            "value": {"title": "Une voix", "url": "https://example.org/v", "transcription": "<p>Bonjour.</p>"},
        },
        {
            "type": "glossary",
            "value": {"title": "Les mots", "terms": [{"term": "Commun", "definition": "<p>À tous.</p>"}]},
        },
        {"type": "places", "value": {"title": "Où", "places": [place.pk]}},
    ]


def picture(image: Any) -> dict[str, Any]:
    return {"image": image.pk, "alt_text": "Une place", "decorative": False}


def fill(issue: IssuePage) -> IssuePage:
    """Give the issue an editorial and three articles, one of which holds every block."""
    image = make_image(credit="Camille Exemple")
    place = Territory.objects.create(name="Terre d’exemple", kind=TerritoryKind.TERRITOIRE)
    issue.signatory, issue.signatory_role = ContributorFactory(name="Dominique Exemple"), "rédactrice en chef"
    issue.introduction, issue.credits, issue.doi = "Une <enquête> ?", "Maquette : exemple", "10.1234/exemple"
    issue.body = [("text", "<p>Nous avons cherché.</p>")]
    issue.save()
    full = ArticlePageFactory(parent=issue, title="Tout & plus", rubrique="dossier", standfirst="Pourquoi ?")
    full.body = ArticlePage.body.field.to_python(body(image, place))
    full.notes = [("note", "<p>Voir <i>ailleurs</i>.</p>"), ("note", "<p>Et là.</p>")]
    full.image, full.image_alt, full.image_caption = image, "La salle", "La salle, le matin"
    full.save()
    AuthorshipFactory(article=full, contributor__name="Zoé Exemple", role="texte", organisation="Atelier")
    AuthorshipFactory(article=full, contributor__name="Ana Exemple")
    for title, rubrique in (("Second", "enquetes"), ("Dernier", "initiatives")):
        article = ArticlePageFactory(parent=issue, title=title, rubrique=rubrique)
        article.body = [("text", f"<p>Le texte de {title}.</p>")]
        article.save()
    return IssuePage.objects.get(pk=issue.pk)


def public_articles(issue: Page) -> list[ArticlePage]:
    return list(ArticlePage.objects.child_of(issue).live().in_reading_order())
