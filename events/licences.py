"""The licences that documents bear: their names, and where they are written in full."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nec_cms.models import Licence

if TYPE_CHECKING:
    from events.models import EventDocument

TEXTS = {
    Licence.ETALAB: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.fr",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
}
"""Open licences -> the address of their text. Reserved rights have none."""


def licences(documents: Iterable[EventDocument]) -> list[tuple[str, str]]:
    """(name, address of the text) of each open licence among the documents, once."""
    held = dict.fromkeys(document.licence for document in documents)
    return [(Licence(each).label, TEXTS[Licence(each)]) for each in held if each in TEXTS]
