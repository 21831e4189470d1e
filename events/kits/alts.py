"""What each file shows, in words: its text alternative, to be copied wherever it is published."""

from events.kits.data import KitData


def lockup(data: KitData) -> str:
    return f"NEC [{data.name}]"


def picture(data: KitData) -> str:
    return f"{described(data)} Motif de formes géométriques."


def poster(data: KitData) -> str:
    address = f" {data.address}." if data.address else ""
    return f"Affiche. {described(data)}{address} Code QR vers {data.url}"


def code(data: KitData) -> str:
    return f"Code QR vers la page de l’événement, {data.url}"


def described(data: KitData) -> str:
    """« Annulé. NEC [Metz]. 3 octobre 2024, 9 h – 17 h 30. Arsenal, Metz. »"""
    when = ", ".join(part for part in (data.dates, data.hours) if part)
    sentences = (data.banner, f"NEC [{data.name}]", when, data.where)
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def slide(data: KitData) -> str:
    return f"Diapositive. {described(data)}"


def flyer(data: KitData) -> str:
    back = "le programme" if data.programme else "où trouver le programme"
    return f"Prospectus. {described(data)} Au dos, {back} et un code QR vers {data.url}"


def badges(data: KitData) -> str:
    return f"Planche de huit badges vierges, NEC [{data.name}]."


def rollup(data: KitData) -> str:
    return f"Kakémono. {described(data)} Code QR vers {data.url}"
