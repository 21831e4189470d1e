"""Pictures of the demo: drawn once, described, credited."""

import pytest
from PIL import Image

from nec_cms.demo_pictures import demo_picture
from nec_cms.models import SiteImage
from nec_cms.palettes import PALETTES

pytestmark = pytest.mark.django_db


def test_picture_is_drawn_in_its_palette_once() -> None:
    picture = demo_picture("Exemple", "Des disques et des barres.", columns=4, rows=2, palette="lagon")
    assert demo_picture("Exemple", "Autre description.") == picture
    assert SiteImage.objects.count() == 1
    assert (picture.description, picture.credit) == ("Des disques et des barres.", "Dessin du site")
    assert (picture.width, picture.height) == (800, 400)
    with picture.file.open() as file, Image.open(file) as drawing:
        commonest = sorted(drawing.convert("RGB").getcolors(100_000), reverse=True)[:3]
    lagon = PALETTES["lagon"]
    assert {"#{:02X}{:02X}{:02X}".format(*colour) for _, colour in commonest} == {
        lagon.dark,
        lagon.accent,
        lagon.paper,
    }
