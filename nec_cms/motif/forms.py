"""The forms of a motif: modules that make a disc, a flower, a wave, a bar."""

from collections.abc import Callable, Sequence

from nec_cms.motif.module import ACCENT, DARK, PAPER, Dice, Module

# What is drawn on what: strong pairs, the accent most often present.
PAIRS = ((DARK, ACCENT), (ACCENT, DARK), (PAPER, DARK), (DARK, PAPER), (ACCENT, PAPER), (PAPER, ACCENT))

# Draws a form's modules from its top left cell, on the given ground (any, where it is empty).
Form = Callable[[int, int, Dice, str], list[Module]]


def _colours(dice: Dice, ground: str = "") -> tuple[str, str]:
    return dice.pick([pair for pair in PAIRS if not ground or pair[1] == ground])


def _other(ink: str, ground: str) -> str:
    """The third colour."""
    return next(colour for colour in (DARK, ACCENT, PAPER) if colour not in (ink, ground))


def whole_disc(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    """Four quarters make a disc, in one colour or in two halves."""
    ink, ground = _colours(dice, ground)
    second = dice.pick((ink, _other(ink, ground)))
    inks = dice.pick(((ink, second, second, ink), (ink, ink, second, second)))
    # Around the disc: top left, top right, bottom right, bottom left; each quarter is centred in the middle.
    corners = ((x, y, 2), (x + 1, y, 3), (x + 1, y + 1, 0), (x, y + 1, 1))
    return [Module(cx, cy, "quarter", turn, tone, ground) for (cx, cy, turn), tone in zip(corners, inks, strict=True)]


def great_quarter(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    ink, ground = _colours(dice, ground)
    return [Module(x, y, "quarter", dice.below(4), ink, ground, 2, 2)]


def great_arc(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    ink, ground = _colours(dice, ground)
    return [Module(x, y, "arc", dice.below(4), ink, ground, 2, 2)]


def _round(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    return dice.pick((whole_disc, whole_disc, great_quarter))(x, y, dice, ground)


def flower(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    """Four leaves that meet in the middle."""
    ink, ground = _colours(dice, ground)
    second = dice.pick((ink, ink, _other(ink, ground)))
    spots = ((x, y, 0, ink), (x + 1, y, 1, second), (x + 1, y + 1, 0, ink), (x, y + 1, 1, second))
    return [Module(cx, cy, "leaf", turn, tone, ground) for cx, cy, turn, tone in spots]


def ring(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    """Four arcs make a ring."""
    ink, ground = _colours(dice, ground)
    corners = ((x, y, 2), (x + 1, y, 3), (x + 1, y + 1, 0), (x, y + 1, 1))
    return [Module(cx, cy, "arc", turn, ink, ground) for cx, cy, turn in corners]


def _arcs(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    return dice.pick((ring, great_arc))(x, y, dice, ground)


def _bars(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    """Two long bars, one above or beside the other."""
    ink, ground = _colours(dice, ground)
    third = _other(ink, ground)
    turn = dice.below(4)
    if turn % 2:
        return [
            Module(x, y, "bar", turn, ink, ground, 1, 2),
            Module(x + 1, y, "bar", turn, third, ground, 1, 2),
        ]
    return [
        Module(x, y, "bar", turn, ink, ground, 2, 1),
        Module(x, y + 1, "bar", turn, third, ground, 2, 1),
    ]


def great_arch(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
    ink, ground = _colours(dice, ground)
    return [Module(x, y, "arch", dice.below(4), ink, ground, 2, 2)]


def _pair(shape: str, first_turn: int, second_turn: int, across: bool) -> Form:
    """Two modules side by side (or one above the other) that make one form."""

    def form(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
        ink, ground = _colours(dice, ground)
        second = (x + 1, y) if across else (x, y + 1)
        return [
            Module(x, y, shape, first_turn, ink, ground),
            Module(*second, shape, second_turn, ink, ground),
        ]

    return form


def _either(*forms: Form) -> Form:
    def form(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
        return dice.pick(forms)(x, y, dice, ground)

    return form


def _long(shape: str, turns: Sequence[int], width: int, height: int) -> Form:
    def form(x: int, y: int, dice: Dice, ground: str) -> list[Module]:
        ink, ground = _colours(dice, ground)
        return [Module(x, y, shape, dice.pick(turns), ink, ground, width, height)]

    return form


LARGE = {"round": _round, "leaf": flower, "arc": _arcs, "bar": _bars, "arch": great_arch}
WIDE = {
    # Half discs: flat side below, then above; then a wave.
    "round": _either(_pair("quarter", 2, 3, True), _pair("quarter", 1, 0, True), _pair("quarter", 2, 1, True)),
    "leaf": _either(_pair("leaf", 0, 1, True), _pair("leaf", 1, 0, True)),
    "arc": _either(_pair("arc", 2, 3, True), _pair("arc", 1, 0, True), _pair("arc", 1, 3, True)),
    "bar": _long("bar", (0, 2), 2, 1),
    "arch": _long("arch", (1, 3), 2, 1),
}
TALL = {
    "round": _either(_pair("quarter", 2, 1, False), _pair("quarter", 3, 0, False), _pair("quarter", 3, 1, False)),
    "leaf": _either(_pair("leaf", 0, 1, False), _pair("leaf", 1, 0, False)),
    "arc": _either(_pair("arc", 2, 1, False), _pair("arc", 3, 0, False), _pair("arc", 0, 2, False)),
    "bar": _long("bar", (1, 3), 1, 2),
    "arch": _long("arch", (0, 2), 1, 2),
}
SMALL = {
    "round": _long("quarter", (0, 1, 2, 3), 1, 1),
    "leaf": _long("leaf", (0, 1), 1, 1),
    "arc": _long("arc", (0, 1, 2, 3), 1, 1),
    "bar": _long("bar", (0, 1, 2, 3), 1, 1),
    "arch": _long("arch", (0, 1, 2, 3), 1, 1),
    "small": _either(
        _long("dot", (0,), 1, 1),
        _long("disc", (0,), 1, 1),
        _long("dot", (0,), 1, 1),
        _long("square", (0,), 1, 1),
    ),
}
