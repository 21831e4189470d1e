"""The banner and the poster of an event as its form stands, drawn while it is being edited. Nothing is kept."""

from base64 import b64encode
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as render_page

from events.kits.data import KitArtifact, KitData
from events.kits.engine import render
from events.kits.facts import page_address, page_data
from events.kits.models import BrandSettings, Family
from events.kits.specs import plan
from events.kits.typesetting import TypesettingError
from events.models import EventPage
from nec_cms.glyphs import uncovered

Preview = Callable[[EventPage, HttpRequest], HttpResponse]


def preview_of(family: Family) -> Preview:
    """A way to look at the first picture of a family: the banner of the networks, the poster."""

    def show(event: EventPage, request: HttpRequest) -> HttpResponse:
        data = page_data(event, page_address(event), BrandSettings.load().brand())
        return render_page(request, "kits/desk/preview.html", {"label": family.label, **drawn(data, family)})

    return show


def drawn(data: KitData, family: Family) -> dict[str, object]:
    """The picture as an address, with its text alternative; or why there is none, in French."""
    try:
        data = data.cleaned()
    except ValueError:
        return {"reason": "Donnez d’abord un titre à l’événement."}
    if missing := uncovered(" ".join(data.texts())):
        return {"reason": f"Ces caractères ne peuvent pas être imprimés\u00a0: {', '.join(missing)}."}
    names = [file.name for file in plan(data)]
    wanted = next(
        (file.name for file in plan(data) if file.template.family == family and file.output.format == "PNG"), ""
    )
    try:
        picture: KitArtifact | None = next(render(data, skip=set(names) - {wanted}), None)
    except TypesettingError as failure:
        return {"reason": f"La composition a échoué\u00a0: {failure}"}
    if picture is None:
        return {"reason": "Aucun modèle de cette sorte n’est installé."}
    address = f"data:image/png;base64,{b64encode(picture.content).decode()}"
    return {"address": address, "alt": picture.alt, "width": picture.width, "height": picture.height}
