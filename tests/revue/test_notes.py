"""Notes: called in the text, placed after their paragraph, linked both ways, and counted when a page is saved."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from revue import notes
from revue.models import IssuePage
from tests.factories.revue import ArticlePageFactory


def test_note_stands_after_the_paragraph_that_calls_it() -> None:
    html = notes.placed("<p>Un mot [^1] et deux.</p><p>Suite.</p>", ["<p>La note.</p>"])
    before, _, after = html.partition("</p>")
    assert 'mot<sup class="note-call"><a href="#note-1" id="appel-1" role="doc-noteref">' in before
    assert after.startswith('<div class="note" id="note-1" role="note">')
    assert after.index("La note.") < after.index("Suite.")


def test_note_called_in_a_list_stands_after_the_list() -> None:
    html = notes.placed("<ul><li><p>Un[^1]</p></li><li>Deux</li></ul><p>Fin</p>", ["<p>N.</p>"])
    assert html.index("</ul>") < html.index('id="note-1"') < html.index("<p>Fin</p>")


def test_call_without_note_and_second_call_stay_as_they_were_typed() -> None:
    html = notes.placed("<p>A[^1] B[^2] C[^1]</p>", ["<p>N.</p>"])
    assert html.count("[^2]") == 1
    assert html.count("[^1]") == 1


def test_nothing_is_replaced_inside_a_tag() -> None:
    assert notes.placed('<img alt="[^1]">', ["<p>N.</p>"]) == '<img alt="[^1]">'


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "total", "message"),
    [
        ("Un[^1] deux[^2]", 1, "Note appelée mais absente\u00a0: 2."),
        ("Un", 1, "Note jamais appelée dans le texte\u00a0: 1."),
        ("Un[^1][^1]", 1, "Une note est appelée deux fois\u00a0: chaque appel a la sienne."),
        ("Un[^2] deux[^1]", 2, "Les notes ne sont pas appelées dans l’ordre."),
    ],
)
def test_calls_and_notes_that_do_not_match_are_refused(issue: IssuePage, text: str, total: int, message: str) -> None:
    article = ArticlePageFactory(parent=issue)
    article.body = [("text", f"<p>{text}</p>")]
    article.notes = [("note", "<p>N.</p>")] * total
    with pytest.raises(ValidationError) as refused:
        article.full_clean()
    assert refused.value.message_dict == {"notes": [message]}


@pytest.mark.django_db
def test_page_and_feed_show_the_note(client: Client, issue: IssuePage) -> None:
    note = ("note", "<p>Voir <i>ailleurs</i>.</p>")
    article = ArticlePageFactory(parent=issue, body=[("text", "<p>Un mot[^1].</p>")], notes=[note])
    html = client.get(article.url).content.decode()
    assert html.count('<a href="#note-1" id="appel-1" role="doc-noteref">') == 1
    assert html.count('<a class="note-back" href="#appel-1">') == 1
    assert "Voir &lt;i&gt;ailleurs" in client.get("/revue/flux.atom").content.decode()
