"""An issue as plain data: what its EPUB and its PDF are set from, and the words that both must hold.

Blocks become nodes, plain dictionaries with a ``kind``; rich text becomes runs, ``{text, bold, italic, raised, url,
note}``. A block of a plugin that this module does not know is read from the HTML that it renders.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from nec_cms.models import Licence
from nec_cms.palettes import palette_named
from nec_cms.typography import french_spaces
from revue import engines, rich
from revue.converting import figure, nodes
from revue.models import ArticlePage, IssuePage
from revue.pictures import Picture, picture_of

Node = dict[str, Any]


@dataclass(frozen=True)
class Piece:
    """An article, or the editorial: what is read in one go."""

    slug: str
    title: str
    rubrique: str = ""
    standfirst: str = ""
    byline: str = ""
    nodes: list[Node] = field(default_factory=list)
    notes: list[list[Node]] = field(default_factory=list)
    url: str = ""

    @property
    def text(self) -> str:
        """All its words in the order in which they are read, notes last."""
        head = [self.rubrique, self.title, self.standfirst, self.byline]
        notes = [f"{number} {' '.join(words(note))}" for number, note in enumerate(self.notes, 1)]
        return " ".join([*filter(None, head), *words(self.nodes), *notes])


@dataclass(frozen=True)
class Book:
    """An issue, its editorial first where it has one."""

    identifier: str
    label: str
    title: str
    number: int
    series: str
    season: str
    date: str
    introduction: str
    licence: str
    licence_url: str
    credits: str
    issn: str
    doi: str
    url: str
    seed: str
    colours: tuple[str, str, str]
    cover_alt: str
    modified: str
    pieces: list[Piece]
    cover: Picture | None = None
    pictures: dict[str, Picture] = field(default_factory=dict)

    def fingerprint(self, kind: str) -> str:
        """What the bytes of its file of that kind depend on: words, pictures and engine, as 64 hexadecimal figures."""
        told = json.dumps(asdict(self), sort_keys=True, default=lambda value: sha256(value).hexdigest())
        return sha256(f"{kind} {engines.fingerprint(kind)} {told}".encode()).hexdigest()


def of(issue: IssuePage) -> Book:
    """The public issue, with its public articles."""
    from revue.metadata import LICENCE_ADDRESSES

    pictures: dict[str, Picture] = {}
    root = (issue.full_url or "").removesuffix(issue.url or "")
    articles = list(issue.articles().with_authors())
    pieces = [_editorial(issue, pictures, root)] if issue.body else []
    pieces += [_article(article, issue, pictures, root) for article in articles]
    palette = palette_named(issue.palette, issue.slug)
    changed = [page.last_published_at for page in (issue, *articles) if page.last_published_at]
    return Book(
        identifier=issue.translation_key.urn,
        label=issue.label,
        title=french_spaces(issue.title),
        number=issue.number,
        series=issue.series.name,
        season=issue.season,
        date=issue.date.isoformat(),
        introduction=french_spaces(issue.introduction),
        licence=str(Licence(issue.licence).label),
        licence_url=LICENCE_ADDRESSES.get(Licence(issue.licence), ""),
        credits=french_spaces(issue.credits),
        issn=issue.series.issn,
        doi=issue.doi,
        url=issue.full_url or "",
        seed=issue.slug,
        colours=(palette.dark, palette.accent, palette.paper),
        cover_alt=issue.cover_alt or f"Couverture de {issue.label}",
        modified=f"{max(changed):%Y-%m-%dT%H:%M:%SZ}" if changed else f"{issue.date}T00:00:00Z",
        pieces=pieces,
        cover=picture_of(issue.cover) if issue.cover else None,
        pictures=pictures,
    )


def _editorial(issue: IssuePage, pictures: dict[str, Picture], root: str) -> Piece:
    signed = ", ".join(filter(None, [issue.signatory.name, issue.signatory_role])) if issue.signatory else ""
    return Piece("editorial", "Éditorial", byline=signed, nodes=nodes(issue.body, pictures, root), url=issue.full_url)


def _article(article: ArticlePage, issue: IssuePage, pictures: dict[str, Picture], root: str) -> Piece:
    opening: list[Node] = []
    if article.image and (found := picture_of(article.image)):
        opening = [figure(found, article.image_alt, article.image_caption, article.image.credit, pictures)]
    return Piece(
        slug=article.slug,
        title=french_spaces(article.title),
        rubrique=str(article.get_rubrique_display()),
        standfirst=french_spaces(article.standfirst),
        byline=french_spaces(", ".join(_signed(each) for each in article.authors.all())),
        nodes=opening + nodes(article.body, pictures, root),
        notes=[rich.nodes(block.value.source, root) for block in article.notes],
        url=article.full_url or "",
    )


def _signed(signature: Any) -> str:
    """« Camille Exemple (texte, Association d’exemple) »."""
    said = ", ".join(filter(None, [signature.role, signature.affiliation]))
    return f"{signature.contributor.name} ({said})" if said else signature.contributor.name


def words(found: Iterable[Node]) -> Iterator[str]:
    """The texts of nodes, in order; the number of a note where it is called."""
    for node in found:
        if "runs" in node:
            yield "".join(str(run["note"]) if run["note"] else run["text"] for run in node["runs"])
        for item in node.get("items", ()):
            yield "".join(str(run["note"]) if run["note"] else run["text"] for run in item)
        yield from filter(None, (node.get("text"), node.get("caption"), node.get("source")))
        yield from node.get("headers", ())
        for row in node.get("rows", ()):
            yield from row
