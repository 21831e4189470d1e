"""Texts ready to be posted, in French: for short networks, for the others, for a newsletter, for the press."""

from urllib.parse import urljoin

from events.french_dates import DATE_TO_COME
from events.kits.data import KitData
from events.kits.specs import Output, plan
from nec_cms.typography import french_spaces

SHORT = 280
"""Characters that X allows, addresses counted whole; Bluesky allows 300."""

ABOUT = (
    "Numérique en Commun[s] (NEC) est un programme public consacré au numérique d’intérêt général, porté par le "
    "programme Société numérique de l’Agence nationale de la cohésion des territoires. Les NEC locaux en sont les "
    "rendez-vous dans les territoires : une ou deux journées que préparent les structures qui y agissent, sous une "
    "marque commune."
)
PRINCIPLES = "Éduquer, Ouvrir, Harmoniser, Débattre, Faire ensemble, Améliorer, Tempérer"
SESSIONS_TOLD = 6


def short(data: KitData, output: Output) -> str:
    """One post of at most 280 characters: what does not fit is left out, then the name is cut."""
    state = f"{_state(data)} " if data.banner else ""
    when = ", ".join(part for part in (data.dates, data.hours) if part)
    tags = data.brand.hashtags
    for parts in ((when, data.where, tags), (when, data.where, ""), (data.dates, "", tags), (data.dates, "", "")):
        post = _short(state, f"NEC [{data.name}]", *parts, data.url)
        if len(post) <= SHORT:
            return post + "\n"
    room = SHORT - len(_short(state, "NEC […]", data.dates, "", "", data.url))
    return _short(state, f"NEC [{data.name[: max(room, 0)].rstrip()}…]", data.dates, "", "", data.url) + "\n"


def _short(state: str, name: str, when: str, where: str, tags: str, url: str) -> str:
    facts = ". ".join(part for part in (when, where) if part)
    return french_spaces(f"{state}{name} : {facts}.") + f"\n{url}" + (f"\n{tags}" if tags else "")


def medium(data: KitData, output: Output) -> str:
    """A post for LinkedIn, Facebook, Mastodon or Instagram."""
    return _joined(
        _state(data),
        f"NEC [{data.name}], c’est le rendez-vous du numérique d’intérêt général.",
        data.summary,
        _facts(data),
        _links(data),
        data.brand.hashtags,
    )


def long(data: KitData, output: Output) -> str:
    """An article for a site or a newsletter, with the beginning of the programme."""
    return _joined(
        f"NEC [{data.name}]",
        _state(data),
        data.summary,
        _facts(data),
        _programme(data),
        f"Organisé par {_list(data.organisers)}." if data.organisers else "",
        _links(data),
        data.brand.mention,
    )


def press(data: KitData, output: Output) -> str:
    """A press note; who answers the press is left to be written by hand."""
    facts = ", ".join(part for part in (data.dates, data.hours, data.where) if part)
    opening = f"Le numérique d’intérêt général se donne rendez-vous à NEC [{data.name}] : {facts}."
    invited = f"À l’invitation de {_list(data.organisers)}." if data.organisers else ""
    return _joined(
        "COMMUNIQUÉ DE PRESSE",
        f"NEC [{data.name}]",
        _state(data) or opening,
        invited,
        data.summary,
        _programme(data),
        _links(data),
        f"À propos de Numérique en Commun[s]\n{ABOUT}",
        "Contact presse : (indiquez ici un nom, un téléphone et une adresse électronique)",
    )


def alternatives(data: KitData, output: Output) -> str:
    """The text alternative of the pictures, once for those that say the same."""
    alike: dict[str, list[str]] = {}
    for file in plan(data):
        if file.alt:
            alike.setdefault(file.alt, []).append(file.name)
    told = ["\n".join((*names, f"  {alt}")) for alt, names in alike.items()]
    return _joined("TEXTES ALTERNATIFS", "À recopier avec chaque image que vous publiez.", *told)


def charter_address(data: KitData) -> str:
    """Where the charter is, on the site that publishes the event."""
    return urljoin(data.url, "/charte/")


def _joined(*paragraphs: str) -> str:
    return french_spaces("\n\n".join(paragraph for paragraph in paragraphs if paragraph)) + "\n"


def _state(data: KitData) -> str:
    dated = bool(data.dates and data.dates != DATE_TO_COME)
    match data.status:
        case "cancelled":
            return "Cette édition est annulée."
        case "postponed":
            return "Cette édition est reportée." if not dated else f"Cette édition est reportée : {data.dates}."
        case "announced":
            return "Les dates restent à confirmer." if dated else "La date n’est pas encore connue."
    return ""


def _facts(data: KitData) -> str:
    when = ", ".join(part for part in (data.dates, data.hours) if part)
    place = data.where if data.mode == "online" or not data.address else f"{data.where} ({data.address})"
    lines = (f"Quand : {when}", f"Où : {place}" if place else "")
    return "\n".join(line for line in lines if line)


def _links(data: KitData) -> str:
    lines = [f"Tout savoir : {data.url}"]
    if data.registration_url and data.status != "cancelled":
        lines.append(f"S’inscrire : {data.registration_url}")
    return "\n".join(lines)


def _programme(data: KitData) -> str:
    """The first sessions, by day where there are several."""
    lines, left = ["Au programme :"], SESSIONS_TOLD
    for day in data.programme:
        told = day.sessions[:left]
        left -= len(told)
        if told and day.heading:
            lines.append(day.heading)
        lines += [f"– {' : '.join(part for part in (one.hour, one.title) if part)}" for one in told]
    return "\n".join(lines) if len(lines) > 1 else ""


def _list(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} et {names[-1]}" if len(names) > 1 else "".join(names)
