"""What the tests of building share."""

from events.kits.models import Kit
from events.kits.specs import kit_templates

WHOLE = sum(len(template.outputs) for template in kit_templates())


def contents(kit: Kit) -> dict[str, bytes]:
    return {file.name: file.content() for file in kit.files.all()}
