"""From an event's data to the files of its kit, in memory. Pure: no database, no address called.

The same data gives the same bytes. Each file has a fingerprint that stands for all that its bytes depend on, so a
rebuild makes again those only whose fingerprint has changed.
"""

from collections.abc import Collection, Iterator
from functools import cache
from hashlib import sha256
from itertools import groupby
from typing import Any

from events.kits.data import KitArtifact, KitData
from events.kits.drawing import draw, printed
from events.kits.measures import size_of
from events.kits.specs import KitTemplate, PlannedFile, plan
from events.kits.typesetting import ENGINE_VERSION, HERE, shared_sources
from nec_cms.motif import as_svg
from nec_cms.typefaces import FONTS

# The modules that the bytes of every drawing depend on.
MODULES = ("drawing", "measures", "press", "qr", "typesetting", "wording")


def render(data: KitData, *, skip: Collection[str] = ()) -> Iterator[KitArtifact]:
    """The files of the kit, but for those named in `skip`, in the order of `plan`.

    Raises ValueError on data without a title or with an unknown status, TypesettingError where a template
    cannot be set (a character that no font covers, for one: see `nec_cms.glyphs.uncovered`).
    """
    data = data.cleaned()
    for template, files in groupby(plan(data), key=lambda file: file.template):
        wanted = [file for file in files if file.name not in skip]
        for file, content in zip(wanted, _contents(data, template, wanted), strict=True):
            width, height = size_of(content, file.output)
            yield KitArtifact(
                name=file.name,
                content=content,
                family=template.family,
                label=file.label,
                use=file.use,
                format=file.output.format,
                alt=file.alt,
                width=width,
                height=height,
                unit=file.output.unit,
                template=template.name,
                fingerprint=_fingerprint(data, file),
            )


def _contents(data: KitData, template: KitTemplate, files: list[PlannedFile]) -> Iterator[bytes]:
    if template.source is not None:
        yield from draw(data, template, files)
    else:
        for file in files:
            yield template.written(data, file.output)


@cache
def engine_fingerprint() -> str:
    """Changes when the shared sources, a font, the motif or the engine does."""
    digest = sha256(ENGINE_VERSION.encode())
    for name, source in shared_sources().items():
        digest.update(name.encode() + source)
    for path in (*sorted(FONTS.glob("*.ttf")), *(HERE / f"{name}.py" for name in MODULES)):
        digest.update(path.name.encode() + path.read_bytes())
    digest.update("".join(as_svg(f"étalon {number}", 6, 4) for number in range(3)).encode())
    return digest.hexdigest()


def _fingerprint(data: KitData, file: PlannedFile) -> str:
    told: list[Any] = [file.name, file.label, file.use, file.alt, file.template.family]
    if file.template.source is not None:
        inputs, drawings, pictures = printed(data, file.template, [file.output])
        told += [engine_fingerprint(), file.template.drawn, inputs, drawings, pictures]
    else:
        told.append(file.template.written(data, file.output))
    return sha256(repr(told).encode()).hexdigest()


def fingerprints(data: KitData) -> dict[str, str]:
    """The fingerprint of each file, by its name, in order: 64 hexadecimal figures. Nothing is drawn."""
    data = data.cleaned()
    return {file.name: _fingerprint(data, file) for file in plan(data)}


def fingerprint(data: KitData) -> str:
    """What the bytes of the whole kit depend on, as 64 hexadecimal figures."""
    return sha256(repr(sorted(fingerprints(data).items())).encode()).hexdigest()
