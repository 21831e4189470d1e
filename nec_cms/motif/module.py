"""What a motif is made of, and the chance that arranges it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

DARK, ACCENT, PAPER = "dark", "accent", "paper"


@dataclass(frozen=True, slots=True)
class Module:
    """One form of the motif: its place and size in modules, its shape, quarter turns (0-3), and colours.

    Shapes: `quarter` (of a disc, centred on a corner), `arc` (the same, hollow), `leaf`, `disc`, `dot`,
    `arch` (a rounded end), `bar` (half of the module), `bracket`, `square` (a small one), `plain`.
    Turn 0 is: centre at the top left, leaf from top left to bottom right, arch rounded at the top, bar at
    the top, bracket open to the right; each further turn is a quarter clockwise.
    """

    x: int
    y: int
    shape: str
    turn: int
    ink: str
    ground: str
    width: int = 1
    height: int = 1

    @property
    def look(self) -> tuple[str, int, str, str]:
        """What makes two modules look the same wherever they stand."""
        return self.shape, self.turn, self.ink, self.ground


class Dice:
    """Chance that is the same for a seed on every machine and version."""

    def __init__(self, seed: str) -> None:
        self._numbers = self._stream(seed)

    @staticmethod
    def _stream(seed: str) -> Iterator[int]:
        counter = 0
        while True:
            block = sha256(f"{seed}#{counter}".encode()).digest()
            for place in range(0, 32, 4):
                yield int.from_bytes(block[place : place + 4], "big")
            counter += 1

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` - 1."""
        return next(self._numbers) % limit

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def weighted(self, weights: dict[T, int]) -> T:
        """One of the keys, as often as its weight says."""
        mark = self.below(sum(weights.values()))
        for choice, weight in weights.items():
            mark -= weight
            if mark < 0:
                return choice
        raise AssertionError("weights are positive")

    def shuffled(self, choices: Sequence[T]) -> list[T]:
        """The choices in another order."""
        rest, order = list(choices), []
        while rest:
            order.append(rest.pop(self.below(len(rest))))
        return order
