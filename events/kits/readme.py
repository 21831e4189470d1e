"""What each file shows, in words, and the read-me that gathers it."""

from collections.abc import Sequence

from events.kits.data import KitArtifact, KitData
from nec_cms.palettes import palette_named
from nec_cms.typography import french_spaces


def alt_logo(data: KitData) -> str:
    return f"NEC [{data.name}]"


def alt_banner(data: KitData) -> str:
    return f"{_described(data)} Motif de formes géométriques."


def alt_poster(data: KitData) -> str:
    where = f" {data.address}." if data.address else ""
    return f"Affiche. {_described(data)}{where} Code QR vers {data.url}"


def _described(data: KitData) -> str:
    """« Annulé. NEC [Metz]. 3 octobre 2024, 9 h – 17 h 30. Arsenal, Metz. »"""
    when = ", ".join(part for part in (data.dates, data.hours) if part)
    where = ", ".join(part for part in (data.venue, data.city) if part)
    sentences = (data.banner, f"NEC [{data.name}]", when, where)
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def readme(data: KitData, artifacts: Sequence[KitArtifact]) -> KitArtifact:
    """LISEZ-MOI.txt: the files, their use and alternative texts, colours, type, rules of use."""
    palette = palette_named(data.palette, data.seed)
    lines = [
        f"NEC [{data.name}] – kit de communication",
        "",
        data.title,
        *[part for part in (data.banner, data.dates, data.hours, data.venue, data.address) if part],
        data.url,
        "",
        "LES FICHIERS",
        "Pour chacun : l’usage, les dimensions et le texte alternatif à recopier quand vous le publiez.",
        "",
    ]
    for artifact in artifacts:
        lines += [
            artifact.name,
            f"  {artifact.label}, {artifact.format}, {artifact.dimensions}",
            f"  {artifact.use}",
            f"  Texte alternatif : {artifact.alt}",
            "",
        ]
    lines += [
        "LES COULEURS",
        f"  Sombre : {palette.dark}   Accent : {palette.accent}   Papier : {palette.paper}",
        "  Écrivez en sombre sur le papier ou sur l’accent, en blanc sur le sombre.",
        "",
        "LES CARACTÈRES",
        "  Titres : Bricolage Grotesque. Textes : Inter.",
        "  Tous deux sont libres (SIL Open Font License 1.1).",
        "",
        "LES RÈGLES D’USAGE",
        "  La marque « Numérique en Commun[s] » est enregistrée par l’Agence nationale de la cohésion",
        "  des territoires. Toute structure qui respecte la charte peut l’employer pour son événement.",
        "  Gardez les crochets, ne déformez pas le logo, laissez autour de lui la place d’une lettre.",
        "",
    ]
    content = french_spaces("\n".join(lines)).encode()
    use = "À lire d’abord : usages, textes alternatifs, couleurs, règles."
    return KitArtifact("LISEZ-MOI.txt", content, "text", "Lisez-moi", french_spaces(use), "TXT")
