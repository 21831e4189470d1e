"""The motif: a composition of square modules, drawn by code and seeded by a territory's name.

`compose` decides which form goes where; `as_svg` draws it. Kits, pages and demo pictures share both, so a
territory wears the same motif everywhere. The same seed and size give the same modules on every Python:
chance comes from SHA-256 alone.

A composition is made of forms, largest first: one pair of brackets that holds what lies between them, then
discs and great quarters over two modules by two, then half discs, waves and bars that run over two modules,
then single modules. Several are laid out and the one whose colours balance and whose edges join is kept.
"""

from collections.abc import Sequence
from functools import lru_cache

from nec_cms.motif.drawing import colour_at, covered_cells, draw
from nec_cms.motif.layout import lay_out
from nec_cms.motif.module import Dice, Module

__all__ = ["Module", "as_svg", "compose"]

CANDIDATES = 20
MAX_MODULES = 16


@lru_cache(maxsize=1024)
def compose(seed: str, columns: int, rows: int) -> tuple[Module, ...]:
    """The modules of a grid of `columns` by `rows` (1 to 16 each), which they cover without a gap or overlap.

    Raises ValueError for another size.
    """
    if not (1 <= columns <= MAX_MODULES and 1 <= rows <= MAX_MODULES):
        raise ValueError(f"A motif has 1 to {MAX_MODULES} modules a side, not {columns} by {rows}.")
    # Fewer are compared on a large grid, where chance evens out by itself.
    tries = CANDIDATES if columns * rows <= 48 else 6
    layouts = [lay_out(Dice(f"{seed}|{number}"), Dice(f"{seed}|"), columns, rows) for number in range(tries)]
    return max(layouts, key=_score)


@lru_cache(maxsize=1024)
def as_svg(seed: str, columns: int, rows: int, *, title: str = "", colours: tuple[str, str, str] | None = None) -> str:
    """The motif as an SVG element, `columns * 100` by `rows * 100` units.

    With a `title` it is an image with that name; without, it is decoration, hidden from assistive technology.
    Fills carry the classes `m-d`, `m-a`, `m-p` (dark, accent, paper), so a style sheet may dress the motif
    again; `colours` are the fallbacks, in that order, else the site's own palette.
    """
    return draw(compose(seed, columns, rows), columns, rows, title=title, colours=colours)


def _tries(area: int) -> int:
    """How many layouts are compared: fewer on a large grid, where chance evens out by itself."""
    return CANDIDATES if area <= 48 else 6


def _score(modules: Sequence[Module]) -> float:
    """How good a layout is: balanced colours, edges that join but not everywhere, no twin neighbours."""
    cells = covered_cells(modules)
    return _balance(cells) + _joins(cells) - 3.0 * _twins(cells)


def _balance(cells: dict[tuple[int, int], Module]) -> float:
    """0 for even thirds of the three colours, down to about -4 for a single one."""
    seen = {"dark": 0, "accent": 0, "paper": 0}
    steps = (0.125, 0.375, 0.625, 0.875)
    for (x, y), module in cells.items():
        for u in steps:
            for v in steps:
                seen[colour_at(module, x + u, y + v)] += 1
    total = sum(seen.values())
    wanted = {"dark": 0.36, "accent": 0.36, "paper": 0.28}
    return -sum(abs(seen[colour] / total - share) for colour, share in wanted.items()) * 4


def _joins(cells: dict[tuple[int, int], Module]) -> float:
    """Rewards edges across which the drawing goes on, up to about half of them."""
    joined = edges = 0.0
    for (x, y), module in cells.items():
        for right, down in ((1, 0), (0, 1)):
            other = cells.get((x + right, y + down))
            if other is None or other is module:
                continue
            edges += 1
            near, far = [], []
            for step in (0.2, 0.4, 0.6, 0.8):
                u, v = (x + 1, y + step) if right else (x + step, y + 1)
                near.append(colour_at(module, u - 0.01 * right, v - 0.01 * down))
                far.append(colour_at(other, u + 0.01 * right, v + 0.01 * down))
            joined += sum(a == b for a, b in zip(near, far, strict=True)) / 4
    return min(joined / edges, 0.55) * 3 if edges else 0.0


def _twins(cells: dict[tuple[int, int], Module]) -> int:
    """Neighbours that look the same."""
    count = 0
    for (x, y), module in cells.items():
        for near in ((x + 1, y), (x, y + 1)):
            other = cells.get(near)
            if other is not None and other is not module and other.look == module.look:
                count += 1
    return count
