"""Where the reader may see the place on a map: services to choose from, none embedded, none called. Pure."""

from urllib.parse import quote, urlencode

from events.rows import Point

Links = list[tuple[str, str]]


def map_links(words: str, point: Point | None = None) -> Links:
    """(name, address) of map services: at the point (latitude, longitude in degrees), else for the words of a search.

    The last one is a `geo:` address (RFC 5870), which opens the application of the reader's device.
    """
    device = "l’application de votre appareil"
    if point is None:
        return [
            ("OpenStreetMap", f"https://www.openstreetmap.org/search?{urlencode({'query': words})}"),
            ("Google Maps", f"https://www.google.com/maps/search/?{urlencode({'api': 1, 'query': words})}"),
            (device, f"geo:0,0?{urlencode({'q': words})}"),
        ]
    latitude, longitude = (format(value.normalize(), "f") for value in point)
    pin = f"{latitude},{longitude}"
    marked = urlencode({"mlat": latitude, "mlon": longitude})
    return [
        ("OpenStreetMap", f"https://www.openstreetmap.org/?{marked}#map=17/{latitude}/{longitude}"),
        ("Géoportail", f"https://www.geoportail.gouv.fr/carte?c={longitude},{latitude}&z=17&permalink=yes"),
        ("Google Maps", f"https://www.google.com/maps/search/?{urlencode({'api': 1, 'query': pin})}"),
        (device, f"geo:{pin}?q={pin}({quote(words)})"),
    ]
