"""What the communication team decides for every kit: colours, logo and words. Plain data, no database.

`events.kits.models.BrandSettings.brand()` gives it as it is set; the defaults stand where nothing was set.
"""

from dataclasses import asdict, dataclass
from typing import Any

from nec_cms.palettes import Palette, palette_named

MENTION = "Un NEC local, dans le cadre du programme public Numérique\u00a0en\u00a0Commun[s]."
HASHTAGS = "#NECLocal #NumériqueEnCommuns"
RULES = (
    "Gardez les crochets, les proportions et les couleurs du logo.",
    "Laissez autour de lui la place d’une lettre, sur un fond uni.",
    "Recopiez le texte alternatif de chaque image quand vous la publiez.",
)
LICENCE = (
    "Les textes et les visuels du kit sont sous Licence Ouverte 2.0. La marque «\u00a0Numérique en Commun[s]\u00a0» "
    "est enregistrée par l’Agence nationale de la cohésion des territoires\u00a0: l’employer, "
    "c’est respecter la charte."
)


@dataclass(frozen=True, slots=True)
class Brand:
    """`logo` holds the bytes of the official logo, PNG or SVG as `logo_format` says (« png », « svg »); both are empty
    where the drawn one stands. `palettes` are those that replace the site's own of the same name in kits."""

    mention: str = MENTION
    hashtags: str = HASHTAGS
    rules: tuple[str, ...] = RULES
    licence: str = LICENCE
    logo: bytes = b""
    logo_format: str = ""
    palettes: tuple[Palette, ...] = ()

    def palette(self, name: str, seed: str) -> Palette:
        """The palette that an editor chose, or that of the seed, in the brand's colours."""
        chosen = palette_named(name, seed)
        return next((palette for palette in self.palettes if palette.name == chosen.name), chosen)

    def inputs(self) -> dict[str, Any]:
        """The same for JSON; the logo in hexadecimal figures."""
        return {**asdict(self), "logo": self.logo.hex()}


DEFAULT_BRAND = Brand()
