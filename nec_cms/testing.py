"""`PluginContract`: the tests that every plugin's author gets for free.

Subclass it, name the plugin, and say how to make one more row of each of its lists::

    class TestMyPlugin(PluginContract):
        plugin_name = "jobs"
        lists = {"/emplois/": make_job}

It needs pytest-django; nothing else.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from nec_cms import plugins, roles

Snapshot = dict[str, list[Any]]


@pytest.mark.django_db
class PluginContract:
    """Promises, previews, a demo that runs twice alike, pages that render and can be edited, lists of constant cost."""

    __test__ = False
    plugin_name: ClassVar[str]
    lists: ClassVar[Mapping[str, Callable[[], Any]]] = {}
    """Address of a list -> callable that adds one public row to it."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.__test__ = True

    @property
    def plugin(self) -> plugins.Plugin:
        return next(plugin for plugin in plugins.installed() if plugin.plugin_name == self.plugin_name)

    def test_speaks_the_version_of_the_seam(self) -> None:
        assert self.plugin.api == plugins.API

    def test_promises_resolve(self) -> None:
        for name, path in self.plugin.blocks.items():
            assert plugins.resolve(self.plugin, "blocks", path), name
        if self.plugin.urls:
            assert plugins.resolve_module(self.plugin, "urls", self.plugin.urls).urlpatterns
        if self.plugin.demo:
            assert callable(plugins.resolve(self.plugin, "demo", self.plugin.demo))

    def test_block_previews_render_and_blocks_explain_themselves(self, rf: RequestFactory) -> None:
        for name, path in self.plugin.blocks.items():
            block = plugins.resolve(self.plugin, "blocks", path)()
            block.set_name(name)
            assert block.meta.description, f"block '{name}' has no description"
            assert block.meta.icon != "placeholder", f"block '{name}' has no icon"
            assert str(block.render(block.get_preview_value(), {"request": rf.get("/")})).strip()

    def test_demo_runs_twice_with_the_same_outcome(self) -> None:
        if not self.plugin.demo:
            return
        self.build_demo()
        first = self.snapshot()
        plugins.resolve(self.plugin, "demo", self.plugin.demo)()
        assert self.snapshot() == first

    def test_demo_pages_render_and_can_be_edited(self, client: Client, admin_client: Client) -> None:
        if not self.plugin.demo:
            return
        self.build_demo()
        for page in self.demo_pages():
            assert client.get(page.url).status_code == 200, page.url
            assert admin_client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200, page.url

    def test_lists_cost_a_constant_number_of_queries(self, client: Client) -> None:
        for url, add_row in self.lists.items():
            add_row()
            client.get(url)  # what a process computes once (site, content types) is not the list's cost
            one = self.count_queries(client, url)
            add_row()
            add_row()
            assert self.count_queries(client, url) == one, url

    def build_demo(self) -> None:
        """Demo content of the plugin, after that of the plugins it builds on."""
        roles.setup_roles()
        for plugin, build in plugins.demo_builders():
            build()
            if plugin is self.plugin:
                return

    def demo_pages(self) -> list[Page]:
        """One live page of each of the plugin's page types."""
        models = [model for model in apps.get_app_config(self.plugin.label).get_models() if issubclass(model, Page)]
        return [page for model in models if (page := model.objects.live().first())]

    def snapshot(self) -> Snapshot:
        """Primary keys of every row of the plugin's models."""
        models = apps.get_app_config(self.plugin.label).get_models()
        return {model.__name__: sorted(model._default_manager.values_list("pk", flat=True)) for model in models}

    @staticmethod
    def count_queries(client: Client, url: str) -> int:
        """The queries of a page already seen once: what the shell remembers is not asked again."""
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200, url
        return len(queries)
