"""Pages of the core itself: error pages, and files for machines."""

from datetime import UTC, datetime, timedelta

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from nec_cms.models import SiteSettings


@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Alive: the process answers and reaches its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /espace-porteur/",
        "Disallow: /kits/",
        "Allow: /kits/apercu/",
        "Disallow: /recherche/",
    ]
    lines += ["", f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a vulnerability (RFC 9116). It expires six months from now."""
    settings = SiteSettings.for_request(request)
    contact = settings.security_contact or settings.contact_email
    expires = (datetime.now(UTC) + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    text = (
        f"Contact: mailto:{contact}\nExpires: {expires.isoformat().replace('+00:00', 'Z')}\n"
        f"Preferred-Languages: fr, en\nCanonical: {request.build_absolute_uri()}\n"
    )
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without context processors: the database may be what failed."""
    return render(None, "500.html", status=500)
