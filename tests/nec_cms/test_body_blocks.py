"""The core's blocks: each has a preview that renders, and shows what was typed, escaped and well spaced."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Page

from nec_cms.blocks import CORE_BLOCKS, ActionBlock, DataTableBlock, PictureBlock
from nec_cms.body import BodyBlock
from tests.factories.media import make_image


def rendered(name: str, value: object) -> str:
    block = CORE_BLOCKS[name]()
    block.set_name(name)
    return str(block.render(block.normalize(value), {}))


@pytest.mark.django_db
@pytest.mark.parametrize("name", CORE_BLOCKS)
def test_preview_of_each_block_renders_and_the_block_explains_itself(name: str, rf: RequestFactory) -> None:
    block = CORE_BLOCKS[name]()
    block.set_name(name)
    assert block.is_previewable
    assert block.meta.description
    assert "<" in block.render(block.get_preview_value(), {"request": rf.get("/")})


@pytest.mark.django_db
def test_preview_in_the_editor_wears_the_site_style_sheet(admin_client: Client) -> None:
    block = BodyBlock().child_blocks["quote"]
    answer = admin_client.get("/admin/block-preview/", {"id": block.definition_prefix})
    assert answer.status_code == 200
    assert "nec/site.css" in answer.content.decode()
    assert "Camille Exemple" in answer.content.decode()


def test_heading_is_escaped_and_has_an_anchor() -> None:
    assert rendered("heading", "Où & <b>quand</b> ?").strip() == (
        '<h2 class="body-heading" id="ou-bquandb">Où &amp; &lt;b&gt;quand&lt;/b&gt;\u202f?</h2>'
    )


def test_quote_escapes_what_was_typed() -> None:
    html = rendered("quote", {"text": "<script>1</script>", "author": "A & B", "role": ""})
    assert "<p>&lt;script&gt;1&lt;/script&gt;</p>" in html
    assert "<strong>A &amp; B</strong>" in html


def test_table_writes_numbers_the_french_way_and_names_its_rows() -> None:
    html = rendered("table", DataTableBlock().meta.preview_value)
    assert '<th scope="row">Bordeaux, 2023</th><td>2\u202f000</td>' in html
    assert '<caption id="tableau">Participation aux éditions nationales</caption>' in html


def test_tables_of_one_page_have_names_of_their_own() -> None:
    body = BodyBlock()
    table = DataTableBlock().meta.preview_value
    html = body.render(body.normalize([("table", table), ("table", table)]))
    assert html.count('id="tableau-1"') == 1
    assert html.count('aria-labelledby="tableau-2"') == 1


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # Wagtail leaves a rendition's temporary file open
def test_picture_is_described_or_marked_decorative_and_credited() -> None:
    image = make_image(credit="Camille Exemple")
    value = {"image": {"image": image, "alt_text": "Une place", "decorative": False}, "caption": "La place"}
    html = rendered("picture", value)
    assert 'alt="Une place"' in html
    assert "© Camille Exemple" in html
    decorative = PictureBlock().normalize(
        {"image": {"image": image, "alt_text": "ignoré", "decorative": True}, "caption": ""}
    )
    assert 'alt=""' in PictureBlock().render(decorative)


def test_action_needs_a_page_or_an_address() -> None:
    block = ActionBlock()
    empty = block.normalize({"title": "Agir", "text": "", "link_text": "Candidater", "page": None, "url": ""})
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(empty)
    assert refused.value.block_errors == {"page": refused.value.block_errors["page"]}
    assert refused.value.block_errors["page"].messages == ["Choisissez une page ou donnez une adresse."]
    assert isinstance(refused.value, ValidationError)


@pytest.mark.django_db
def test_action_leads_to_its_page(home: Page) -> None:
    value = {"title": "Agir", "text": "", "link_text": "Accueil", "page": home, "url": ""}
    assert 'href="/"' in rendered("action", value)
