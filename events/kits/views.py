"""The kit's page, its files and its zip: for those whom access.py names, and nobody else."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from events.kits.access import for_those_who_may
from events.kits.handing import hand_file, hand_zip
from events.kits.kit_page import page_of_kit
from events.kits.models import Kit, LastDownload
from events.kits.sharing import ShareForm
from events.models import EventPage


@for_those_who_may()
def kit_page(request: HttpRequest, event: EventPage) -> HttpResponse:
    """What the kit holds, what changed in it, whom it was handed to; or how the work on it stands."""
    return render(request, "kits/kit.html", page_of_kit(event, request.user, ShareForm()))


@for_those_who_may()
def kit_file(request: HttpRequest, event: EventPage, name: str) -> HttpResponseBase:
    """One file, as a download; with `?apercu`, for the page that shows it (not counted)."""
    response, handed_over = hand_file(request, event, name)
    if handed_over:
        remember(request, event.kit)
    return response


@for_those_who_may()
def kit_zip(request: HttpRequest, event: EventPage) -> HttpResponseBase:
    """Every file of the kit in one archive."""
    response, handed_over = hand_zip(request, event)
    if handed_over:
        remember(request, event.kit)
    return response


def remember(request: HttpRequest, kit: Kit) -> None:
    """When this person last took something of the kit, so that its page can tell what changed since."""
    LastDownload.objects.update_or_create(kit=kit, user=request.user, defaults={"at": timezone.now()})
