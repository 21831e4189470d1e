"""How the modules of a motif are drawn ."""

from collections.abc import Callable, Sequence
from html import escape
from math import floor

from nec_cms.motif.module import ACCENT, DARK, PAPER, Module
from nec_cms.palettes import DEFAULT

# Units of one module in the drawing.
CELL = 100
# A flat side reaches this much into a neighbour of its own colour, so that no hairline shows between them.
HAIR = 1.0

_CLASSES = {DARK: "m-d", ACCENT: "m-a", PAPER: "m-p"}


def draw(
    modules: Sequence[Module],
    columns: int,
    rows: int,
    *,
    title: str = "",
    colours: tuple[str, str, str] | None = None,
) -> str:
    """The SVG element of these modules (see nec_cms.motif.as_svg)."""
    dark, accent, paper = colours or (DEFAULT.dark, DEFAULT.accent, DEFAULT.paper)
    fills = {DARK: escape(dark), ACCENT: escape(accent), PAPER: escape(paper)}
    # The whole in dark, then each colour's grounds, then each colour's forms, one path each: two shapes of a
    # path leave no seam between them, and the dark behind lets no page colour through.
    paths = [(DARK, _rectangle(0, 0, columns * CELL, rows * CELL))]
    paths += [
        (tone, "".join(_ground(module) for module in modules if module.ground == tone)) for tone in (ACCENT, PAPER)
    ]
    cells = covered_cells(modules)
    paths += [
        (tone, "".join(_DRAWN[module.shape](module, _reach(module, cells)) for module in modules if module.ink == tone))
        for tone in (DARK, ACCENT, PAPER)
    ]
    parts = [f'<path class="{_CLASSES[tone]}" fill="{fills[tone]}" d="{path}"/>' for tone, path in paths if path]
    size = f'viewBox="0 0 {columns * CELL} {rows * CELL}"'
    role = 'role="img"' if title else 'aria-hidden="true" focusable="false"'
    name = f"<title>{escape(title)}</title>" if title else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="motif" {size} {role}>{name}{"".join(parts)}</svg>'


def _ground(module: Module) -> str:
    x, y = module.x * CELL, module.y * CELL
    return _rectangle(x, y, x + module.width * CELL, y + module.height * CELL)


def _rectangle(left: float, top: float, right: float, bottom: float) -> str:
    return f"M{left:g} {top:g}H{right:g}V{bottom:g}H{left:g}Z"


def covered_cells(modules: Sequence[Module]) -> dict[tuple[int, int], Module]:
    """Which form covers each cell of the grid."""
    return {
        (module.x + dx, module.y + dy): module
        for module in modules
        for dx in range(module.width)
        for dy in range(module.height)
    }


def _reach(module: Module, cells: dict[tuple[int, int], Module]) -> list[float]:
    """How far each side of the form's own frame (top, right, bottom, left) reaches into its neighbour."""
    left, top, right, bottom = module.x, module.y, module.x + module.width, module.y + module.height
    across = [left + (step + 0.5) / 4 for step in range(4 * module.width)]
    along = [top + (step + 0.5) / 4 for step in range(4 * module.height)]
    sides = (
        [((x, top), (0, -1)) for x in across],
        [((right, y), (1, 0)) for y in along],
        [((x, bottom), (0, 1)) for x in across],
        [((left, y), (-1, 0)) for y in along],
    )

    def joins(side: Sequence[tuple[tuple[float, float], tuple[int, int]]]) -> bool:
        for (x, y), (outward_x, outward_y) in side:
            if colour_at(module, x - 0.01 * outward_x, y - 0.01 * outward_y) != module.ink:
                continue
            x, y = x + 0.01 * outward_x, y + 0.01 * outward_y
            other = cells.get((floor(x), floor(y)))
            if other is not None and colour_at(other, x, y) != module.ink:
                return False
        return True

    return [HAIR if joins(sides[(side + module.turn) % 4]) else 0.0 for side in range(4)]


def _place(module: Module) -> tuple[float, float, Callable[[float, float], str]]:
    """From the form's own frame (before its turn) to the drawing.

    The frame is `across` wide and `along` high; a form turned by a quarter swaps its sides.
    """
    width, height = module.width * CELL, module.height * CELL
    across, along = (height, width) if module.turn % 2 else (width, height)
    left, top = module.x * CELL, module.y * CELL

    def point(u: float, v: float) -> str:
        x, y = ((u, v), (width - v, u), (width - u, height - v), (v, height - u))[module.turn]
        return f"{left + x:g} {top + y:g}"

    return across, along, point


def _quarter(module: Module, reach: list[float]) -> str:
    side, _, point = _place(module)
    top, left = -reach[0], -reach[3]
    return (
        f"M{point(left, top)}L{point(side, top)}L{point(side, 0)}"
        f"A{side:g} {side:g} 0 0 1 {point(0, side)}L{point(left, side)}Z"
    )


