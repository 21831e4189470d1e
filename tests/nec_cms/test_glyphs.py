"""Characters that the site's fonts can draw."""

from nec_cms.glyphs import uncovered


def test_the_fonts_cover_french_arabic_hebrew_and_emoji():
    assert uncovered("Œuvre, cœur, ÿ, « n° 3 » – 9 h… porteur·e·s €  שלום مرحبا 🎉 e\u0323\u0302") == []


def test_what_no_font_covers_is_named_once():
    assert uncovered("漢字 et 漢 ꙮ") == ["漢", "字", "ꙮ"]


def test_what_is_never_printed_is_not_missed():
    assert uncovered("a\u0000b\u200d\ufe0f \u202f") == []
