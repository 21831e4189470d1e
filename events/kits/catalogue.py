"""The built-in templates, in the order of the kit."""

from events.kits import alts, posts, snippets
from events.kits.data import KitData
from events.kits.qr import qr_png, qr_svg
from events.kits.readme import readme
from events.kits.specs import EVERY_FACT, KitTemplate, Output
from events.kits.typesetting import TEMPLATES

Motifs = tuple[tuple[int, int], ...]

ON_LIGHT = "Sur fond clair\u00a0: site, courrier, programme."
ONE_INK = "Sur fond clair, quand une seule encre est possible."
ON_DARK = "Sur fond sombre ou sur une photographie sombre."
PRESS = "«\u00a0imprimeur\u00a0»\u00a0: 3 mm de fond perdu et traits de coupe."

A3, A4, A5 = (297, 420), (210, 297), (148, 210)
POSTER: Motifs = ((6, 3),)
FLYER: Motifs = ((6, 3), (6, 2))


def _lockups() -> tuple[Output, ...]:
    variants = (
        ("couleur", "Logo en couleur", ON_LIGHT),
        ("sombre", "Logo d’une couleur, sombre", ONE_INK),
        ("blanc", "Logo d’une couleur, blanc", ON_DARK),
    )
    sizes = ((".svg", 72), ("-1200.png", 72), ("-2400.png", 144))
    return tuple(
        Output(f"logo-nec-{{place}}-{variant}{ending}", 1200, density=density, variant=variant, label=label, use=use)
        for ending, density in sizes
        for variant, label, use in variants
    )


def _picture(name: str, size: tuple[int, int], variant: str, motifs: Motifs, label: str, use: str) -> Output:
    """A PNG whose name ends with its size in pixels."""
    width, height = size
    return Output(f"{name}-{width}x{height}.png", width, height, variant=variant, motifs=motifs, label=label, use=use)


SOCIAL = (
    _picture(
        "linkedin-publication", (1200, 627), "beside", ((3, 4),),
        "LinkedIn, publication", "Publication LinkedIn, aperçu d’un lien.",
    ),
    _picture(
        "linkedin-couverture", (1584, 396), "before", ((4, 2),),
        "LinkedIn, couverture", "Haut d’un profil ou d’une page\u00a0: le portrait couvre le bas, à gauche.",
    ),
    _picture(
        "x-bluesky-publication", (1600, 900), "beside", ((3, 4),),
        "X et Bluesky, publication", "Image d’une publication sur X ou Bluesky.",
    ),
    _picture(
        "mastodon-banniere", (1500, 500), "before", ((4, 3),), "Mastodon, bannière", "En-tête d’un profil Mastodon.",
    ),
    _picture(
        "facebook-couverture", (1640, 624), "around", ((4, 4),),
        "Facebook, couverture", "Couverture d’une page ou d’un événement, lisible aussi sur téléphone.",
    ),
    _picture(
        "instagram-carre", (1080, 1080), "above", ((6, 3),),
        "Visuel carré", "Publication Instagram, Facebook, Mastodon.",
    ),
    _picture(
        "instagram-portrait", (1080, 1350), "above", ((6, 4),), "Visuel portrait", "Publication Instagram en hauteur.",
    ),
    _picture(
        "story", (1080, 1920), "story", ((4, 3), (4, 1)),
        "Story", "Story Instagram, Facebook ou WhatsApp\u00a0: rien d’utile là où l’application écrit.",
    ),
)  # fmt: skip
BANNERS = (
    _picture(
        "site-banniere", (1200, 300), "beside", ((4, 2),),
        "Bannière pour un site", "Haut de page ou encart, chez vous ou chez vos partenaires.",
    ),
    _picture(
        "signature-mail", (600, 150), "beside", ((3, 2),),
        "Signature de courriel", "Sous votre signature\u00a0: ouvrez signature-mail.html, copiez, collez.",
    ),
)  # fmt: skip
SLIDES = (
    _picture("diapo-titre", (1920, 1080), "ouverture", ((3, 4),), "Diapositive de titre", "À projeter à l’ouverture."),
    _picture("diapo-fin", (1920, 1080), "fin", (), "Diapositive de fin", "À projeter pour conclure."),
)


def _printed(name: str, size: tuple[int, int], motifs: Motifs, unit: str = "mm") -> tuple[Output, Output]:
    """The document for screens and desk printers, and that for printing houses."""
    screen, press = Output(f"{name}.pdf", *size, unit, motifs=motifs), f"{name}-imprimeur.pdf"
    return screen, Output(press, *size, unit, press=True, motifs=motifs)


def _code(data: KitData, output: Output) -> str | bytes:
    dark = data.colours.dark
    return qr_svg(data.url, dark, title=alts.code(data)) if output.format == "SVG" else qr_png(data.url, dark)[0]


