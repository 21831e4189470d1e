"""Communes and intercommunalités of the *Code officiel géographique*, found by name or code.

A pure module over one compressed file (community/data/README.md): the text is held as it is and only the lines that
match are read, so that the first search costs no more than the next ones (a few hundredths of a second).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nec_cms.folding import fold

FILE = Path(__file__).resolve().parent.parent / "data" / "units.tsv.gz"
COMMUNE, EPCI = "commune", "epci"
LABELS = {COMMUNE: "Commune", EPCI: "Intercommunalité"}
SHORTEST = 2
"""Letters that a search needs: with one, nearly everything answers."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune (INSEE code, 5 signs) or an EPCI with taxes of its own (SIREN number, 9 digits).

    `departement` is the code of the one it lies in; for an EPCI, the one of its most populated commune.
    `population` counts inhabitants, 0 where the source knows of none.
    """

    level: str
    code: str
    name: str
    departement: str
    population: int

    @property
    def label(self) -> str:
        return LABELS[self.level]


def search(query: str, limit: int = 20) -> list[Unit]:
    """The first units whose name or code holds each word of `query` at the start of a word, accents and case aside.

    In order: the very name (or code), then those that hold every word whole, then the others; in each group those
    whose name begins with the query, the most populated first.
    """
    words = fold(query).split()
    if len("".join(words)) < SHORTEST:
        return []
    asked = " ".join(words)
    found = []
    for line in _lines(_text(), f" {max(words, key=len)}"):
        folded, _, rest = line.partition("\t")
        if all(f" {word}" in folded for word in words):
            found.append((*_rank(folded, asked, words), _unit(rest)))
    found.sort(key=lambda each: (*each[:-1], -each[-1].population, each[-1].name, each[-1].code))
    return [each[-1] for each in found[:limit]]


def unit(code: str) -> Unit | None:
    """The unit that bears this code, None where none does."""
    asked = fold(code)
    lines = _lines(_text(), f" {asked}\t") if asked else iter(())
    return next((found for line in lines if (found := _unit(line.partition("\t")[2])).code == code), None)


def written(units: Iterable[Unit]) -> bytes:
    """The file of these units: the same bytes for the same units."""
    lines = [
        f" {fold(each.name)} {fold(each.code)}\t{each.level}\t{each.code}\t{each.name}\t{each.departement}"
        f"\t{each.population}\n"
        for each in sorted(units, key=lambda each: (each.level, each.code))
    ]
    return gzip.compress("".join(lines).encode(), 9, mtime=0)


def _rank(folded: str, asked: str, words: list[str]) -> tuple[int, bool]:
    name, _, code = folded.strip().rpartition(" ")
    whole = {*name.split(), code}
    group = 0 if asked in (name, code) else 1 if whole.issuperset(words) else 2
    return group, not name.startswith(asked)


def _unit(fields: str) -> Unit:
    level, code, name, departement, population = fields.split("\t")
    return Unit(level, code, name, departement, int(population))


def _lines(text: str, part: str) -> Iterator[str]:
    """The lines of `text` that hold `part`, each once."""
    at = text.find(part)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        yield text[start:end]
        at = text.find(part, end)


@cache
def _text() -> str:
    return gzip.decompress(FILE.read_bytes()).decode()
