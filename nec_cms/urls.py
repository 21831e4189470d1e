"""Addresses: the core's own, then the plugins', then Wagtail's pages."""

from django.conf import settings
from django.contrib.staticfiles.urls import staticfiles_urlpatterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import urlpatterns as wagtail_patterns
from wagtail.views import serve

from nec_cms import plugins, views
from nec_cms.search_page import search_page
from nec_cms.site_plan import site_plan
from nec_cms.sitemap import sitemap, sitemap_part

CORE_PREFIXES = {
    "admin",
    "documents",
    "donnees",
    "media",
    "static",
    "recherche",
    "sante",
    "plan-du-site",
    ".well-known",
}
PAGE_FILE_EXTENSIONS = ("ics", "atom", "rss", "epub", "pdf", "json", "csv", "geojson", "bib", "ris")


def plugin_patterns() -> list[URLPattern | URLResolver]:
    """The plugins' addresses, each under its own prefix; a prefix of the core or taken twice is refused."""
    owners = dict.fromkeys(CORE_PREFIXES, "the core")
    patterns = []
    for plugin in plugins.installed():
        if not plugin.urls:
            continue
        prefix = plugin.prefix or plugin.plugin_name
        if prefix in owners:
            raise plugins.Entry(plugin.plugin_name, plugin.urls, plugin.origin).error(
                f"its address prefix '{prefix}/' belongs to {owners[prefix]}", "Choose another prefix"
            )
        owners[prefix] = f"plugin '{plugin.plugin_name}'"
        patterns.append(path(f"{prefix}/", include(plugins.resolve_module(plugin, "urls", plugin.urls))))
    return patterns


urlpatterns = [
    path("sante/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_part, name="sitemap_part"),
    path("plan-du-site/", site_plan, name="site_plan"),
    path("recherche/", search_page, name="search"),
    path("donnees/", include("nec_cms.opendata.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *plugin_patterns(),
    # Wagtail's own pattern wants a closing slash; files of a page (agenda.ics, flux.atom) have none.
    re_path(rf"^((?:[\w\-]+/)*[\w\-]+\.(?:{'|'.join(PAGE_FILE_EXTENSIONS)}))$", serve, name="page_file"),
    *wagtail_patterns,
]

if settings.DEBUG or settings.DEMO:
    from django.views.static import serve as serve_file

    urlpatterns = [
        *staticfiles_urlpatterns(),
        re_path(r"^media/(?P<path>.*)$", serve_file, {"document_root": settings.MEDIA_ROOT}),
        *urlpatterns,
    ]

handler400 = "nec_cms.views.bad_request"
handler403 = "nec_cms.views.permission_denied"
handler404 = "nec_cms.views.page_not_found"
handler500 = "nec_cms.views.server_error"
