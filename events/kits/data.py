"""What a kit is made from, and what it holds."""

from dataclasses import dataclass, field, fields, replace

from events.french_dates import DATE_TO_COME
from events.kits.wording import clean, place_name

# The states of an event, as the event itself names them, and the band each puts across the files.
BANNERS = {
    "announced": "Date à confirmer",
    "confirmed": "",
    "postponed": "Reporté",
    "cancelled": "Annulé",
}


@dataclass(frozen=True, slots=True)
class KitData:
    """The facts of an event, as they are printed. Every text is plain text: markup in it prints literally.

    `title` is the full title; `name` is what stands between the brackets (the title without « NEC » where it
    is left out). `dates` and `hours` are French and whole, as in « 19-20 novembre 2026 » and
    « 9 h – 17 h 30 ». `url` is the event's public page. `seed` names the territory, which draws the motif.
    """

    title: str
    url: str
    name: str = ""
    dates: str = ""
    hours: str = ""
    venue: str = ""
    address: str = ""
    city: str = ""
    status: str = "confirmed"
    palette: str = ""
    seed: str = ""
    organisers: tuple[str, ...] = field(default=())

    def cleaned(self) -> "KitData":
        """The same with tidy texts and with what was left out filled in.

        Raises ValueError where there is no title or the status is unknown.
        """
        if self.status not in BANNERS:
            raise ValueError(f"Unknown status of an event: {self.status!r}.")
        tidy = {item.name: clean(value) for item in fields(self) if isinstance(value := getattr(self, item.name), str)}
        if not tidy["title"]:
            raise ValueError("A kit needs the title of its event.")
        tidy["name"] = tidy["name"] or place_name(tidy["title"])
        tidy["seed"] = tidy["seed"] or tidy["name"]
        tidy["dates"] = tidy["dates"] or DATE_TO_COME
        organisers = tuple(name for name in map(clean, self.organisers) if name)
        return replace(self, **tidy, organisers=organisers)

    @property
    def banner(self) -> str:
        """The word of the band, empty where the event is confirmed."""
        return BANNERS[self.status]


@dataclass(frozen=True, slots=True)
class KitArtifact:
    """One file of a kit. `width` and `height` are in `unit` (px or mm), 0 for a text.

    `family` is the section of the kit it belongs to: logo, social, print, code or text. Files that share a label
    are the same thing in several formats.
    """

    name: str
    content: bytes
    family: str
    label: str
    use: str
    format: str
    alt: str = ""
    width: int = 0
    height: int = 0
    unit: str = "px"

    @property
    def dimensions(self) -> str:
        """The size as printed: « 1200 × 627 px », empty for a text."""
        return f"{self.width} × {self.height} {self.unit}" if self.width else ""
