"""Sections of the landing page that editors write: what a NEC local is, what it brings, what is asked, and how."""

from typing import Any

from wagtail import blocks

from events.blocks.links import LinkBlock
from nec_cms.blocks import INLINE_FEATURES
from nec_cms.models import SiteSettings


class SectionBlock(blocks.StructBlock):
    """A part of a page: a heading, a sentence or two, then what the part holds."""

    title = blocks.CharBlock(label="titre", max_length=120, help_text="Le titre de la partie.")
    introduction = blocks.TextBlock(
        label="introduction", required=False, help_text="Une ou deux phrases sous le titre."
    )


class PromiseBlock(blocks.StructBlock):
    title = blocks.CharBlock(
        label="promesse", max_length=80, help_text="Un verbe d’abord\u00a0: découvrir, voir, organiser."
    )
    text = blocks.TextBlock(label="texte", required=False, help_text="Une phrase.")
    link = LinkBlock(help_text="Où mène la promesse. Sans texte, il n’y a pas de lien.")


class PromisesBlock(SectionBlock):
    items = blocks.ListBlock(
        PromiseBlock(), label="promesses", min_num=1, max_num=4, help_text="Trois, le plus souvent."
    )

    class Meta:
        icon = "pick"
        label = "Promesses"
        description = "Ce que la page permet, en une à quatre promesses, chacune avec son lien."
        template = "events/blocks/promises.html"
        preview_value = {
            "title": "Le numérique d’intérêt général, près de chez vous",
            "introduction": "Un NEC local réunit celles et ceux qui font le numérique d’un territoire.",
            "items": [
                {"title": "Découvrir le format", "text": "Un jour ou deux.", "link": {"text": "Lire", "address": "/"}},
                {"title": "Voir les prochains", "text": "L’agenda.", "link": {"text": "Voir", "address": "/"}},
                {"title": "Organiser le vôtre", "text": "L’appel est permanent.", "link": {}},
            ],
        }


class PointBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="intitulé", max_length=120, help_text="Quelques mots.")
    text = blocks.RichTextBlock(
        label="texte", required=False, features=INLINE_FEATURES, help_text="Une ou deux phrases, ou rien."
    )


class PointsBlock(SectionBlock):
    dress = blocks.ChoiceBlock(
        label="présentation",
        choices=[("cards", "Cartes"), ("list", "Liste"), ("columns", "Liste serrée, sur deux colonnes")],
        default="cards",
        help_text="Des cartes pour peu de points, une liste au-delà de six.",
    )
    items = blocks.ListBlock(PointBlock(), label="points", min_num=1, help_text="Dans l’ordre d’affichage.")
    link = LinkBlock(help_text="À côté du titre. Sans texte, il n’y a pas de lien.")

    class Meta:
        icon = "list-ul"
        label = "Points"
        description = (
            "Des atouts, des engagements, un contenu\u00a0: chaque point a un intitulé et, s’il faut, un texte."
        )
        template = "events/blocks/points.html"
        preview_value = {
            "title": "Ce que reçoit chaque porteur",
            "introduction": "",
            "dress": "cards",
            "items": [
                {"title": "La marque", "text": "<p>Et la confiance qui va avec.</p>"},
                {"title": "Un kit de communication", "text": "<p>Logo, affiche, bannières.</p>"},
            ],
            "link": {},
        }


class TierBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="palier", max_length=40, help_text="Ce qu’il ouvre, en deux ou trois mots.")
    condition = blocks.CharBlock(label="condition", max_length=160, help_text="Ce qu’il faut pour y avoir droit.")
    text = blocks.TextBlock(label="texte", required=False, help_text="Une ou deux phrases.")
    gives = blocks.ListBlock(
        blocks.CharBlock(label="élément", help_text="Quelques mots."),
        label="ce qu’il ouvre",
        required=False,
        help_text="Un élément par ligne.",
    )
    link = LinkBlock(help_text="Où demander ce droit. Sans texte, il n’y a pas de lien.")


class TiersBlock(SectionBlock):
    items = blocks.ListBlock(
        TierBlock(), label="paliers", min_num=2, max_num=4, help_text="Du plus ouvert au plus exigeant."
    )

    class Meta:
        icon = "arrow-up-big"
        label = "Paliers"
        description = "Des droits qui s’ajoutent\u00a0: la marque, l’accompagnement, la subvention."
        template = "events/blocks/tiers.html"
        preview_value = {
            "title": "Trois paliers",
            "introduction": "",
            "items": [
                {
                    "title": "La marque",
                    "condition": "La charte est acceptée",
                    "text": "",
                    "gives": ["Le nom", "Le kit"],
                },
                {"title": "L’accompagnement", "condition": "Deux critères", "text": "", "gives": ["Des relais"]},
                {"title": "La subvention", "condition": "Quatre mois avant", "text": "", "gives": ["80 % au plus"]},
            ],
        }


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="étape", max_length=120, help_text="Ce qui s’y passe, en quelques mots.")
    when = blocks.CharBlock(
        label="quand", max_length=60, required=False, help_text="«\u00a0Quatre mois avant\u00a0», «\u00a0Après\u00a0»."
    )
    text = blocks.TextBlock(label="texte", required=False, help_text="Une ou deux phrases.")


class StepsBlock(SectionBlock):
    items = blocks.ListBlock(StepBlock(), label="étapes", min_num=2, help_text="Dans l’ordre où elles viennent.")
    link = LinkBlock(help_text="À côté du titre. Sans texte, il n’y a pas de lien.")

    class Meta:
        icon = "order"
        label = "Étapes"
        description = "Un déroulement dans l’ordre\u00a0: l’instruction d’un dossier, le versement d’une subvention."
        template = "events/blocks/steps.html"
        preview_value = {
            "title": "De la candidature au bilan",
            "introduction": "",
            "items": [
                {"title": "Le dossier", "when": "Quatre mois avant", "text": "Il est déposé en ligne."},
                {"title": "Le bilan", "when": "Après", "text": "Il ouvre le versement."},
            ],
            "link": {},
        }


class CriteriaBlock(SectionBlock):
    mandatory = blocks.ListBlock(
        PointBlock(), label="critères obligatoires", min_num=1, help_text="Ceux qui ouvrent l’accompagnement."
    )
    weighed = blocks.ListBlock(
        PointBlock(), label="critères appréciés", min_num=1, help_text="Ceux qui pèsent dans la décision, numérotés."
    )

    class Meta:
        icon = "tasks"
        label = "Critères"
        description = "Les critères obligatoires d’un côté, ceux que l’équipe apprécie de l’autre."
        template = "events/blocks/criteria.html"
        preview_value = {
            "title": "Ce que regarde l’équipe",
            "introduction": "",
            "mandatory": [{"title": "150 personnes au moins", "text": ""}],
            "weighed": [{"title": "La solidité du projet", "text": ""}, {"title": "L’innovation", "text": ""}],
        }


class ContactBlock(SectionBlock):
    class Meta:
        icon = "mail"
        label = "Contact"
        description = "Une invitation à écrire à l’adresse de contact du programme, celle des réglages du site."
        template = "events/blocks/contact.html"
        preview_value = {"title": "Une question\u202f?", "introduction": "L’équipe du programme vous répond."}

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        request = context.get("request")
        settings = context.get("site_settings") or (SiteSettings.for_request(request) if request else SiteSettings())
        return context | {"email": settings.contact_email}
