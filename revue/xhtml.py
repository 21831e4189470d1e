"""The pages of an EPUB as XHTML, built as trees: nothing that is written in an article can break them."""

from typing import Any
from xml.etree import ElementTree as ET

from revue.manuscript import Book, Node, Piece

XHTML, OPS = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops"
TYPE = f"{{{OPS}}}type"
ET.register_namespace("", XHTML)
ET.register_namespace("epub", OPS)


def document(title: str, body: ET.Element) -> bytes:
    """A whole page around its `body`."""
    html = _el("html", lang="fr")
    html.set("{http://www.w3.org/XML/1998/namespace}lang", "fr")
    head = _el("head", html)
    _el("title", head, text=title)
    _el("link", head, rel="stylesheet", type="text/css", href="style.css")
    html.append(body)
    tree = ET.tostring(html, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n{tree}\n'.encode()


def cover(book: Book, name: str) -> bytes:
    body = _el("body")
    section = _el("section", body, **{TYPE: "cover", "aria-label": "Couverture"})
    _el("img", section, src=name, alt=book.cover_alt)
    return document("Couverture", body)


def title_page(book: Book) -> bytes:
    """Who publishes what, when and under which licence."""
    body = _el("body")
    section = _el("section", body, **{TYPE: "titlepage", "class": "titre"})
    _el("p", section, text=f"{book.label} · {book.season}", **{"class": "rubrique"})
    _el("h1", section, text=book.title)
    for text in (book.introduction, book.series):
        if text:
            _el("p", section, text=text)
    facts = [book.credits, f"Licence\u00a0: {book.licence}"]
    facts += [f"ISSN {book.issn}"] if book.issn else []
    facts += [f"DOI\u00a0: {book.doi}"] if book.doi else []
    for fact in filter(None, facts):
        _el("p", section, text=fact, **{"class": "mention"})
    return document(book.title, body)


def navigation(book: Book, entries: list[tuple[str, str, str]]) -> bytes:
    """The contents: (rubrique, title, file) of each piece, grouped by rubrique."""
    body = _el("body")
    nav = _el("nav", body, id="sommaire", role="doc-toc", **{TYPE: "toc"})
    _el("h1", nav, text="Sommaire")
    top = _el("ol", nav)
    inner, current = top, ""
    for rubrique, title, href in entries:
        if rubrique != current:
            current, inner = rubrique, top
            if rubrique:
                item = _el("li", top)
                _el("span", item, text=rubrique)
                inner = _el("ol", item)
        _el("a", _el("li", inner), text=title, href=href)
    marks = _el("nav", body, hidden="hidden", **{TYPE: "landmarks", "aria-label": "Repères"})
    points = _el("ol", marks)
    for kind, title, href in (("toc", "Sommaire", "nav.xhtml#sommaire"), ("bodymatter", "Début", entries[0][2])):
        _el("a", _el("li", points), text=title, href=href, **{TYPE: kind})
    return document(f"Sommaire, {book.label}", body)


def piece(each: Piece) -> bytes:
    """An article or the editorial, its notes at the end; call and note lead to each other."""
    body = _el("body")
    article = _el("article", body)
    header = _el("header", article)
    if each.rubrique:
        _el("p", header, text=each.rubrique, **{"class": "rubrique"})
    _el("h1", header, text=each.title)
    if each.standfirst:
        _el("p", header, text=each.standfirst, **{"class": "chapeau"})
    if each.byline:
        _el("p", header, text=each.byline, **{"class": "signature"})
    level = 1
    for node in each.nodes:
        if node["kind"] == "heading":
            level = min(node["level"], level + 1)
            _el(f"h{level}", article, text=node["text"])
        else:
            _node(article, node, len(each.notes))
    if each.notes:
        _notes(article, each)
    return document(each.title, body)


def _notes(article: ET.Element, each: Piece) -> None:
    section = _el("section", article, role="doc-endnotes", **{"aria-label": "Notes", "class": "notes"})
    ordered = _el("ol", section)
    called = {run["note"] for run in _all_runs(each.nodes)}
    for number, note in enumerate(each.notes, 1):
        item = _el("li", ordered, id=f"note-{number}")
        for node in note:
            _node(item, node, 0)
        if number in called:
            back = _el("p", item)
            _el("a", back, text="Retour au texte", href=f"#appel-{number}", role="doc-backlink")


def _all_runs(nodes: list[Node]) -> list[dict[str, Any]]:
    return [run for node in nodes for group in (node.get("runs", []), *node.get("items", [])) for run in group]


def _node(parent: ET.Element, node: Node, notes: int) -> None:
    kind = node["kind"]
    if kind == "heading":
        _el("p", parent, text=node["text"], **{"class": "signature"})
    elif kind == "paragraph":
        _runs(_el("p", parent), node["runs"], notes)
    elif kind == "list":
        holder = _el("ol" if node["ordered"] else "ul", parent)
        for item in node["items"]:
            _runs(_el("li", holder), item, notes)
    elif kind == "quote":
        quote = _el("blockquote", parent)
        _runs(_el("p", quote), node["runs"], notes)
        if node["source"]:
            _el("footer", quote, text=node["source"])
    elif kind == "figure":
        figure = _el("figure", parent)
        _el("img", figure, src=node["picture"], alt=node["alt"])
        if node["caption"]:
            _el("figcaption", figure, text=node["caption"])
    elif kind == "table":
        _table(parent, node)


def _table(parent: ET.Element, node: Node) -> None:
    table = _el("table", parent)
    _el("caption", table, text=node["caption"])
    row = _el("tr", _el("thead", table))
    for header in node["headers"]:
        _el("th", row, text=header, scope="col")
    body = _el("tbody", table)
    for cells in node["rows"]:
        row = _el("tr", body)
        for cell in cells:
            _el("td", row, text=cell)


def _runs(parent: ET.Element, runs: list[dict[str, Any]], notes: int) -> None:
    for run in runs:
        if number := run["note"]:
            if number <= notes:
                holder = _el("sup", parent)
                _el("a", holder, text=str(number), href=f"#note-{number}", id=f"appel-{number}", role="doc-noteref")
            continue
        holder = parent
        if run["url"]:
            holder = _el("a", holder, href=run["url"])
        for mark, name in (("bold", "strong"), ("italic", "em"), ("raised", "sup")):
            holder = _el(name, holder) if run[mark] else holder
        _append(holder, run["text"])


def _append(holder: ET.Element, text: str) -> None:
    """Text at the end of an element; a line break where it holds one."""
    for position, line in enumerate(text.split("\n")):
        if position:
            _el("br", holder)
        if len(holder):
            holder[-1].tail = (holder[-1].tail or "") + line
        else:
            holder.text = (holder.text or "") + line


def _el(name: str, parent: ET.Element | None = None, text: str = "", **attributes: str) -> ET.Element:
    element = ET.Element(f"{{{XHTML}}}{name}", attributes)
    if text:
        element.text = "".join(sign for sign in text if sign >= " " or sign in "\n\t")
    if parent is not None:
        parent.append(element)
    return element
