"""The motif: one composition per seed, that fills its grid, draws safely and does not move."""

import itertools
from collections import Counter
from hashlib import sha256
from xml.etree import ElementTree

import pytest

from nec_cms.motif import as_svg, compose
from nec_cms.motif.drawing import colour_at

SEEDS = ("Metz", "974 La Réunion", "Sambre-Avesnois-Thiérache", "Occitanie", "ESS", "", "[Commun[s]]", "مرسى")
SIZES = ((1, 1), (2, 2), (3, 2), (6, 4), (3, 4), (2, 4), (8, 2), (12, 3), (16, 16))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_modules_cover_the_grid_once(seed, size):
    columns, rows = size
    covered = sorted(
        (module.x + dx, module.y + dy)
        for module in compose(seed, columns, rows)
        for dx in range(module.width)
        for dy in range(module.height)
    )
    assert covered == sorted(itertools.product(range(columns), range(rows)))


def test_a_seed_always_gives_the_same_drawing():
    digest = sha256("".join(as_svg(seed, 6, 4) for seed in SEEDS).encode()).hexdigest()
    assert digest[:16] == "90c32f4a19720cbb"


def test_two_places_never_share_a_drawing():
    drawings = {as_svg(f"territoire {number}", 6, 4) for number in range(150)}
    assert len(drawings) == 150


@pytest.mark.parametrize("seed", SEEDS)
def test_there_is_one_pair_of_brackets_face_to_face(seed):
    for columns, rows, turns in ((6, 4, [0, 2]), (4, 2, [0, 2]), (2, 4, [1, 3]), (3, 1, [0, 2]), (2, 2, [])):
        brackets = [module for module in compose(seed, columns, rows) if module.shape == "bracket"]
        assert [module.turn for module in brackets] == turns


@pytest.mark.parametrize("seed", SEEDS)
def test_the_three_colours_are_all_well_present(seed):
    points = [step / 10 + 0.05 for step in range(10)]
    for columns, rows in ((6, 4), (4, 4), (8, 5)):
        painted = Counter(
            colour_at(module, module.x + dx + u, module.y + dy + v)
            for module in compose(seed, columns, rows)
            for dx in range(module.width)
            for dy in range(module.height)
            for u in points
            for v in points
        )
        shares = {colour: count / (columns * rows * 100) for colour, count in painted.items()}
        assert {colour for colour, share in shares.items() if 0.15 <= share <= 0.55} == {
            "dark",
            "accent",
            "paper",
        }


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_drawn_in_the_colour_it_stands_on(seed):
    assert [module for module in compose(seed, 8, 5) if module.ink == module.ground] == []


def test_neighbours_do_not_look_the_same():
    for seed in SEEDS:
        cells = {
            (module.x + dx, module.y + dy): module
            for module in compose(seed, 6, 4)
            for dx in range(module.width)
            for dy in range(module.height)
        }
        twins = [
            (place, near)
            for place, module in cells.items()
            for near in ((place[0] + 1, place[1]), (place[0], place[1] + 1))
            if near in cells and cells[near] is not module and cells[near].look == module.look
        ]
        assert twins == []


@pytest.mark.parametrize("size", [(0, 4), (4, 0), (17, 1), (-1, 2)])
def test_a_grid_out_of_bounds_is_refused(size):
    with pytest.raises(ValueError, match="1 to 16"):
        compose("Metz", *size)


def test_a_drawing_without_title_is_hidden_decoration():
    root = ElementTree.fromstring(as_svg("Metz", 6, 4))
    assert (root.get("viewBox"), root.get("aria-hidden"), root.get("role")) == ("0 0 600 400", "true", None)
    assert root.find(f"{SVG}title") is None


def test_a_title_names_the_drawing_and_is_escaped():
    root = ElementTree.fromstring(as_svg("Metz", 3, 2, title='<script>"&</script>'))
    assert (root.get("role"), root.get("aria-hidden")) == ("img", None)
    assert root.findtext(f"{SVG}title") == '<script>"&</script>'
    assert root.findall(f".//{SVG}script") == []


def test_colours_are_classes_with_fallbacks():
    root = ElementTree.fromstring(as_svg("Metz", 6, 4, colours=("#000001", "#000002", "#000003")))
    fills = {(path.get("class"), path.get("fill")) for path in root.findall(f"{SVG}path")}
    assert fills == {("m-d", "#000001"), ("m-a", "#000002"), ("m-p", "#000003")}
    assert [path.get("style") for path in root.iter()] == [None] * len(list(root.iter()))
