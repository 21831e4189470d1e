"""The admin's page « Extensions »: the plugins of this process, what each brings, and the pages that use one."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from nec_cms import plugins
from nec_cms.usage import plugin_usage


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every plugin in the order of requirement. For administrators: it tells what the site is made of."""
    refuse_others(request)
    counts = page_counts()
    rows = [described(plugin, counts) for plugin in plugins.installed()]
    return render(request, "nec_cms/admin/extensions.html", page_context("Extensions") | {"rows": rows})


@require_safe
def usage(request: HttpRequest, name: str) -> HttpResponse:
    """The pages that are of a plugin's types or hold one of its blocks. Raises Http404 for an unknown name."""
    refuse_others(request)
    plugin = next((each for each in plugins.installed() if each.plugin_name == name), None)
    if plugin is None:
        raise Http404(f"No plugin is called {name}.")
    pages = plugin_usage(name)
    title = f"Pages qui utilisent « {plugin.verbose_name} »"
    context = page_context(title, {"url": reverse("extensions"), "label": "Extensions"})
    return render(request, "nec_cms/admin/extension_usage.html", context | {"plugin": plugin, "pages": pages})


def refuse_others(request: HttpRequest) -> None:
    if not request.user.is_superuser:
        raise PermissionDenied


def page_context(title: str, *above: dict[str, str]) -> dict[str, Any]:
    home = {"url": reverse("wagtailadmin_home"), "label": "Accueil"}
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": "cogs",
        "breadcrumbs_items": [home, *above, {"url": "", "label": title}],
    }


def page_counts() -> dict[int, int]:
    """Content type -> number of pages of it, in one query."""
    rows = Page.objects.values("content_type").annotate(count=Count("pk")).order_by()
    return {row["content_type"]: row["count"] for row in rows}


def described(plugin: plugins.Plugin, counts: dict[int, int]) -> dict[str, Any]:
    """One row: what the plugin brings, in words, and its pages."""
    models = [model for model in apps.get_app_config(plugin.label).get_models() if issubclass(model, Page)]
    types = ContentType.objects.get_for_models(*models)
    return {
        "plugin": plugin,
        "page_types": sorted(str(model._meta.verbose_name) for model in models),
        "blocks": sorted(
            str(plugins.resolve(plugin, "blocks", path)().meta.label or name) for name, path in plugin.blocks.items()
        ),
        "address": f"/{plugin.prefix or plugin.plugin_name}/" if plugin.urls else "",
        "requires": ", ".join(plugin.requires),
        "pages": sum(counts.get(content_type.pk, 0) for content_type in types.values()),
        "usage_url": reverse("extension_usage", args=[plugin.plugin_name]),
    }
