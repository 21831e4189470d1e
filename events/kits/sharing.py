"""Links to hand a kit on: making one, withdrawing it, opening the kit with it."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.kits.access import for_those_who_may, keep_private
from events.kits.handing import hand_file, hand_zip
from events.kits.kit_page import page_of_kit, page_of_link
from events.kits.models import ShareLink
from events.models import EventPage

LIFETIMES = ((7, "7 jours"), (30, "30 jours"), (90, "3 mois"))
"""How many days a link may live."""
MOST_OPEN = 30
"""Links of one kit that may be open at once."""


class ShareForm(forms.Form):
    """Whom a link is for, and for how long."""

    recipient = forms.CharField(
        label="Pour qui\u202f?",
        max_length=80,
        help_text="Pour vous y retrouver\u00a0: «\u00a0imprimerie\u00a0», «\u00a0communication de la ville\u00a0».",
    )
    days = forms.TypedChoiceField(label="Pendant combien de temps\u202f?", choices=LIFETIMES, coerce=int, initial=30)


@for_those_who_may("POST")
def create_link(request: HttpRequest, event: EventPage) -> HttpResponse:
    """A new link to the event's kit; back to the page with its errors (422) where the form is not right."""
    kit = getattr(event, "kit", None)
    if kit is None or not kit.is_available:
        raise Http404
    form = ShareForm(request.POST)
    now = timezone.now()
    if form.is_valid() and kit.share_links.filter(revoked_at=None, expires_at__gt=now).count() >= MOST_OPEN:
        form.add_error(None, f"{MOST_OPEN} liens sont déjà ouverts. Révoquez-en un d’abord.")
    if not form.is_valid():
        return render(request, "kits/kit.html", page_of_kit(event, request.user, form), status=422)
    link = kit.share_links.create(
        recipient=form.cleaned_data["recipient"],
        created_by=request.user,
        expires_at=now.replace(microsecond=0) + timedelta(days=form.cleaned_data["days"]),
    )
    messages.success(request, f"Le lien pour «\u00a0{link.recipient}\u00a0» est prêt\u00a0: copiez-le ci-dessous.")
    return redirect(f"{kit.get_absolute_url()}#partager")


@for_those_who_may("POST")
def revoke_link(request: HttpRequest, event: EventPage, pk: int) -> HttpResponse:
    """Close a link of this kit, at once and for good."""
    link = get_object_or_404(ShareLink, pk=pk, kit__event=event)
    if link.revoked_at is None:
        link.revoked_at = timezone.now()
        link.save(update_fields=["revoked_at"])
    messages.success(request, f"Le lien pour «\u00a0{link.recipient}\u00a0» est révoqué\u00a0: il n’ouvre plus rien.")
    return redirect(f"{link.kit.get_absolute_url()}#partager")


SharedView = Callable[..., HttpResponseBase]


def with_link(view: SharedView) -> SharedView:
    """With an open link to the kit of a published event: 404 without a link of ours, 410 once it is closed.

    An event that is unpublished or deleted takes its kit back at once: 404, as if it had never been there.
    """

    @require_safe
    @wraps(view)
    def checked(request: HttpRequest, token: str, **kwargs: str) -> HttpResponseBase:
        link = ShareLink.of_token(token)
        if link is None or not link.kit.event.live:
            raise Http404
        if not link.is_open(timezone.now()):
            closed = {"revoked": link.revoked_at is not None, "breadcrumb": [("Accueil", "/")]}
            return keep_private(render(request, "kits/closed.html", closed, status=410))
        return keep_private(view(request, link, **kwargs))

    return checked


@with_link
def shared_page(request: HttpRequest, link: ShareLink) -> HttpResponse:
    return render(request, "kits/kit.html", page_of_link(link))


@with_link
def shared_file(request: HttpRequest, link: ShareLink, name: str) -> HttpResponseBase:
    return hand_file(request, link.kit.event, name)[0]


@with_link
def shared_zip(request: HttpRequest, link: ShareLink) -> HttpResponseBase:
    return hand_zip(request, link.kit.event)[0]


def forget_closed_links() -> int:
    """Delete the links that have been closed for a year; return how many. For the sweep."""
    long_ago = timezone.now() - timedelta(days=365)
    return ShareLink.objects.filter(Q(expires_at__lt=long_ago) | Q(revoked_at__lt=long_ago)).delete()[0]
