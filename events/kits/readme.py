"""LISEZ-MOI: the files of a kit with their use and text alternatives, colours, type, rules of use."""

from events.kits.data import KitData
from events.kits.posts import PRINCIPLES, charter_address
from events.kits.specs import Output, PlannedFile, plan
from nec_cms.typography import french_spaces


def readme(data: KitData, output: Output) -> str:
    """The text, in French."""
    palette = data.colours
    lines = [
        f"NEC [{data.name}] – kit de communication",
        "",
        data.title,
        *[
            part
            for part in (
                data.banner,
                data.dates,
                data.hours,
                data.where if data.mode == "online" else data.venue,
                data.address,
            )
            if part
        ],
        data.url,
        "",
        "LES FICHIERS",
        "Pour chacun : l’usage, les dimensions et le texte alternatif à recopier quand vous le publiez.",
        "",
    ]
    for file in plan(data):
        if file.output is not output:
            lines += _told(file)
    lines += [
        "LES COULEURS",
        f"  Sombre : {palette.dark}   Accent : {palette.accent}   Papier : {palette.paper}",
        "  Écrivez en sombre sur le papier ou sur l’accent, en blanc sur le sombre.",
        "  Les fichiers pour imprimeur sont en RVB (sRGB) : l’imprimeur les convertit à son papier.",
        "",
        "LES CARACTÈRES",
        "  Titres : Bricolage Grotesque. Textes : Inter.",
        "  Tous deux sont libres (SIL Open Font License 1.1).",
        "",
        "LES RÈGLES D’USAGE",
        *[f"  – {rule}" for rule in data.brand.rules],
        f"  La charte : {charter_address(data)}",
        f"  Ses sept principes : {PRINCIPLES}.",
        "",
        "LA LICENCE",
        f"  {data.brand.licence}",
        "",
    ]
    return french_spaces("\n".join(lines))


def _told(file: PlannedFile) -> list[str]:
    lines = [file.name, f"  {file.label}, {dimensions(file.output)}", f"  {file.use}"]
    if file.alt:
        lines.append(f"  Texte alternatif : {file.alt}")
    return [*lines, ""]


def dimensions(output: Output) -> str:
    """« PNG, 1200 × 627 px », « PNG, 2400 px de large », « PDF, 210 × 297 mm », « SVG »."""
    factor = output.density / 72 if output.unit == "px" else 1
    width, height = round(output.width * factor), round(output.height * factor)
    if output.format == "SVG" or not width:
        return output.format
    return (
        f"{output.format}, {width} × {height} {output.unit}"
        if height
        else f"{output.format}, {width} {output.unit} de large"
    )
