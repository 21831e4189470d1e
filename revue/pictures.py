"""Pictures of the library as the files of an issue hold them: JPEG or PNG, 1,400 pixels wide at most."""

from dataclasses import dataclass
from typing import Any

RENDITION = "max-1400x1400|jpegquality-82|format-{}"


@dataclass(frozen=True)
class Picture:
    """A picture's bytes, and its name in the file."""

    name: str
    content: bytes
    media_type: str


def picture_of(image: Any) -> Picture | None:
    """The picture of an image of the library; None where its file is gone."""
    kind = "png" if image.filename.lower().endswith("png") else "jpeg"
    try:
        rendition = image.get_rendition(RENDITION.format(kind))
        with rendition.file.open() as file:
            content = file.read()
    except OSError:
        return None
    return Picture(f"image-{image.pk}.{'jpg' if kind == 'jpeg' else 'png'}", content, f"image/{kind}")
