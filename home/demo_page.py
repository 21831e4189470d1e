"""How the demo's texts are written: plain spaces are typed, French ones are stored."""

from dataclasses import dataclass
from typing import Any

from nec_cms.typography import french_spaces

Block = tuple[str, Any]


def heading(text: str) -> Block:
    return "heading", french_spaces(text)


def text(*paragraphs: str) -> Block:
    """Paragraphs, or a list where an item begins with « - »."""
    html, items = [], []
    for paragraph in [*paragraphs, ""]:
        if paragraph.startswith("- "):
            items.append(f"<li>{paragraph[2:]}</li>")
            continue
        if items:
            html.append(f"<ul>{''.join(items)}</ul>")
            items = []
        if paragraph:
            html.append(f"<p>{paragraph}</p>")
    return "text", french_spaces("".join(html))


@dataclass(frozen=True)
class DemoPage:
    """A content page of the demo."""

    slug: str
    title: str
    introduction: str
    body: tuple[Block, ...]

    def fields(self) -> dict[str, Any]:
        return {
            "title": french_spaces(self.title),
            "introduction": french_spaces(self.introduction),
            "body": list(self.body),
        }
