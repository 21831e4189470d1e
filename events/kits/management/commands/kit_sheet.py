"""`manage.py kit_sheet DIR`: the kits of the gallery as files, and a contact sheet of each, to be looked at."""

import subprocess
from argparse import ArgumentParser
from pathlib import Path
from shutil import which
from typing import Any

from django.core.management.base import BaseCommand
from PIL import Image

from events.kits.data import KitArtifact
from events.kits.engine import render
from events.kits.gallery import GALLERY

WIDTH, MARGIN, ROW, WIDEST = 1600, 16, 300, 510
GROUND = "#D9D9DE"
LIKE_ANOTHER = ("-2400.png", "a3", "a4-imprimeur", "a5-imprimeur", "prospectus-a5-", "a4.png", "apercu.png")
"""Parts of the names of files that look like one already on the sheet."""


class Command(BaseCommand):
    help = "Compose les kits de la galerie d’exemples et leurs planches-contacts (PNG), pour les regarder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("directory", type=Path)
        parser.add_argument("--only", choices=list(GALLERY), action="append", help="un seul de ces événements")

    def handle(self, *args: Any, **options: Any) -> None:
        directory: Path = options["directory"]
        for name in options["only"] or GALLERY:
            folder = directory / name
            folder.mkdir(parents=True, exist_ok=True)
            pictures = []
            for artifact in render(GALLERY[name]):
                (folder / artifact.name).write_bytes(artifact.content)
                if not any(part in artifact.name for part in LIKE_ANOTHER):
                    pictures += _pictures(folder, artifact)
            sheet = _sheet(pictures).quantize(96, dither=Image.Dither.NONE)
            sheet.save(directory / f"{name}.png", optimize=True)
            self.stdout.write(f"{directory / name}.png")


def _pictures(folder: Path, artifact: KitArtifact) -> list[Image.Image]:
    """What a file looks like, page by page; nothing for a text or a drawing (it comes as PNG too)."""
    path = folder / artifact.name
    if artifact.format == "PDF":
        pages = folder / "pages" / path.stem
        pages.parent.mkdir(exist_ok=True)
        subprocess.run([which("pdftoppm") or "pdftoppm", "-png", "-scale-to", "1200", path, pages], check=True)  # noqa: S603 (our own files)
        found = sorted(pages.parent.glob(f"{path.stem}-[0-9]*.png"))
    else:
        found = [path] if artifact.format == "PNG" else []
    return [_on_ground(Image.open(one).convert("RGBA"), dark="-blanc-" in path.name) for one in found]


def _on_ground(picture: Image.Image, *, dark: bool) -> Image.Image:
    ground = Image.new("RGBA", picture.size, "#1E1651" if dark else "white")
    return Image.alpha_composite(ground, picture).convert("RGB")


def _sheet(pictures: list[Image.Image]) -> Image.Image:
    """Rows filled from the left."""
    x, y, row, placed = MARGIN, MARGIN, 0, []
    for picture in pictures:
        scale = min(ROW / picture.height, WIDEST / picture.width)
        shown = picture.resize(
            (max(1, round(picture.width * scale)), max(1, round(picture.height * scale))), Image.Resampling.LANCZOS
        )
        if x + shown.width > WIDTH - MARGIN:
            x, y, row = MARGIN, y + row + MARGIN, 0
        placed.append((shown, (x, y)))
        x, row = x + shown.width + MARGIN, max(row, shown.height)
    sheet = Image.new("RGB", (WIDTH, y + row + MARGIN), GROUND)
    for shown, at in placed:
        sheet.paste(shown, at)
    return sheet
