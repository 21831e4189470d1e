"""Which pages would suffer from the removal of a plugin."""

import json
from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import Page

from nec_cms import plugins
from nec_cms.body import BodyField


def entry_named(name: str) -> plugins.Entry:
    """The installed or built-in plugin called `name`, disabled or not; raises `PluginError` where there is none."""
    known = [plugins.Entry(key, path) for key, path in settings.BUILT_IN_PLUGINS.items()] + plugins.announced()
    for entry in known:
        if entry.name == name:
            return entry
    raise plugins.PluginError(f"Plugin '{name}' is not installed. `manage.py plugins` lists those that are.")


def plugin_usage(name: str) -> list[Page]:
    """Pages of the plugin's own types, and pages whose body holds one of its blocks."""
    config = entry_named(name).config_class()
    label = getattr(config, "label", config.name.rpartition(".")[2])
    own_types = ContentType.objects.filter(app_label=label)
    pages = {page.pk: page for page in Page.objects.filter(content_type__in=own_types)}
    for page in pages_with_blocks(set(config.blocks)):
        pages[page.pk] = page
    return sorted(pages.values(), key=lambda page: page.path)


def pages_with_blocks(names: set[str]) -> Iterable[Page]:
    """Pages whose stored body, read as stored because Wagtail hides unknown types, holds a block of these names."""
    if not names:
        return
    for model in apps.get_models():
        if not issubclass(model, Page):
            continue
        for field in model._meta.local_fields:
            if isinstance(field, BodyField):
                stored = model.objects.annotate(stored=Cast(field.name, TextField())).defer(field.name)
                yield from (page for page in stored.iterator() if names & block_types(json.loads(page.stored or "[]")))


def block_types(value: object) -> set[str]:
    """Every `type` found in a stored stream, at any depth."""
    if isinstance(value, list):
        return set().union(*(block_types(item) for item in value)) if value else set()
    if isinstance(value, dict):
        own = {value["type"]} if isinstance(value.get("type"), str) and "value" in value else set()
        return own.union(*(block_types(item) for item in value.values()))
    return set()
