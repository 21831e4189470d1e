"""How to cite an article: as a sentence, as BibTeX, as RIS, and as the meta elements that reference tools read."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.text import slugify

from nec_cms.typography import NO_BREAK

KINDS = {"bib": "application/x-bibtex", "ris": "application/x-research-info-systems"}
_TEX = {sign: f"\\{sign}" for sign in "&%$#_{}"} | {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_TEX["\\"] = "\\textbackslash{}"


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited. `authors` are names as they are signed."""

    title: str
    authors: tuple[str, ...]
    journal: str
    number: int
    theme: str
    day: date
    address: str
    issn: str = ""
    publisher: str = "Numérique en Commun[s]"

    @property
    def text(self) -> str:
        """One line, as a French bibliography has it."""
        names = f"{', '.join(self.authors)}, " if self.authors else ""
        return (
            f"{names}«{NO_BREAK}{self.title}{NO_BREAK}», {self.journal}, n°{NO_BREAK}{self.number}, "
            f"{self.theme}, {self.day.year}. {self.address}"
        )

    @property
    def bibtex(self) -> str:
        """An entry for BibTeX or biblatex, in UTF-8."""
        words = slugify(f"{self.authors[0].split()[-1] if self.authors else 'nec'} {self.day.year} {self.title}")
        fields = {
            "title": self.title,
            "author": " and ".join(self.authors),
            "journal": self.journal,
            "number": str(self.number),
            "year": str(self.day.year),
            "month": str(self.day.month),
            "issn": self.issn,
            "publisher": self.publisher,
        }
        lines = [f"  {name} = {{{_escaped(value)}}}," for name, value in fields.items() if value]
        return "\n".join([f"@article{{{words[:60].strip('-')},", *lines, f"  url = {{{self.address}}},", "}", ""])

    @property
    def ris(self) -> str:
        """A RIS record, a tag a line."""
        rows = [("TY", "MGZN"), ("TI", self.title), *(("AU", name) for name in self.authors)]
        rows += [("T2", self.journal), ("IS", str(self.number)), ("PY", str(self.day.year))]
        rows += [("DA", f"{self.day:%Y/%m/%d}"), ("SN", self.issn), ("PB", self.publisher), ("LA", "fr")]
        rows += [("UR", self.address)]
        lines = [f"{tag}  - {_one_line(value)}" for tag, value in rows if value]
        return "\r\n".join([*lines, "ER  - ", ""])


def of(article: Any, signatures: list[Any]) -> Citation:
    """The citation of an article signed by `signatures`."""
    issue = article.issue
    return Citation(
        title=article.title,
        authors=tuple(each.contributor.name for each in signatures),
        journal=issue.series.name,
        number=issue.number,
        theme=issue.title,
        day=issue.date,
        address=article.full_url or "",
        issn=issue.series.issn,
    )


def highwire(cited: Citation) -> list[tuple[str, str]]:
    """(name, content) of the `citation_…` meta elements (Highwire Press), for scholars' tools."""
    pairs = [("citation_title", cited.title), *(("citation_author", name) for name in cited.authors)]
    pairs += [("citation_journal_title", cited.journal), ("citation_issue", str(cited.number))]
    pairs += [("citation_publication_date", f"{cited.day:%Y/%m/%d}"), ("citation_issn", cited.issn)]
    pairs += [("citation_language", "fr"), ("citation_fulltext_html_url", cited.address)]
    return [(name, content) for name, content in pairs if content]


def respond(cited: Citation, kind: str) -> HttpResponse:
    """The citation as a file: `bib` or `ris`."""
    text = cited.bibtex if kind == "bib" else cited.ris
    response = HttpResponse(text, content_type=f"{KINDS[kind]}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="citation.{kind}"'
    return response


def _escaped(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in _one_line(text))


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
