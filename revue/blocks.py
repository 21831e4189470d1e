"""What the revue brings to the body of any page."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from nec_cms.blocks import INLINE_FEATURES
from revue import places_map

SOUNDS = ("mp3", "m4a", "ogg", "opus", "wav")
FILMS = ("mp4", "webm")


class LatestIssueBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titre", default="La revue", max_length=80)

    class Meta:
        icon = "openquote"
        label = "Dernier numéro de la revue"
        description = "La couverture du dernier numéro paru et son sommaire, toujours à jour."
        template = "revue/blocks/latest_issue.html"
        preview_value = {"title": "La revue"}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The latest public issue, its articles and the revue's address; nothing where no issue has come out yet."""
        from revue.models import IssuePage

        issue = IssuePage.objects.published().latest_first().first()
        articles = list(issue.articles().defer_streamfields()) if issue else []
        extra = {"issue": issue, "articles": articles, "revue_url": issue.get_parent().url if issue else ""}
        return super().get_context(value, parent_context) | extra


class PortraitBlock(blocks.StructBlock):
    name = blocks.CharBlock(label="nom", max_length=120)
    role = blocks.CharBlock(label="qualité", required=False, max_length=160)
    image = ImageBlock(label="photographie", required=False)
    text = blocks.RichTextBlock(label="texte", features=INLINE_FEATURES)

    class Meta:
        icon = "user"
        label = "Portrait"
        description = "Une personne en quelques lignes, avec ou sans photographie."
        template = "revue/blocks/portrait.html"
        preview_value = {
            "name": "Camille Exemple",
            "role": "médiatrice numérique",
            "text": "<p>Elle ouvre la salle à neuf heures, et la referme quand la dernière question est posée.</p>",
        }


class RecordingBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titre", max_length=160)
    document = DocumentChooserBlock(
        label="fichier", required=False, help_text="Son (mp3, m4a, ogg, opus, wav) ou vidéo (mp4, webm) du site."
    )
    url = blocks.URLBlock(
        label="ou adresse", required=False, help_text="Un lien : aucun lecteur d’un autre site n’est ouvert ici."
    )
    duration = blocks.CharBlock(label="durée", required=False, max_length=20, help_text="Par exemple : 12 min.")
    transcription = blocks.RichTextBlock(
        label="transcription", features=INLINE_FEATURES, help_text="Tout ce qui se dit, pour qui n’entend pas."
    )

    class Meta:
        icon = "media"
        label = "Son ou vidéo"
        description = "Un enregistrement du site, ou un lien vers lui, toujours avec sa transcription."
        template = "revue/blocks/recording.html"
        preview_value = {
            "title": "Une voix d’exemple",
            "url": "https://example.org/voix",
            "duration": "3 min",
            "transcription": "<p>Bonjour. Ceci est un exemple.</p>",
        }

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if bool(value["document"]) == bool(value["url"]):
            message = "Choisissez un fichier ou donnez une adresse, l’un des deux."
            raise blocks.StructBlockValidationError({"document": ValidationError(message)})
        if value["document"] and nature(value["document"]) == "":
            message = "Ce fichier n’est ni un son ni une vidéo que les navigateurs savent lire."
            raise blocks.StructBlockValidationError({"document": ValidationError(message)})
        return value

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        kind = nature(value["document"]) if value.get("document") else ""
        return super().get_context(value, parent_context) | {"nature": kind}


def nature(document: Any) -> str:
    """« son », « vidéo », or nothing for a file that no browser plays."""
    extension = document.file_extension.lower()
    return "son" if extension in SOUNDS else "vidéo" if extension in FILMS else ""


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label="mot", max_length=80)
    definition = blocks.RichTextBlock(label="définition", features=INLINE_FEATURES)


class GlossaryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titre", default="Les mots de l’article", max_length=80)
    terms = blocks.ListBlock(TermBlock(), label="mots", min_num=1)

    class Meta:
        icon = "info-circle"
        label = "Lexique"
        description = "Des mots et ce qu’ils veulent dire."
        template = "revue/blocks/glossary.html"
        preview_value = {
            "title": "Les mots de l’article",
            "terms": [{"term": "Commun", "definition": "<p>Ce dont on prend soin ensemble.</p>"}],
        }


class PlacesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titre de la carte", max_length=120)
    places = blocks.ListBlock(SnippetChooserBlock("community.Territory"), label="territoires", min_num=1)

    class Meta:
        icon = "site"
        label = "Carte"
        description = "Les lieux dont on parle, sur la carte des départements, et en toutes lettres dessous."
        template = "revue/blocks/places.html"

    def get_preview_value(self) -> Any:
        """The first two territories of the directory."""
        from community.models import Territory

        return self.normalize({"title": "Où cela se passe", "places": list(Territory.objects.all()[:2])})

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The shapes of the map, those of the places marked; territories that no shape holds are in the list alone."""
        places = [place for place in value["places"] if place]
        return super().get_context(value, parent_context) | {"places": places, "map": places_map.draw(places)}
