"""The kit of the brand, for any structure that accepts the charter: no candidature, no account, no cookie.

Who asked is kept for three years: the mark is registered, and whoever uses it is told when it changes.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from typing import Any

from django import forms
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag, urlsafe_base64_decode, urlsafe_base64_encode
from django.views.decorators.http import require_http_methods, require_safe

from events.kits.access import keep_private
from events.kits.archive import zipped
from events.kits.brand_files import brand_files
from events.kits.data import KitArtifact
from events.kits.models import BrandRequest, BrandSettings, weight
from events.kits.serving import content_headers
from nec_cms.mail import queue_mail
from nec_cms.origin import same_origin_post
from nec_cms.rate_limit import client_address, wait

RETENTION = timedelta(days=3 * 365)
LIFETIME = timedelta(days=7)
"""How long the page of the files opens after a request."""
PER_ADDRESS = (10, timedelta(hours=1))
"""Requests from one network address."""
MAILS = (3, timedelta(days=1))
"""E-mails to one address."""
FOLDER = "kit-numerique-en-communs"
_signer = TimestampSigner(salt="events.kits.brand")


class BrandRequestForm(forms.ModelForm):
    """Who takes the kit, and that they accept the charter."""

    charter = forms.BooleanField(
        label="Nous acceptons la charte de Numérique en Commun[s]",
        error_messages={
            "required": "La marque s’emploie dans le respect de la charte\u00a0: acceptez-la pour continuer."
        },
    )

    class Meta:
        model = BrandRequest
        fields = ("name", "structure", "email")
        labels = {"name": "Vos prénom et nom", "structure": "Votre structure", "email": "Votre adresse électronique"}
        help_texts = {
            "structure": "Association, collectivité, entreprise… Toute personne morale.",
            "email": "Vous y recevrez le lien du kit.",
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for field, purpose in (("name", "name"), ("structure", "organization"), ("email", "email")):
            self.fields[field].widget.attrs["autocomplete"] = purpose


@same_origin_post
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The rules and the form; a post that holds records the request and leads to the files (303)."""
    form = BrandRequestForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if wait("brand-kit", client_address(request), *PER_ADDRESS):
            form.add_error(None, "Beaucoup de demandes viennent de votre réseau. Réessayez dans une heure.")
            status = 429
        elif form.is_valid():
            return HttpResponseRedirect(record(form), status=303)
        else:
            status = 422
    context = {
        "form": form,
        "rules": BrandSettings.load().brand_rules,
        "years": RETENTION.days // 365,
        "breadcrumb": [("Accueil", "/"), ("Les NEC locaux", "/nec-locaux/")],
    }
    response = render(request, "kits/brand.html", context, status=status)
    if request.method == "POST":
        keep_private(response)
    return response


def record(form: BrandRequestForm) -> str:
    """Keep the request and send its link; return the address of the files."""
    asked = form.save()
    address = reverse("kits:brand_page", args=[token_of(asked)])
    if not wait("brand-kit-mail", asked.email.lower(), *MAILS):
        context = {"asked": asked, "address": f"{settings.BASE_URL}{address}", "days": LIFETIME.days}
        queue_mail(asked.email, "kits/mails/brand_kit.txt", context)
    return address


def token_of(asked: BrandRequest) -> str:
    return urlsafe_base64_encode(_signer.sign(str(asked.pk)).encode())


View = Callable[..., HttpResponseBase]


def for_those_who_accepted(view: View) -> View:
    """For the week that follows a request; then the form is one step away, and the address says so (404)."""

    @require_safe
    @wraps(view)
    def checked(request: HttpRequest, token: str, **kwargs: str) -> HttpResponseBase:
        try:
            key = _signer.unsign(urlsafe_base64_decode(token).decode(), max_age=LIFETIME)
        except (BadSignature, ValueError) as unknown:
            raise Http404 from unknown
        if not BrandRequest.objects.filter(pk=key).exists():
            raise Http404
        return keep_private(view(request, brand_files(BrandSettings.load().brand()), token=token, **kwargs))

    return checked


@for_those_who_accepted
def page(request: HttpRequest, files: list[KitArtifact], token: str) -> HttpResponse:
    """The logo in its versions, each with its formats, and the rules."""
    cards: dict[str, list[KitArtifact]] = {}
    for each in files:
        cards.setdefault(each.label, []).append(each)
    base = reverse("kits:brand_page", args=[token])
    context = {
        "base": base,
        "cards": [_card(label, of_card) for label, of_card in cards.items()],
        "actions": [{"label": "Tout télécharger", "url": f"{base}kit.zip", "icon": "download"}],
        "days": LIFETIME.days,
        "breadcrumb": [("Accueil", "/"), ("Le kit de la marque", reverse("kits:brand"))],
    }
    return render(request, "kits/brand_page.html", context)


def _card(label: str, files: list[KitArtifact]) -> dict[str, Any]:
    """One thing in its formats, as `kits/card.html` shows it."""
    return {
        "label": label,
        "use": files[0].use,
        "alt": files[0].alt,
        "on_dark": "-blanc." in files[0].name,
        "preview": next((one for one in files if one.format in ("PNG", "SVG")), None),
        "files": [
            {"name": one.name, "format": one.format, "dimensions": one.dimensions, "weight": weight(len(one.content))}
            for one in files
        ],
    }


@for_those_who_accepted
def file(request: HttpRequest, files: list[KitArtifact], token: str, name: str) -> HttpResponseBase:
    found = next((each for each in files if each.name == name), None)
    if found is None:
        raise Http404
    etag = quote_etag(sha256(found.content).hexdigest()[:32])
    response = get_conditional_response(request, etag=etag) or HttpResponse(found.content)
    content_headers(response, found.name, etag, inline="apercu" in request.GET)
    return response


@for_those_who_accepted
def archive(request: HttpRequest, files: list[KitArtifact], token: str) -> HttpResponseBase:
    response = StreamingHttpResponse(
        zipped(FOLDER, ((each.name, each.content) for each in files)), content_type="application/zip"
    )
    response["Content-Disposition"] = f'attachment; filename="{FOLDER}.zip"'
    return response


def forget_old_requests() -> int:
    """Erase the requests whose time is over; return how many. For the sweep."""
    return BrandRequest.objects.filter(accepted_at__lt=timezone.now() - RETENTION).delete()[0]
