"""The body field: blocks of every plugin, none in migrations."""

from django.apps import apps
from django.db.migrations.writer import MigrationWriter

from home.models import ContentPage
from nec_cms import plugins
from nec_cms.blocks import CORE_BLOCKS
from nec_cms.body import BodyField
from nec_cms.usage import block_types


def test_a_migration_freezes_no_block() -> None:
    field = BodyField()
    field.set_attributes_from_name("body")
    assert MigrationWriter.serialize(field)[0] == "nec_cms.body.BodyField(blank=True, verbose_name='contenu')"


def test_a_body_offers_the_blocks_of_the_core_then_those_of_plugins() -> None:
    offered = list(ContentPage._meta.get_field("body").stream_block.child_blocks)
    assert offered == [*CORE_BLOCKS, *(name for _, name, _ in plugins.body_blocks())]


def test_every_block_explains_itself_to_editors() -> None:
    stream = ContentPage._meta.get_field("body").stream_block
    silent = [
        name
        for name, block in stream.child_blocks.items()
        if not (block.meta.description and block.meta.icon != "placeholder" and block.meta.group)
    ]
    assert silent == []


def test_plugin_blocks_are_grouped_under_the_name_of_their_plugin() -> None:
    stream = ContentPage._meta.get_field("body").stream_block
    groups = {name: stream.child_blocks[name].meta.group for _, name, _ in plugins.body_blocks()}
    assert groups == {name: plugin.verbose_name for plugin, name, _ in plugins.body_blocks()}


def test_block_types_are_found_at_any_depth() -> None:
    stored = [
        {"type": "text", "value": "<p>type</p>", "id": "1"},
        {"type": "columns", "value": {"left": [{"type": "jobs", "value": {"type": "full-time"}}]}},
    ]
    assert block_types(stored) == {"text", "columns", "jobs"}


def test_plugins_state_labels_that_django_knows() -> None:
    assert {plugin.label for plugin in plugins.installed()} <= {config.label for config in apps.get_app_configs()}
