import pytest

from community.projection import lambert_93, on_map


def test_lambert_93_agrees_with_its_definition():
    """The origin (46° 30' north, 3° east) is at 700 km east and 6,600 km north (IGN, NTG_71)."""
    east, north = lambert_93(46.5, 3.0)
    assert (round(east), round(north)) == (700_000, 6_600_000)


@pytest.mark.parametrize(
    ("place", "latitude", "longitude", "x", "y"),
    [
        ("Bray-Dunes, the northernmost", 51.089, 2.545, 512, 0),
        ("pointe de Corsen, the westernmost", 48.413, -4.7955, 0, 257),
        ("Lauterbourg, the easternmost", 48.967, 8.2334, 906, 209),
        ("Lamanère, near the Spanish border", 42.333, 2.53, 513, 922),
        ("Bonifacio", 41.365, 9.19, 987, 1010),
        ("Cap Corse", 43.01, 9.40, 990, 834),
    ],
)
def test_known_points_fall_on_the_edge_of_the_outlines(place, latitude, longitude, x, y):
    drawing, found_x, found_y = on_map(latitude, longitude)
    assert drawing == "metropole"
    assert (found_x, found_y) == (pytest.approx(x, abs=6), pytest.approx(y, abs=6))


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [
        ("971", 16.0, -61.73), ("972", 14.6, -61.07), ("973", 4.93, -52.33), ("974", -20.88, 55.45),
        ("976", -12.78, 45.23),
    ],
)  # fmt: skip
def test_overseas_chief_towns_fall_in_their_own_drawing(code, latitude, longitude):
    drawing, x, y = on_map(latitude, longitude)
    assert drawing == code
    assert 0 <= x <= 55
    assert 0 <= y <= 48


@pytest.mark.parametrize(("latitude", "longitude"), [(-22.3, 166.4), (0, 0), (52.5, 13.4), (40.4, -3.7), (90, 180)])
def test_what_no_drawing_reaches_has_no_point(latitude, longitude):
    assert on_map(latitude, longitude) is None
