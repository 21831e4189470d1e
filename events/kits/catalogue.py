"""The built-in templates, in the order of the kit."""

from events.kits import alts
from events.kits.data import KitData
from events.kits.qr import qr_png, qr_svg
from events.kits.readme import readme
from events.kits.specs import EVERY_FACT, KitTemplate, Output
from events.kits.typesetting import TEMPLATES

ON_LIGHT = "Sur fond clair\u00a0: site, courrier, programme."
ONE_INK = "Sur fond clair, quand une seule encre est possible."
ON_DARK = "Sur fond sombre ou sur une photographie sombre."


def _lockups() -> tuple[Output, ...]:
    variants = (
        ("couleur", "Logo en couleur", ON_LIGHT),
        ("sombre", "Logo d’une couleur, sombre", ONE_INK),
        ("blanc", "Logo d’une couleur, blanc", ON_DARK),
    )
    sizes = (("", "svg", 72), ("-1200", "png", 72), ("-2400", "png", 144))
    return tuple(
        Output(
            f"logo-nec-{{place}}-{variant}{size}.{ending}", 1200, density=density, variant=variant, label=label, use=use
        )
        for size, ending, density in sizes
        for variant, label, use in variants
    )


def _picture(
    name: str, width: int, height: int, variant: str, motifs: tuple[tuple[int, int], ...], label: str, use: str
) -> Output:
    return Output(f"{name}-{width}x{height}.png", width, height, variant=variant, motifs=motifs, label=label, use=use)


PICTURES = (
    _picture(
        "linkedin-publication",
        1200,
        627,
        "beside",
        ((3, 4),),
        "LinkedIn, publication",
        "Publication LinkedIn, aperçu d’un lien.",
    ),
    _picture(
        "linkedin-couverture",
        1584,
        396,
        "before",
        ((4, 2),),
        "LinkedIn, couverture",
        "Bannière d’un profil ou d’une page\u00a0: le portrait couvre le bas, à gauche.",
    ),
    _picture(
        "x-bluesky-publication",
        1600,
        900,
        "beside",
        ((3, 4),),
        "X et Bluesky, publication",
        "Image d’une publication sur X ou Bluesky.",
    ),
    _picture(
        "mastodon-banniere", 1500, 500, "before", ((4, 3),), "Mastodon, bannière", "En-tête d’un profil Mastodon."
    ),
    _picture(
        "facebook-couverture",
        1640,
        624,
        "around",
        ((4, 4),),
        "Facebook, couverture",
        "Couverture d’une page ou d’un événement\u00a0: lisible aussi sur téléphone, où les côtés sont coupés.",
    ),
    _picture(
        "instagram-carre", 1080, 1080, "above", ((6, 3),), "Visuel carré", "Publication Instagram, Facebook, Mastodon."
    ),
    _picture(
        "instagram-portrait", 1080, 1350, "above", ((6, 4),), "Visuel portrait", "Publication Instagram en hauteur."
    ),
    _picture(
        "story",
        1080,
        1920,
        "story",
        ((4, 3), (4, 1)),
        "Story",
        "Story Instagram, Facebook, WhatsApp\u00a0: rien d’utile là où l’application écrit.",
    ),
    _picture(
        "site-banniere",
        1200,
        300,
        "beside",
        ((4, 2),),
        "Bannière pour un site",
        "Haut de page ou encart, chez vous ou chez vos partenaires.",
    ),
    _picture(
        "signature-mail",
        600,
        150,
        "beside",
        ((4, 2),),
        "Signature de courriel",
        "Sous votre signature\u00a0: ouvrez signature-mail.html et copiez.",
    ),
)

A4, A3 = (210, 297), (297, 420)
FOR_PRESS = "Les fichiers «\u00a0imprimeur\u00a0» ont 3 mm de fond perdu et des traits de coupe."
POSTER_USE = f"À l’écran, par courriel, ou sur une imprimante de bureau. {FOR_PRESS}"


def _posters() -> tuple[Output, ...]:
    found = []
    for size, (width, height) in (("a4", A4), ("a3", A3)):
        for ending, press in (("", False), ("-imprimeur", True)):
            found.append(Output(f"affiche-{size}{ending}.pdf", width, height, "mm", press=press, motifs=((6, 3),)))
    return (*found, Output("affiche-a4.png", *A4, "mm", density=144, motifs=((6, 3),)))


def _code(data: KitData, output: Output) -> str | bytes:
    dark = data.colours.dark
    return qr_svg(data.url, dark, title=alts.code(data)) if output.format == "SVG" else qr_png(data.url, dark)[0]


BUILT_IN: tuple[KitTemplate, ...] = (
    KitTemplate("logo", "logo", "Logo", ON_LIGHT, _lockups(), TEMPLATES / "logo.typ", shows=("name",), alt=alts.lockup),
    KitTemplate("reseaux", "social", "Visuel", "", PICTURES, TEMPLATES / "social.typ", alt=alts.picture),
    KitTemplate(
        "affiche",
        "print",
        "Affiche",
        POSTER_USE,
        _posters(),
        TEMPLATES / "poster.typ",
        shows=(*EVERY_FACT, "partners"),
        alt=alts.poster,
    ),
    KitTemplate(
        "code",
        "code",
        "Code QR de la page",
        "Sur vos propres documents. Laissez la marge claire autour.",
        (Output("qr-code.svg"), Output("qr-code.png")),
        write=_code,
        alt=alts.code,
    ),
    KitTemplate(
        "lisez-moi",
        "text",
        "Lisez-moi",
        "À lire d’abord\u00a0: usages, textes alternatifs, couleurs, règles.",
        (Output("LISEZ-MOI.txt"),),
        write=readme,
    ),
)
