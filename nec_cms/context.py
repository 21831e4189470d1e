"""What the shell of every public page needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page, Site

from nec_cms.models import SiteSettings
from nec_cms.pages import PublicPages
from nec_cms.remembered import remembered


def shell(request: HttpRequest) -> dict[str, Any]:
    """Main menu, site settings, and whether the userbar may show: only where a session cookie came."""
    if request.path.startswith("/admin/"):
        return {}
    site = Site.find_for_request(request)
    kept = remembered(f"shell:{site.pk}", lambda: _kept(site)) if site else {"menu": [], "settings": SiteSettings()}
    return {
        "menu": [{**entry, "current": request.path.startswith(entry["url"])} for entry in kept["menu"]],
        "site_settings": kept["settings"],
        "show_userbar": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }


def _kept(site: Site) -> dict[str, Any]:
    stored = SiteSettings.objects.select_related("logo").filter(site=site).first()
    return {"menu": menu(site), "settings": stored or SiteSettings(site=site)}


def menu(site: Site) -> list[dict[str, str]]:
    """Entries of the main menu: the public pages under the home page that are marked for menus."""
    pages = PublicPages(Page).child_of(site.root_page).live().public().in_menu().order_by("path")
    return [{"title": page.title, "url": page.get_url(current_site=site)} for page in pages]
