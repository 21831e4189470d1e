"""What a template of a kit is, and the register of them: the built-in ones and those of plugins.

Hook `register_kit_template`: a function without argument that returns a `KitTemplate`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wagtail import hooks

from events.kits.data import KitData
from events.kits.wording import slug

FORMATS = ("PNG", "SVG", "PDF", "TXT", "HTML")
EVERY_FACT = ("name", "dates", "hours", "mode", "venue", "address", "city", "status", "url")


@dataclass(frozen=True, slots=True)
class Output:
    """One file that a template makes.

    `name` is French, in small ASCII letters; « {place} » in it becomes the place's slug. `width` and `height` are in
    `unit` (« px » or « mm »); a height of 0 follows the content. A page of a picture is one point a pixel at a
    `density` of 72 pixels per inch, and its size in mm where the unit says so. `press` is for printers: 3 mm of
    bleed and crop marks. `variant` and `motifs` (modules across and down of each
    motif that it draws, the main one first) are handed to the template.
    `label`, `use` and `alt` (the text alternative, from the data) stand for those of the template where given.
    """

    name: str
    width: float = 0
    height: float = 0
    unit: str = "px"
    density: int = 72
    press: bool = False
    variant: str = ""
    motifs: tuple[tuple[int, int], ...] = ()
    label: str = ""
    use: str = ""
    alt: Callable[[KitData], str] | None = None

    @property
    def format(self) -> str:
        return self.name.rsplit(".", 1)[-1].upper()


@dataclass(frozen=True, slots=True)
class KitTemplate:
    """One thing of a kit: a drawing set by typst (`source`) or a content written by Python (`write`).

    `name` is unique among all templates. `shows` names the fields of KitData that the drawing prints: its files are
    made again when one of them changes, when the colours do, or when its source does. A `source` begins with
    `#import "brand.typ": *` and sets one page for each entry of `data.pages` (see docs/kits.md); it can read no
    file of the machine. `write` is given the data and the output, and returns the content.
    """

    name: str
    family: str
    label: str
    use: str
    outputs: Sequence[Output]
    source: Path | None = None
    write: Callable[[KitData, Output], str | bytes] | None = None
    shows: Sequence[str] = field(default=EVERY_FACT)
    alt: Callable[[KitData], str] | None = None

    @property
    def drawn(self) -> bytes:
        """The source that typst sets, empty where Python writes the files."""
        return self.source.read_bytes() if self.source else b""

    def written(self, data: KitData, output: Output) -> bytes:
        """The content that Python writes, empty where typst sets the files."""
        content = self.write(data, output) if self.write else b""
        return content.encode() if isinstance(content, str) else content

    def __post_init__(self) -> None:
        if (self.source is None) == (self.write is None):
            raise ValueError(f"The kit template {self.name!r} needs either a source or a function that writes.")
        unknown = [shown for shown in self.shows if shown not in KitData.__dataclass_fields__]
        if unknown:
            raise ValueError(f"The kit template {self.name!r} shows what no event has: {', '.join(unknown)}.")
        for output in self.outputs:
            if output.format not in FORMATS:
                raise ValueError(f"The kit template {self.name!r} makes a file of an unknown format: {output.name}.")


def kit_templates() -> list[KitTemplate]:
    """Every template, in the order of the kit: built-in ones, then those of plugins.

    Raises ValueError where two share a name or make the same file.
    """
    from events.kits.catalogue import BUILT_IN

    templates = [*BUILT_IN, *(function() for function in hooks.get_hooks("register_kit_template"))]
    names = [template.name for template in templates]
    files = [output.name for template in templates for output in template.outputs]
    for kind, found in (("templates", names), ("files", files)):
        if twice := sorted({name for name in found if found.count(name) > 1}):
            raise ValueError(f"Two kit {kind} have the same name: {', '.join(twice)}.")
    return templates


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file that a kit will hold, before it is made."""

    template: KitTemplate
    output: Output
    name: str
    label: str
    use: str
    alt: str


def plan(data: KitData) -> list[PlannedFile]:
    """The files of a kit, in order. The data must be clean (`KitData.cleaned`)."""
    place = slug(data.name)
    return [
        PlannedFile(
            template,
            output,
            output.name.replace("{place}", place),
            output.label or template.label,
            output.use or template.use,
            described(data) if (described := output.alt or template.alt) else "",
        )
        for template in kit_templates()
        for output in template.outputs
    ]
