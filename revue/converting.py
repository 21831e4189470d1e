"""The blocks of a body as the nodes of a manuscript (see revue.manuscript)."""

from collections.abc import Callable, Iterable
from typing import Any

from nec_cms.blocks import cell_text
from nec_cms.typography import french_spaces
from revue import rich
from revue.pictures import Picture, picture_of

Node = dict[str, Any]


def nodes(body: Iterable[Any], pictures: dict[str, Picture], root: str) -> list[Node]:
    """The nodes of a body; the pictures that they show are added to `pictures`, by name."""
    found: list[Node] = []
    for block in body:
        value = block.value
        if block.block_type == "picture":
            if value["image"] and (picture := picture_of(value["image"])):
                image = value["image"]
                alt = "" if image.decorative else image.contextual_alt_text or ""
                found.append(figure(picture, alt, value["caption"], image.credit, pictures))
        elif block.block_type == "portrait":
            if value["image"] and (picture := picture_of(value["image"])):
                alt = "" if value["image"].decorative else value["image"].contextual_alt_text or ""
                found.append(figure(picture, alt, "", value["image"].credit, pictures))
            name = ", ".join(filter(None, [value["name"], value["role"]]))
            found += [_line(name, bold=True), *rich.nodes(value["text"].source, root)]
        elif convert := CONVERTERS.get(block.block_type):
            found += convert(value, root)
        else:
            found += rich.nodes(str(block.render()), root)
    return found


def figure(picture: Picture, alt: str, caption: str, credit: str, pictures: dict[str, Picture]) -> Node:
    pictures[picture.name] = picture
    said = " ".join(filter(None, [french_spaces(caption), f"© {credit}" if credit else ""]))
    return {"kind": "figure", "picture": picture.name, "alt": french_spaces(alt), "caption": said}


def _line(text: str, **marks: Any) -> Node:
    return {"kind": "paragraph", "runs": [rich.run(french_spaces(text), **marks)]}


def _heading(value: Any, root: str) -> list[Node]:
    return [{"kind": "heading", "level": 2, "text": french_spaces(str(value))}]


def _text(value: Any, root: str) -> list[Node]:
    return rich.nodes(value.source, root)


def _quote(value: Any, root: str) -> list[Node]:
    who = ", ".join(filter(None, [value["author"], value["role"]]))
    return [{"kind": "quote", "runs": [rich.run(french_spaces(value["text"]))], "source": french_spaces(who)}]


def _table(value: Any, root: str) -> list[Node]:
    table = value["table"]
    headers = [column["heading"] for column in table.columns]
    rows = [[cell_text(cell.value) for cell in row] for row in table.rows]
    return [{"kind": "table", "caption": french_spaces(value["caption"]), "headers": headers, "rows": rows}]


def _figures(value: Any, root: str) -> list[Node]:
    return [
        _line(f"{each['value']}\u00a0: {each['label']}" + (f" ({each['note']})" if each["note"] else ""))
        for each in value["items"]
    ]


def _accordion(value: Any, root: str) -> list[Node]:
    found: list[Node] = []
    for each in value["items"]:
        found += [{"kind": "heading", "level": 3, "text": french_spaces(each["title"])}]
        found += rich.nodes(each["text"].source, root)
    return found


def _action(value: Any, root: str) -> list[Node]:
    url = rich.absolute(value["page"].url if value["page"] else value["url"], root)
    link = {"kind": "paragraph", "runs": [rich.run(french_spaces(value["link_text"]), url=url)]}
    return [_line(value["title"], bold=True), *([_line(value["text"])] if value["text"] else []), link]


def _download(value: Any, root: str) -> list[Node]:
    document = value["document"]
    if document is None:
        return []
    run = rich.run(french_spaces(value["label"] or document.title), url=rich.absolute(document.url, root))
    return [{"kind": "paragraph", "runs": [run]}]


def _recording(value: Any, root: str) -> list[Node]:
    url = rich.absolute(value["document"].url if value["document"] else value["url"], root)
    title = french_spaces(value["title"]) + (f" ({value['duration']})" if value["duration"] else "")
    heading = {"kind": "paragraph", "runs": [rich.run(title, bold=True, url=url)]}
    return [heading, _line("Transcription", italic=True), *rich.nodes(value["transcription"].source, root)]


def _glossary(value: Any, root: str) -> list[Node]:
    found = [{"kind": "heading", "level": 3, "text": french_spaces(value["title"])}]
    for each in value["terms"]:
        found += [_line(each["term"], bold=True), *rich.nodes(each["definition"].source, root)]
    return found


def _places(value: Any, root: str) -> list[Node]:
    names = ", ".join(place.name for place in value["places"] if place)
    return [_line(value["title"], bold=True), _line(names)]


CONVERTERS: dict[str, Callable[[Any, str], list[Node]]] = {
    "heading": _heading,
    "text": _text,
    "quote": _quote,
    "table": _table,
    "figures": _figures,
    "accordion": _accordion,
    "action": _action,
    "download": _download,
    "recording": _recording,
    "glossary": _glossary,
    "places": _places,
}
