"""Eight invented events that try the templates: docs/kits.md shows their kits, tests build them."""

from datetime import time
from struct import pack
from zlib import compress, crc32

from events.french_dates import hour, hours
from events.kits.data import Day, KitData, Partner, Session

ADDRESS = "https://nec.example.org/nec-locaux/"


def _logo(width: int, height: int, colour: tuple[int, int, int], shape: str) -> bytes:
    """A PNG of an invented mark: a disc, a square or a bar, on a transparent ground."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            u, v = (x + 0.5) / height, (y + 0.5) / height
            disc = (u - 0.5) ** 2 + (v - 0.5) ** 2 <= 0.24
            square = abs(u - 0.5) <= 0.45 and abs(v - 0.5) <= 0.45 and not (abs(u - 0.5) <= 0.2 and abs(v - 0.5) <= 0.2)
            bar = u > 1.15 and (0.1 < v < 0.4 or (0.6 < v < 0.9 and u < 0.75 * width / height))
            filled = bar or (disc if shape == "disc" else square)
            rows += bytes((*colour, 255 if filled else 0))
    chunks = (
        (b"IHDR", pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)),
        (b"IDAT", compress(bytes(rows), 9)),
        (b"IEND", b""),
    )
    drawn = b"".join(pack(">I", len(body)) + kind + body + pack(">I", crc32(kind + body)) for kind, body in chunks)
    return b"\x89PNG\r\n\x1a\n" + drawn


def _sessions(*lines: tuple[int, int, str, str, str]) -> tuple[Session, ...]:
    return tuple(
        Session(hour(time(at, minute)), f"{title} (exemple)", speakers, room)
        for at, minute, title, speakers, room in lines
    )


_DAY = _sessions(
    (9, 0, "Accueil et café des communs", "", "Grand hall"),
    (
        9,
        30,
        "Plénière d’ouverture\u00a0: le numérique d’intérêt général sur notre territoire",
        "Camille Exemple, Dominique Modèle",
        "Auditorium",
    ),
    (11, 0, "Atelier\u00a0: cartographier les lieux de médiation", "Alix Fictif", "Salle 2"),
    (12, 30, "Déjeuner partagé", "", "Grand hall"),
    (
        14,
        0,
        "Table ronde\u00a0: logiciels libres dans les mairies, par où commencer\u202f?",
        "Sacha Exemple, Claude Modèle, Lou Fictif",
        "Auditorium",
    ),
    (15, 30, "Forum des initiatives", "", "Grand hall"),
    (17, 0, "Conclusion et suites", "Dominique Modèle", "Auditorium"),
)
_INKS = ((30, 22, 81), (176, 38, 60), (18, 96, 72), (196, 92, 20), (40, 88, 160), (110, 50, 130))


def _partners(count: int) -> tuple[Partner, ...]:
    found = []
    for number in range(count):
        ratio = (1, 2.6, 4.2, 1.6)[number % 4]
        mark = _logo(round(90 * ratio), 90, _INKS[number % 6], ("disc", "square")[number % 2])
        name = f"Structure exemple {number + 1}"
        found.append(Partner(name, b"" if number in (4, 9) else mark))
    return tuple(found)


GALLERY: dict[str, KitData] = {
    "court": KitData(
        title="NEC Metz",
        url=f"{ADDRESS}nec-metz-exemple/",
        dates="3 octobre 2026",
        hours=hours(time(9), time(17, 30)),
        venue="Arsenal (exemple)",
        address="3 avenue de l’Exemple, 57000 Metz",
        city="Metz",
        seed="Metz",
        palette="soleil",
        programme=(Day("", _DAY),),
        partners=(Partner("Ville exemple"), Partner("Association des communs, exemple")),
        summary="Une journée d’exemple pour rencontrer celles et ceux qui font le numérique d’intérêt général à Metz.",
        registration_url="https://inscription.example.org/metz",
    ),
    "tirets": KitData(
        title="NEC Sambre-Avesnois-Thiérache",
        url=f"{ADDRESS}nec-sambre-avesnois-thierache-exemple/",
        dates="30 novembre - 1er décembre 2026",
        hours=hours(time(9), time(17)),
        venue="La Florentine (exemple)",
        address="1 rue de l’Exemple, 59610 Fourmies",
        city="Fourmies",
        seed="Sambre-Avesnois-Thiérache",
        mode="hybrid",
        partners=_partners(5),
        programme=(Day("Lundi 30 novembre 2026", _DAY), Day("Mardi 1er décembre 2026", _DAY[:5])),
    ),
    "long": KitData(
        title="NEC Rencontres départementales de l’inclusion numérique, des communs et de la transition écologique "
        "des territoires ruraux de Haute-Exemple",
        url=f"{ADDRESS}nec-rencontres-departementales-exemple/",
        dates="17 mars 2027",
        hours=hours(time(8, 45), time(18, 15)),
        venue="Centre des congrès et de la culture numérique Simone-Exemple",
        address="12 bis boulevard des Territoires-Exemple, 43000 Le Puy-en-Velay",
        city="Le Puy-en-Velay",
        seed="Haute-Exemple",
        palette="argile",
        partners=_partners(3),
        programme=(Day("", _DAY * 2),),
    ),
    "trois-jours": KitData(
        title="NEC 974 La Réunion",
        url=f"{ADDRESS}nec-974-la-reunion-exemple/",
        dates="17-19 novembre 2026",
        hours=f"{hours(time(8, 30), time(16, 30))} (heure de La Réunion)",
        venue="Domaine du Moca (exemple)",
        address="Route de l’Exemple, 97400 Saint-Denis",
        city="Saint-Denis",
        seed="La Réunion",
        palette="corail",
        partners=_partners(8),
        programme=tuple(Day(f"{name} novembre 2026", _DAY) for name in ("Mardi 17", "Mercredi 18", "Jeudi 19")),
    ),
    "en-ligne": KitData(
        title="NEC ESS",
        url=f"{ADDRESS}nec-ess-exemple/",
        dates="27 novembre 2026",
        hours=hours(time(10), time(12, 30)),
        mode="online",
        seed="ESS",
        palette="encre",
        partners=(Partner("Réseau exemple de l’économie sociale et solidaire"),),
        programme=(Day("", _DAY[:3]),),
    ),
    "a-venir": KitData(
        title="NEC Sud-Charente",
        url=f"{ADDRESS}nec-sud-charente-exemple/",
        status="announced",
        city="Montmoreau",
        seed="Sud-Charente",
        palette="pre",
    ),
    "douze-partenaires": KitData(
        title="NEC Communauté d’agglomération du Grand Exemple",
        url=f"{ADDRESS}nec-grand-exemple/",
        dates="9 juin 2027",
        hours=hours(time(9), None),
        venue="Halle des communs (exemple)",
        address="Quai de l’Exemple",
        city="Vaulx-en-Velin",
        seed="Grand Exemple",
        palette="lagon",
        status="postponed",
        partners=_partners(12),
        programme=(Day("", _DAY[:5]),),
    ),
    "annule-rtl": KitData(
        title="NEC Montpellier Méditerranée",
        url=f"{ADDRESS}nec-montpellier-exemple/",
        dates="4-5 février 2027",
        hours=hours(time(9), time(18)),
        venue="Le Corum (exemple)",
        address="Place de l’Exemple, 34000 Montpellier",
        city="Montpellier",
        seed="Montpellier Méditerranée",
        palette="nuit",
        status="cancelled",
        partners=_partners(6),
        programme=(
            Day(
                "Jeudi 4 février 2027",
                _sessions(
                    (9, 30, "Ouverture", "ليلى مثال, דנה דוגמה", "Salle 1"),
                    (11, 0, "Langues et accès aux droits", "سمير مثال", "Salle 2"),
                    (14, 0, "Traduire les démarches", "Camille Exemple, נועם דוגמה", ""),
                ),
            ),
            Day("Vendredi 5 février 2027", _DAY[:4]),
        ),
    ),
}
"""By what each one tries: short title, hyphens and two months, long title, three days overseas, on line without a
territory, date to come without a place, twelve partners and postponed, cancelled with names read from right to left."""
