"""A bookmark in every communication kit: one drawing, one file."""

from pathlib import Path

from wagtail import hooks

from events.kits.data import KitData
from events.kits.specs import KitTemplate, Output


def described(data: KitData) -> str:
    return f"Marque-page NEC [{data.name}]."


@hooks.register("register_kit_template")
def bookmark() -> KitTemplate:
    return KitTemplate(
        name="marque-page",
        family="Papeterie",
        label="Marque-page",
        use="À glisser dans les dossiers des participantes et des participants.",
        outputs=[Output("marque-page.png", 50, 150, "mm", density=300)],
        source=Path(__file__).with_name("bookmark.typ"),
        shows=["name"],
        alt=described,
    )
