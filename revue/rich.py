"""Rich text as nodes and runs: paragraphs, lists, small headings, quotations, and what is bold, italic or a link."""

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from wagtail.rich_text import expand_db_html

from nec_cms.typography import french_spaces
from revue.notes import CALL

Run = dict[str, Any]
Node = dict[str, Any]

BLOCKS = {"p", "div", "section", "figure", "figcaption", "dt", "dd", "td", "th", "summary"}
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 4, "h6": 4}
LEFT_OUT = {"svg", "script", "style", "audio", "video", "img", "button", "form"}
MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "raised"}


def run(text: str, **marks: Any) -> Run:
    """A stretch of text in one dress; `note` is the number of a note called there, 0 for none."""
    return {"text": text, "bold": False, "italic": False, "raised": False, "url": "", "note": 0} | marks


def nodes(source: str, root: str) -> list[Node]:
    """The nodes of rich text as it is stored; addresses of the site start with `root`."""
    html = french_spaces(expand_db_html(source))
    return [node for node in _walk(BeautifulSoup(html, "html.parser"), root) if not _is_empty(node)]


def absolute(url: str | None, root: str) -> str:
    """The address from everywhere; what is neither an address of the web nor of mail is dropped."""
    url = url or ""
    if url.startswith("/") and not url.startswith("//"):
        return root + url
    return url if url.startswith(("http://", "https://", "mailto:")) else ""


def _walk(element: Any, root: str) -> Iterator[Node]:
    """The blocks of an element; loose inline content between them makes paragraphs."""
    loose: list[Run] = []
    for child in element.children:
        name = child.name if isinstance(child, Tag) else ""
        if name in LEFT_OUT:
            continue
        if not (name in BLOCKS or name in HEADINGS or name in ("ul", "ol", "dl", "table", "blockquote", "details")):
            loose += _runs(child, root, {})
            continue
        if loose:
            yield {"kind": "paragraph", "runs": loose}
            loose = []
        if name in HEADINGS:
            yield {"kind": "heading", "level": HEADINGS[name], "text": child.get_text().strip()}
        elif name in ("ul", "ol"):
            yield {"kind": "list", "ordered": name == "ol", "items": list(_items(child, root))}
        elif name == "blockquote":
            yield {"kind": "quote", "runs": _trimmed(_runs(child, root, {})), "source": ""}
        elif name == "p":
            yield {"kind": "paragraph", "runs": _trimmed(_runs(child, root, {}))}
        else:
            yield from _walk(child, root)
    if loose:
        yield {"kind": "paragraph", "runs": _trimmed(loose)}


def _items(element: Tag, root: str) -> Iterator[list[Run]]:
    """The items of a list, those of lists inside it after the item that holds them."""
    for item in element.find_all("li", recursive=False):
        own = [child for child in item.children if not (isinstance(child, Tag) and child.name in ("ul", "ol"))]
        yield _trimmed([each for child in own for each in _runs(child, root, {})])
        for inner in item.find_all(["ul", "ol"], recursive=False):
            yield from _items(inner, root)


def _runs(element: Any, root: str, marks: dict[str, Any]) -> list[Run]:
    if isinstance(element, NavigableString):
        return list(_with_calls(str(element), marks)) if type(element) is NavigableString else []
    if element.name in LEFT_OUT:
        return []
    if element.name == "br":
        return [run("\n", **marks)]
    if mark := MARKS.get(element.name):
        marks = marks | {mark: True}
    elif element.name == "a":
        marks = marks | {"url": absolute(element.get("href"), root)}
    return [each for child in element.children for each in _runs(child, root, marks)]


def _with_calls(text: str, marks: dict[str, Any]) -> Iterator[Run]:
    parts = CALL.split(text)
    for position, part in enumerate(parts):
        if position % 2:
            yield run("", note=int(part))
        elif part:
            yield run(part, **marks)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Without the blanks at both ends."""
    runs = [dict(each) for each in runs]
    if runs:
        runs[0]["text"] = runs[0]["text"].lstrip(" \n\t")
        runs[-1]["text"] = runs[-1]["text"].rstrip(" \n\t")
    return [each for each in runs if each["text"] or each["note"]]


def _is_empty(node: Node) -> bool:
    if node["kind"] in ("paragraph", "quote"):
        return not any(each["text"].strip() or each["note"] for each in node["runs"])
    return not (node.get("text") or node.get("items"))
