"""Template tags of the revue's pages."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Structured data in a script element of the type `application/ld+json`, which browsers never run."""
    # Safe: no sign that HTML gives a meaning to is left.
    body = mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # noqa: S308
    return format_html('<script type="application/ld+json">{}</script>', body)
