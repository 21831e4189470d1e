"""Where the forms of a motif go."""

from collections.abc import Mapping

from nec_cms.motif.forms import (
    LARGE,
    SMALL,
    TALL,
    WIDE,
    Form,
    flower,
    great_arc,
    great_arch,
    great_quarter,
    ring,
    whole_disc,
)
from nec_cms.motif.module import ACCENT, DARK, PAPER, Dice, Module


class _Board:
    """The grid while it is being filled."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.modules: list[Module] = []
        self.free = {(x, y) for x in range(columns) for y in range(rows)}

    def spots(self, width: int, height: int) -> list[tuple[int, int]]:
        """Top left cells where a form of that size fits, in reading order."""
        return [
            (x, y)
            for y in range(self.rows - height + 1)
            for x in range(self.columns - width + 1)
            if all((x + dx, y + dy) in self.free for dx in range(width) for dy in range(height))
        ]

    def put(self, *modules: Module) -> None:
        for module in modules:
            self.modules.append(module)
            self.free -= {(module.x + dx, module.y + dy) for dx in range(module.width) for dy in range(module.height)}


def lay_out(dice: Dice, character: Dice, columns: int, rows: int) -> tuple[Module, ...]:
    """One filled grid. `character` is the territory's own: the forms it favours and the sign it holds."""
    favours = _favours(character)
    board = _Board(columns, rows)
    _put_brackets(board, dice, character)
    area = columns * rows
    _put_forms(board, dice, 2, 2, LARGE, favours, limit=max(1, round(area * 0.45 / 4)))
    _put_forms(board, dice, 2, 1, WIDE, favours, limit=max(1, round(area * 0.14)))
    _put_forms(board, dice, 1, 2, TALL, favours, limit=max(1, round(area * 0.14)))
    _put_forms(board, dice, 1, 1, SMALL, favours, limit=area)
    return tuple(sorted(board.modules, key=lambda module: (module.y, module.x)))


def _favours(character: Dice) -> dict[str, int]:
    """How often each family of forms comes in this territory: two families lead."""
    leading = character.shuffled(tuple(LARGE))[:2]
    return {family: 5 if family in leading else 1 for family in LARGE} | {"small": 2}


def _put_brackets(board: _Board, dice: Dice, character: Dice) -> None:
    """One pair of brackets, face to face, around the territory's own sign; none where there is no room."""
    columns, rows = board.columns, board.rows
    sign = character.pick((whole_disc, whole_disc, flower, ring, great_quarter, great_arc, great_arch))
    ink, ground = character.pick(((ACCENT, DARK), (DARK, ACCENT), (DARK, PAPER), (PAPER, DARK)))
    if columns >= 4 and rows >= 2:
        x, y = dice.below(columns - 3), dice.below(rows - 1)
        board.put(Module(x, y, "bracket", 0, ink, ground, 1, 2))
        board.put(*sign(x + 1, y, character, ground))
        board.put(Module(x + 3, y, "bracket", 2, ink, ground, 1, 2))
    elif rows >= 4 and columns >= 2:
        x, y = dice.below(columns - 1), dice.below(rows - 3)
        board.put(Module(x, y, "bracket", 1, ink, ground, 2, 1))
        board.put(*sign(x, y + 1, character, ground))
        board.put(Module(x, y + 3, "bracket", 3, ink, ground, 2, 1))
    elif columns >= 3:
        x, y = dice.below(columns - 2), dice.below(rows)
        board.put(Module(x, y, "bracket", 0, ink, ground))
        board.put(Module(x + 1, y, "disc", 0, ink, ground))
        board.put(Module(x + 2, y, "bracket", 2, ink, ground))


def _put_forms(
    board: _Board,
    dice: Dice,
    width: int,
    height: int,
    forms: Mapping[str, Form],
    favours: dict[str, int],
    limit: int,
) -> None:
    weights = {family: favours[family] for family in forms}
    for _ in range(limit):
        spots = board.spots(width, height)
        if not spots:
            return
        x, y = dice.pick(spots)
        board.put(*forms[dice.weighted(weights)](x, y, dice, ""))
