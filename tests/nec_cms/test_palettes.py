"""Colours: every pair that carries text can be read."""

import pytest

from nec_cms.palettes import PALETTES, WHITE, contrast, palette_for, palette_named


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda palette: palette.name)
def test_every_text_pair_of_a_palette_reaches_the_contrast_of_aa(palette):
    pairs = {
        "dark on paper": contrast(palette.dark, palette.paper),
        "dark on accent": contrast(palette.dark, palette.accent),
        "white on dark": contrast(WHITE, palette.dark),
        "accent on dark": contrast(palette.accent, palette.dark),
    }
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < 4.5} == {}


def test_contrast_agrees_with_the_figures_of_the_standard():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == 1.0
    assert round(contrast("#1E1651", "#FFC938"), 1) == 10.6
    assert contrast("#FFC938", "#1E1651") == contrast("#1E1651", "#FFC938")


def test_contrast_refuses_a_colour_it_cannot_read():
    with pytest.raises(ValueError, match="#RRGGBB"):
        contrast("#FFF", "#000000")


def test_a_seed_keeps_its_palette():
    seeds = ("Metz", "La Réunion", "Sambre-Avesnois-Thiérache", "Occitanie", "ESS", "")
    assert [palette_for(seed).name for seed in seeds] == ["nuit", "encre", "corail", "soleil", "pre", "nuit"]


def test_the_palettes_are_all_given_to_some_territory():
    assert {palette_for(f"territoire {number}").name for number in range(200)} == set(PALETTES)


def test_a_chosen_palette_wins_over_the_seed_and_an_unknown_one_falls_back():
    assert palette_named("lagon", "Metz").name == "lagon"
    assert palette_named("fluo", "Metz") == palette_for("Metz")
