"""Which files a kit holds: one line of facts each; the engine makes them in this order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """The lockup in one variant."""

    variant: str
    label: str
    use: str


@dataclass(frozen=True, slots=True)
class Banner:
    """A picture in pixels. The motif takes `columns` by `rows` modules, at the right or above the text."""

    name: str
    width: int
    height: int
    columns: int
    rows: int
    place: str  # "beside" or "above"
    label: str
    use: str

    @property
    def file_name(self) -> str:
        return f"{self.name}-{self.width}x{self.height}.png"


LOGOS = (
    Logo("couleur", "Logo en couleur", "Sur fond clair\u00a0: site, courrier, programme."),
    Logo("sombre", "Logo d’une couleur, sombre", "Sur fond clair, quand une seule encre est possible."),
    Logo("blanc", "Logo d’une couleur, blanc", "Sur fond sombre ou sur une photographie sombre."),
)

BANNERS = (
    Banner(
        "banniere-linkedin", 1200, 627, 3, 4, "beside", "Bannière LinkedIn", "Publication LinkedIn, aperçu d’un lien."
    ),
    Banner("visuel-carre", 1080, 1080, 6, 3, "above", "Visuel carré", "Publication Instagram, Facebook, Mastodon."),
)
