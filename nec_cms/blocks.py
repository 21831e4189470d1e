"""Blocks that every page's body offers. Each has a picture (preview), a name and a sentence."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock as WagtailImageBlock

from nec_cms.typography import number

TEXT_FEATURES = [
    "h3",
    "h4",
    "bold",
    "italic",
    "ol",
    "ul",
    "link",
    "document-link",
    "blockquote",
    "superscript",
]
INLINE_FEATURES = ["bold", "italic", "link"]


class HeadingBlock(blocks.CharBlock):
    class Meta:
        icon = "title"
        label = "Intertitre"
        description = "Un titre de partie, repris dans le sommaire de la page."
        template = "nec_cms/blocks/heading.html"
        preview_value = "Un numérique d’intérêt général"
        group = "Textes"


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Texte"
        description = "Des paragraphes, avec listes, liens et sous-titres."
        template = "nec_cms/blocks/text.html"
        preview_value = (
            "<p>Un NEC local réunit, un jour ou deux, celles et ceux qui font le numérique d’un territoire.</p>"
        )
        group = "Textes"


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="citation")
    author = blocks.CharBlock(label="autrice ou auteur", required=False)
    role = blocks.CharBlock(label="qualité", required=False)

    class Meta:
        icon = "openquote"
        label = "Citation"
        description = "Une phrase mise en valeur, avec son autrice ou son auteur."
        template = "nec_cms/blocks/quote.html"
        preview_value = {
            "text": "Le numérique se décide ensemble.",
            "author": "Camille Exemple",
            "role": "porteuse",
        }
        group = "Textes"


class PictureBlock(blocks.StructBlock):
    image = WagtailImageBlock(label="image")
    caption = blocks.CharBlock(label="légende", required=False)

    class Meta:
        icon = "image"
        label = "Image"
        description = (
            "Une image avec légende et crédit. Le texte de remplacement est demandé, ou l’image est marquée décorative."
        )
        template = "nec_cms/blocks/picture.html"
        group = "Médias"

    def get_preview_value(self) -> Any:
        """The newest picture of the library; the template draws one where there is none yet."""
        image = get_image_model().objects.order_by("-pk").first()
        if image:
            image.contextual_alt_text, image.decorative = image.default_alt_text, False
        return self.normalize({"image": image, "caption": "Une légende, puis le crédit de l’image."})


class FigureItemBlock(blocks.StructBlock):
    value = blocks.CharBlock(label="chiffre", max_length=12)
    label = blocks.CharBlock(label="ce qu’il compte")
    note = blocks.CharBlock(label="date et source", required=False)


class FiguresBlock(blocks.StructBlock):
    items = blocks.ListBlock(FigureItemBlock(), label="chiffres", min_num=1, max_num=4)

    class Meta:
        icon = "order"
        label = "Chiffres clés"
        description = "Un à quatre chiffres entre crochets, chacun avec sa source."
        template = "nec_cms/blocks/figures.html"
        preview_value = {"items": [{"value": "45", "label": "NEC locaux organisés", "note": "depuis janvier 2021"}]}
        group = "Repères"


class ActionBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="titre")
    text = blocks.TextBlock(label="texte", required=False)
    link_text = blocks.CharBlock(label="texte du lien")
    page = blocks.PageChooserBlock(label="page", required=False)
    url = blocks.URLBlock(label="ou adresse", required=False)

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if not (value["page"] or value["url"]):
            message = "Choisissez une page ou donnez une adresse."
            raise blocks.StructBlockValidationError({"page": ValidationError(message)})
        return value

    class Meta:
        icon = "link-external"
        label = "Appel à l’action"
        description = "Un bandeau qui invite à faire une chose, et une seule."
        template = "nec_cms/blocks/action.html"
        preview_value = {
            "title": "Organiser un NEC local",
            "text": "L’appel est permanent.",
            "link_text": "Candidater",
        }
        group = "Repères"


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="intitulé")
    text = blocks.RichTextBlock(label="texte", features=TEXT_FEATURES)


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItemBlock(), label="volets", min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Volets dépliants"
        description = "Des questions et leurs réponses, que l’on ouvre une à une."
        template = "nec_cms/blocks/accordion.html"
        preview_value = {"items": [{"title": "Qui peut candidater ?", "text": "<p>Toute personne morale.</p>"}]}
        group = "Repères"


def cell_text(value: Any) -> str:
    """What a cell shows: a number with its decimal comma, nothing for an empty cell."""
    if value is None:
        return ""
    return number(value) if isinstance(value, (int, float)) else str(value)


class DataTableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label="titre du tableau")
    table = TypedTableBlock(
        [("text", blocks.CharBlock(label="texte")), ("number", blocks.FloatBlock(label="nombre"))],
        label="tableau",
    )

    class Meta:
        icon = "table"
        label = "Tableau"
        description = "Un tableau de données avec son titre et ses en-têtes."
        template = "nec_cms/blocks/table.html"
        preview_value = {
            "caption": "Participation aux éditions nationales",
            "table": {
                "columns": [{"type": "text", "heading": "Édition"}, {"type": "number", "heading": "Participants"}],
                "rows": [{"values": ["Lens, 2022", 1800]}, {"values": ["Bordeaux, 2023", 2000]}],
            },
        }
        group = "Repères"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Headers and rows as plain texts, with numbers the French way, and an identifier of its own in the page."""
        table = value["table"]
        rows = [[cell_text(cell.value) for cell in row] for row in table.rows]
        headers = [column["heading"] for column in table.columns]
        position = (parent_context or {}).get("position")
        extra = {"headers": headers, "rows": rows, "id": f"tableau-{position}" if position else "tableau"}
        return super().get_context(value, parent_context) | extra


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label="document")
    label = blocks.CharBlock(label="intitulé", required=False)

    class Meta:
        icon = "download"
        label = "Document"
        description = "Un fichier à télécharger, avec format, poids et licence."
        template = "nec_cms/blocks/download.html"
        group = "Médias"

    def get_preview_value(self) -> Any:
        """A file that exists nowhere: the preview shows its name, format, weight and licence."""
        document = get_document_model()(
            pk=0, title="Guide d’organisation (exemple)", file="guide.pdf", file_size=240_000
        )
        return self.normalize({"document": document, "label": ""})


CORE_BLOCKS = {
    "heading": HeadingBlock,
    "text": TextBlock,
    "quote": QuoteBlock,
    "picture": PictureBlock,
    "download": DownloadBlock,
    "figures": FiguresBlock,
    "action": ActionBlock,
    "accordion": AccordionBlock,
    "table": DataTableBlock,
}
