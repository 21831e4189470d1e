"""How the demo's texts are typed and stored."""

from nec_cms.demo import heading, text


def test_texts_are_stored_with_french_spaces() -> None:
    assert heading("Pourquoi ?") == ("heading", "Pourquoi\u202f?")


def test_paragraphs_that_begin_with_a_dash_make_a_list() -> None:
    assert text("Avant :", "- un ;", "- deux.", "Après.") == (
        "text",
        "<p>Avant\u00a0:</p><ul><li>un\u202f;</li><li>deux.</li></ul><p>Après.</p>",
    )
