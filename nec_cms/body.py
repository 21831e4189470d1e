"""The body of a page: one stream field for every page type, whose blocks come from the core and from plugins.

The block list is left out of migrations, so installing a plugin or editing a block never makes one.
"""

from typing import Any

from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from nec_cms.blocks import CORE_BLOCKS
from nec_cms.outline import anchored
from nec_cms.plugins import body_blocks


class BodyBlock(StreamBlock):
    """The core's blocks, then those of each plugin, grouped under the plugin's name.

    Given to the field as a class: it is built when first used, once every app is loaded.
    """

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        offered = [(name, block()) for name, block in CORE_BLOCKS.items()]
        for plugin, name, block in body_blocks():
            offered.append((name, block(group=plugin.verbose_name)))
        super().__init__([*offered, *(local_blocks or [])], **kwargs)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        return super().get_context(value, parent_context) | {"children": anchored(value)}

    class Meta:
        template = "nec_cms/body.html"


class UnfrozenStreamField(StreamField):
    """`StreamField` whose blocks stay out of migrations; a subclass names its stream block class.

    What is stored is JSON whatever the blocks, so the database needs to know nothing of them.
    """

    block_class: type[StreamBlock]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(self.block_class, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super(StreamField, self).deconstruct()
        return name, path, args, kwargs


class BodyField(UnfrozenStreamField):
    """The body of any page type: ``body = BodyField()``."""

    block_class = BodyBlock

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"verbose_name": "contenu", "blank": True} | kwargs)
