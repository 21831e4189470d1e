"""What the shell of every public page needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from nec_cms.models import SiteSettings


def shell(request: HttpRequest) -> dict[str, Any]:
    """Main menu, site settings, and whether the userbar may show: only where a session cookie came."""
    if request.path.startswith("/admin/"):
        return {}
    site = Site.find_for_request(request)
    return {
        "menu": menu(site, request.path) if site else [],
        "site_settings": SiteSettings.for_request(request) if site else SiteSettings(),
        "show_userbar": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }


def menu(site: Site, path: str) -> list[dict[str, Any]]:
    """Entries of the main menu: the public pages under the home page that are marked for menus."""
    entries = []
    for page in Page.objects.child_of(site.root_page).live().public().in_menu():
        url = page.get_url(current_site=site)
        entries.append({"title": page.title, "url": url, "current": path.startswith(url)})
    return entries
