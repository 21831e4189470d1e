"""What a kit is made from, and what it holds. Plain data: no database."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace

from events.french_dates import DATE_TO_COME
from events.kits.brand import DEFAULT_BRAND, Brand
from events.kits.wording import clean, place_name
from nec_cms.palettes import Palette

# The states of an event, as the event itself names them, and the band each puts across the files.
BANNERS = {
    "announced": "Date à confirmer",
    "confirmed": "",
    "postponed": "Reporté",
    "cancelled": "Annulé",
}


@dataclass(frozen=True, slots=True)
class Partner:
    """An organiser; `logo` holds the bytes of a PNG, empty where its name is printed instead."""

    name: str
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Session:
    """A line of the programme: « 9 h 30 », the title, who speaks, where."""

    hour: str
    title: str
    speakers: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the programme; its heading is empty where the event has but one."""

    heading: str
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class KitData:
    """The facts of an event, as they are printed. Every text is plain text: markup in it prints literally.

    `title` is the full title; `name` is what stands between the brackets (the title without « NEC » where it
    is left out). `dates` and `hours` are French and whole, as in « 19-20 novembre 2026 » and
    « 9 h – 17 h 30 ». `mode` is « on-site », « online » (then no place is printed) or « hybrid ». `url` is the
    event's public page. `seed` names the territory, which draws the motif.
    """

    title: str
    url: str
    name: str = ""
    dates: str = ""
    hours: str = ""
    mode: str = "on-site"
    venue: str = ""
    address: str = ""
    city: str = ""
    summary: str = ""
    registration_url: str = ""
    status: str = "confirmed"
    palette: str = ""
    seed: str = ""
    partners: tuple[Partner, ...] = ()
    programme: tuple[Day, ...] = ()
    brand: Brand = field(default=DEFAULT_BRAND)

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
        if self.mode == "online":
            tidy |= {"venue": "", "address": "", "city": ""}
        partners = tuple(replace(one, name=name) for one in self.partners if (name := clean(one.name)))
        programme = tuple(_tidy_day(day) for day in self.programme if day.sessions)
        return replace(self, **tidy, partners=partners, programme=programme)

    @property
    def banner(self) -> str:
        """The word of the band, empty where the event is confirmed."""
        return BANNERS[self.status]

    @property
    def colours(self) -> Palette:
        """The palette that an editor chose, else that of the territory."""
        return self.brand.palette(self.palette, self.seed)

    @property
    def organisers(self) -> tuple[str, ...]:
        return tuple(partner.name for partner in self.partners)

    @property
    def where(self) -> str:
        """« Arsenal, Metz », « Arsenal, Metz et en ligne », « En ligne »; empty where nothing is known."""
        named = ", ".join(part for part in (self.venue, self.city) if part)
        if self.mode == "online":
            return "En ligne"
        if self.mode == "hybrid":
            return f"{named} et en ligne" if named else "Sur place et en ligne"
        return named

    def texts(self) -> Iterator[str]:
        """Every text that may be printed."""
        yield from (self.title, self.name, self.dates, self.hours, self.venue, self.address, self.city)
        yield from self.organisers
        for day in self.programme:
            yield day.heading
            for session in day.sessions:
                yield from (session.hour, session.title, session.speakers, session.room)


def _tidy_day(day: Day) -> Day:
    sessions = (
        Session(clean(one.hour), clean(one.title), clean(one.speakers), clean(one.room)) for one in day.sessions
    )
    return Day(clean(day.heading), tuple(sessions))


@dataclass(frozen=True, slots=True)
class KitArtifact:
    """One file of a kit. `width` and `height` are in `unit` (px or mm), 0 for a text.

    `family` is the section of the kit it belongs to: logo, social, print, code or text. Files that share a label
    are the same thing in several formats. `template` made it; `fingerprint` stands for all that its bytes depend on.
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
    template: str = ""
    fingerprint: str = ""

    @property
    def dimensions(self) -> str:
        """The size as printed: « 1200 × 627 px », empty for a text."""
        return f"{self.width} × {self.height} {self.unit}" if self.width else ""
