"""The size of a file that has been made, read from the file itself."""

import re
import struct

from events.kits.specs import Output

_VIEW_BOX = re.compile(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def size_of(content: bytes, output: Output) -> tuple[int, int]:
    """Width and height in the output's unit: pixels of a PNG or an SVG, else as the output says; 0 for a text."""
    if output.format == "PNG":
        return png_size(content)
    if output.format == "SVG" and (found := _VIEW_BOX.search(content)):
        return round(float(found[1])), round(float(found[2]))
    return round(output.width), round(output.height)


def png_size(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels, from its header; ValueError where it is none."""
    if picture[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("Not a PNG.")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height
