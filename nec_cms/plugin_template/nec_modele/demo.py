"""Demo content: found again by its slug, so that a second run changes nothing."""

from community.models import Territory
from nec_cms.demo import child, home_page, text
from nec_modele.models import ModelePage


def build() -> None:
    child(
        home_page(),
        ModelePage,
        "modele-tirets-exemple",
        title="Modèle (exemple)",
        summary="Une page d’exemple de la section.",
        territory=Territory.objects.order_by("pk").first(),
        body=[text("<b>Tout ceci est un exemple.</b>")],
    )
