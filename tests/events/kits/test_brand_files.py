"""The kit of the brand alone."""

from xml.etree import ElementTree

import pytest

from events.kits.brand import DEFAULT_BRAND
from events.kits.brand_files import brand_files

pytestmark = pytest.mark.django_db


def test_the_brand_alone_comes_as_a_drawing_and_a_picture_in_three_variants_with_its_rules():
    files = brand_files(DEFAULT_BRAND)
    assert [file.name for file in files] == [
        f"logo-numerique-en-communs-{variant}.{ending}"
        for variant in ("couleur", "sombre", "blanc")
        for ending in ("svg", "png")
    ] + ["LISEZ-MOI.txt"]
    title = ElementTree.fromstring(files[0].content).findtext("{http://www.w3.org/2000/svg}title")
    assert title == "Numérique en Commun[s]"
    assert (files[1].width, files[1].height) == (files[3].width, files[3].height)
