"""The outline of a body: one anchor for each heading, none twice, none that the shell uses."""

import pytest

from nec_cms.body import BodyBlock
from nec_cms.outline import anchor, contents


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Éduquer", "eduquer"),
        ("Contenu", "partie-contenu"),
        ("2024, une année", "partie-2024-une-annee"),
        ("？", "partie"),
    ],
)
def test_anchor_comes_from_the_title(title: str, expected: str) -> None:
    assert anchor(title, set()) == expected


def test_contents_tell_twins_apart_and_skip_other_blocks() -> None:
    body = BodyBlock()
    value = body.normalize(
        [("heading", "Agir"), ("quote", {"text": "Oui", "author": "", "role": ""}), ("heading", "Agir")]
    )
    assert contents(value) == [{"id": "agir", "title": "Agir"}, {"id": "agir-2", "title": "Agir"}]


def test_rendered_body_carries_the_anchors_of_its_contents() -> None:
    body = BodyBlock()
    html = body.render(body.normalize([("heading", "Agir"), ("heading", "Agir")]))
    assert html.count('id="agir"') == 1
    assert html.count('id="agir-2"') == 1
