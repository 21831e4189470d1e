"""Where a point of the earth falls on the drawings of the map (community/data/outlines.json).

The mainland is drawn in the Lambert-93 projection (IGN, NTG_71), Corsica a little nearer the coast than it is; each
overseas département has a drawing of its own, small enough for degrees to be taken as they are. The scales below were
fitted on the outermost points of the outlines: what is left over is under 6 units of 1010.
"""

from __future__ import annotations

from math import cos, exp, log, pi, radians, sin, tan

MAINLAND = "metropole"
EXPONENT, CONSTANT = 0.7256077650532670, 11754255.426
FALSE_EAST, FALSE_NORTH = 700_000.0, 12_655_612.05
ECCENTRICITY, MERIDIAN = 0.0818191910428, 3.0

# (metres east -> x, x at 0, metres north -> y, y at 0)
CONTINENT = (9.4443e-4, -115.926, -9.4628e-4, 6729.015)
CORSICA = (9.5287e-4, -174.289, -9.5825e-4, 6808.622)

# code -> (west, east, south, north) in degrees, then the width and height of the drawing
OVERSEAS = {
    "971": ((-61.81, -61.00, 15.83, 16.51), (55.0, 48.0)),
    "972": ((-61.229, -60.809, 14.388, 14.879), (41.0, 48.0)),
    "973": ((-54.60, -51.63, 2.11, 5.75), (38.0, 47.9)),
    "974": ((55.216, 55.837, -21.389, -20.871), (54.0, 48.0)),
    "976": ((45.018, 45.300, -13.005, -12.636), (36.0, 48.0)),
}


def lambert_93(latitude: float, longitude: float) -> tuple[float, float]:
    """Metres east and north, from degrees (RGF93)."""
    phi = radians(latitude)
    flattened = ((1 - ECCENTRICITY * sin(phi)) / (1 + ECCENTRICITY * sin(phi))) ** (ECCENTRICITY / 2)
    isometric = log(tan(pi / 4 + phi / 2) * flattened)
    radius, angle = CONSTANT * exp(-EXPONENT * isometric), EXPONENT * radians(longitude - MERIDIAN)
    return FALSE_EAST + radius * sin(angle), FALSE_NORTH - radius * cos(angle)


def on_map(latitude: float, longitude: float) -> tuple[str, float, float] | None:
    """The drawing (`metropole` or the code of an overseas one) and the point in it; None where no drawing reaches."""
    for code, ((west, east, south, north), (width, height)) in OVERSEAS.items():
        if west <= longitude <= east and south <= latitude <= north:
            return code, (longitude - west) / (east - west) * width, (north - latitude) / (north - south) * height
    if not (41.2 <= latitude <= 51.3 and -5.5 <= longitude <= 9.8):
        return None
    in_corsica = latitude < 43.2 and longitude > 8.3
    across, at_zero_x, down, at_zero_y = CORSICA if in_corsica else CONTINENT
    metres_east, metres_north = lambert_93(latitude, longitude)
    return MAINLAND, across * metres_east + at_zero_x, down * metres_north + at_zero_y