BUILT_IN: tuple[KitTemplate, ...] = (
    KitTemplate("logo", "logo", "Logo", ON_LIGHT, _lockups(), TEMPLATES / "logo.typ", shows=("name",), alt=alts.lockup),
    KitTemplate(
        "reseaux", "social", "Visuel", "Publication", SOCIAL, TEMPLATES / "social.typ",
        shows=EVERY_FACT, alt=alts.picture,
    ),
    KitTemplate(
        "bannieres", "screen", "Bannière", "En ligne", BANNERS, TEMPLATES / "social.typ",
        shows=EVERY_FACT, alt=alts.picture,
    ),
    KitTemplate(
        "signature", "screen", "Signature de courriel", BANNERS[1].use, (Output("signature-mail.html"),),
        write=snippets.signature,
    ),
    KitTemplate(
        "carte", "screen", "Carte à intégrer", "À copier dans une page de votre site ou d’un partenaire.",
        (Output("carte-a-integrer.html"),), write=snippets.card,
    ),
    KitTemplate(
        "diapos", "screen", "Diapositives", "À projeter", SLIDES, TEMPLATES / "slides.typ",
        shows=(*EVERY_FACT, "partners", "brand"), alt=alts.slide,
    ),
    KitTemplate(
        "affiche", "print", "Affiche A4 et A3", f"À l’écran, par courriel, sur une imprimante de bureau\u202f; {PRESS}",
        (*_printed("affiche-a4", A4, POSTER), *_printed("affiche-a3", A3, POSTER),
         Output("affiche-a4.png", *A4, "mm", density=144, motifs=POSTER)),
        TEMPLATES / "poster.typ", shows=(*EVERY_FACT, "partners", "brand"), alt=alts.poster,
    ),
    KitTemplate(
        "depliant", "print", "Prospectus A5, deux pages", f"À distribuer, avec le programme au dos\u202f; {PRESS}",
        (*_printed("prospectus-a5", A5, FLYER),
         Output("prospectus-a5-recto.png", *A5, "mm", density=144, variant="recto", motifs=FLYER),
         Output("prospectus-a5-verso.png", *A5, "mm", density=144, variant="verso", motifs=FLYER)),
        TEMPLATES / "flyer.typ", shows=(*EVERY_FACT, "summary", "programme", "partners", "brand"), alt=alts.flyer,
    ),
    KitTemplate(
        "badges", "print", "Badges", "Huit badges à imprimer sur A4, à découper et à remplir.",
        (Output("badges-a4.pdf", *A4, "mm", motifs=((8, 1),)),
         Output("badges-a4.png", *A4, "mm", density=96, motifs=((8, 1),))),
        TEMPLATES / "badges.typ", shows=("name",), alt=alts.badges,
    ),
    KitTemplate(
        "kakemono", "print", "Kakémono 850 × 2000 mm", f"À faire imprimer pour l’accueil\u202f; {PRESS}",
        (Output("kakemono-850x2000-imprimeur.pdf", 850, 2000, "mm", press=True, motifs=((4, 4),)),
         Output("kakemono-apercu.png", 850, 2000, "mm", density=18, motifs=((4, 4),))),
        TEMPLATES / "rollup.typ", shows=(*EVERY_FACT, "brand"), alt=alts.rollup,
    ),
    KitTemplate(
        "code", "code", "Code QR de la page", "Sur vos propres documents. Laissez la marge claire autour.",
        (Output("qr-code.svg"), Output("qr-code.png")), write=_code, alt=alts.code,
    ),
    KitTemplate(
        "texte-court", "text", "Texte court", "X et Bluesky\u00a0: 280 signes au plus.",
        (Output("texte-court-x-bluesky.txt"),), write=posts.short,
    ),
    KitTemplate(
        "texte-moyen", "text", "Texte moyen", "LinkedIn, Facebook, Mastodon, Instagram.",
        (Output("texte-moyen.txt"),), write=posts.medium,
    ),
    KitTemplate(
        "texte-long", "text", "Texte long", "Article de site, lettre d’information.",
        (Output("texte-long.txt"),), write=posts.long,
    ),
    KitTemplate(
        "communique", "text", "Communiqué de presse", "À compléter de votre contact.",
        (Output("communique-de-presse.txt"),), write=posts.press,
    ),
    KitTemplate(
        "alternatives", "text", "Textes alternatifs", "À recopier avec chaque image publiée.",
        (Output("textes-alternatifs.txt"),), write=posts.alternatives,
    ),
    KitTemplate(
        "lisez-moi", "text", "Lisez-moi", "À lire d’abord\u00a0: usages, textes alternatifs, couleurs, règles.",
        (Output("LISEZ-MOI.txt"),), write=readme,
    ),
)  # fmt: skip