def _arc(module: Module, reach: list[float]) -> str:
    side, _, point = _place(module)
    top, left = -reach[0], -reach[3]
    inner = side / 2
    return (
        f"M{point(inner, top)}L{point(side, top)}L{point(side, 0)}"
        f"A{side:g} {side:g} 0 0 1 {point(0, side)}L{point(left, side)}L{point(left, inner)}"
        f"L{point(0, inner)}A{inner:g} {inner:g} 0 0 0 {point(inner, 0)}Z"
    )


def _leaf(module: Module, _reach: list[float]) -> str:
    side, _, point = _place(module)
    return f"M{point(0, 0)}A{side:g} {side:g} 0 0 1 {point(side, side)}A{side:g} {side:g} 0 0 1 {point(0, 0)}Z"


def _circle(module: Module, radius: float) -> str:
    x, y = (module.x + module.width / 2) * CELL, (module.y + module.height / 2) * CELL
    return (
        f"M{x - radius:g} {y:g}A{radius:g} {radius:g} 0 0 1 {x + radius:g} {y:g}"
        f"A{radius:g} {radius:g} 0 0 1 {x - radius:g} {y:g}Z"
    )


def _disc(module: Module, _reach: list[float]) -> str:
    return _circle(module, min(module.width, module.height) * CELL / 2)


def _dot(module: Module, _reach: list[float]) -> str:
    return _circle(module, min(module.width, module.height) * CELL * 0.22)


def _arch(module: Module, reach: list[float]) -> str:
    across, along, point = _place(module)
    radius = across / 2
    return (
        f"M{point(0, along + reach[2])}L{point(0, radius)}A{radius:g} {radius:g} 0 0 1 {point(across, radius)}"
        f"L{point(across, along + reach[2])}Z"
    )


def _bar(module: Module, reach: list[float]) -> str:
    across, along, point = _place(module)
    top, left, right = -reach[0], -reach[3], across + reach[1]
    corners = ((left, top), (right, top), (right, along / 2), (left, along / 2))
    return "M" + "L".join(point(*corner) for corner in corners) + "Z"


def _bracket(module: Module, _reach: list[float]) -> str:
    """Arms of 0.5 module, strokes of 0.2, as heavy as the letters beside it; it fills its height but 0.16."""
    across, along, point = _place(module)
    left, right = across * 0.26, across * 0.76
    top, bottom = CELL * 0.16, along - CELL * 0.16
    stroke = CELL * 0.2
    corners = (
        (left, top), (right, top), (right, top + stroke), (left + stroke, top + stroke),
        (left + stroke, bottom - stroke), (right, bottom - stroke), (right, bottom), (left, bottom),
    )  # fmt: skip
    return "M" + "L".join(point(*corner) for corner in corners) + "Z"


def _square(module: Module, _reach: list[float]) -> str:
    x, y = (module.x + 0.5) * CELL, (module.y + 0.5) * CELL
    half = CELL * 0.2
    return _rectangle(x - half, y - half, x + half, y + half)


_DRAWN = {
    "quarter": _quarter,
    "arc": _arc,
    "leaf": _leaf,
    "disc": _disc,
    "dot": _dot,
    "arch": _arch,
    "bar": _bar,
    "bracket": _bracket,
    "square": _square,
}


def colour_at(module: Module, x: float, y: float) -> str:
    """The colour at a point of the grid, in modules, inside this form; what the layout is judged by."""
    return module.ink if _inside(module, x - module.x, y - module.y) else module.ground


def _inside(module: Module, x: float, y: float) -> bool:
    width, height = module.width, module.height
    u, v = ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[module.turn]
    across, along = (height, width) if module.turn % 2 else (width, height)
    match module.shape:
        case "quarter":
            return u * u + v * v <= across * across
        case "arc":
            return across * across / 4 <= u * u + v * v <= across * across
        case "leaf":
            return max((across - u) ** 2 + v * v, u * u + (across - v) ** 2) <= across * across
        case "disc" | "dot":
            radius = min(width, height) * (0.5 if module.shape == "disc" else 0.22)
            return (u - across / 2) ** 2 + (v - along / 2) ** 2 <= radius * radius
        case "arch":
            return v >= across / 2 or (u - across / 2) ** 2 + (v - across / 2) ** 2 <= across * across / 4
        case "bar":
            return v <= along / 2
        case "square":
            return max(abs(u - 0.5), abs(v - 0.5)) <= 0.2
        case "bracket":
            inner = u >= 0.46 * across and 0.36 <= v <= along - 0.36
            return 0.26 * across <= u <= 0.76 * across and 0.16 <= v <= along - 0.16 and not inner
    return False
