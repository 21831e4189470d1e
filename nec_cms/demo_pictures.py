"""Pictures of the demo content: the motif on a sheet of its own, drawn by our code and never taken from elsewhere."""

import typst
from django.core.files.base import ContentFile

from nec_cms.models import SiteImage
from nec_cms.motif import as_svg
from nec_cms.palettes import palette_named

CREDIT = "Dessin du site"
MODULE_MM = 20
PIXELS_PER_INCH = 254.0
"""With modules of 20 mm, 200 pixels a module."""

SHEET = """#set page(width: {width}mm, height: {height}mm, margin: 0mm)
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%, height: 100%)"""


def demo_picture(title: str, description: str, *, columns: int = 8, rows: int = 3, palette: str = "") -> SiteImage:
    """The picture called `title`, made where the library has none of that name; 1 to 16 modules a side.

    `description` is its alternative text by default. The title seeds the drawing, and the palette where none is named.
    """
    if found := SiteImage.objects.filter(title=title).first():
        return found
    colours = palette_named(palette, title)
    drawing = as_svg(title, columns, rows, colours=(colours.dark, colours.accent, colours.paper))
    sheet = SHEET.format(width=columns * MODULE_MM, height=rows * MODULE_MM)
    png = typst.compile(sheet.encode(), format="png", ppi=PIXELS_PER_INCH, sys_inputs={"drawing": drawing})
    return SiteImage.objects.create(
        title=title,
        description=description,
        credit=CREDIT,
        file=ContentFile(png, name="motif-exemple.png"),
    )
