"""Template tags and filters of the design system; settings make them available in every template."""

import datetime
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page as ListPage
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template.loader import select_template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from lucide.templatetags.lucide import lucide as draw_icon
from wagtail.models import Page

from nec_cms import typography
from nec_cms.motif import as_svg
from nec_cms.outline import contents

register = template.Library()

SCRIPT_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
@lru_cache(maxsize=128)
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the Lucide set, inlined; decoration unless `label` gives it a name.

    Raises `lucide.IconDoesNotExist` for an unknown name.
    """
    svg = draw_icon(name, size=None, **{"class": "icon", "focusable": "false"})
    body = " ".join(svg.split()).replace("> <", "><").replace(" />", "/>")
    role = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    # Safe: drawn from the installed icon package; the label was escaped by format_html.
    return mark_safe(body.replace("<svg", f"<svg {role}", 1))  # noqa: S308


@register.simple_tag
def motif(seed: str, columns: int, rows: int, palette: str = "", title: str = "", fill: bool = False) -> SafeString:
    """The motif of a name, `columns` by `rows` modules, dressed by `palette` or by the region it stands in.

    With `fill` it covers the box it is given, from the top left corner, and is cut where it overflows.
    """
    # Safe: drawn by our own code, which takes nothing from the seed but chance and escapes the title.
    svg = as_svg(str(seed), int(columns), int(rows), title=title)
    if fill:
        svg = svg.replace("<svg", '<svg preserveAspectRatio="xMinYMin slice"', 1)
    drawing = mark_safe(svg)  # noqa: S308
    if palette:
        return format_html('<div class="motif" data-palette="{}">{}</div>', palette, drawing)
    return format_html('<div class="motif">{}</div>', drawing)


@register.simple_tag
def card(page: Page) -> SafeString:
    """A page in a list of several kinds: its own `card_template`, or the plain card where its type has none."""
    names = [name for name in (getattr(page, "card_template", ""), "components/page_card.html") if name]
    return select_template(names).render({"page": page})


@register.filter
def typo(text: object) -> SafeString:
    """The text with French spaces; what is not marked safe is escaped."""
    spaced = typography.french_spaces(str(text))
    # Safe: it was marked so before, and french_spaces adds nothing but spaces.
    return mark_safe(spaced) if isinstance(text, SafeString) else escape(spaced)  # noqa: S308


@register.filter
def bracketed(title: str) -> SafeString:
    """`NEC Metz` as NEC [Metz]; any other title as it is."""
    return typography.bracketed(title)


@register.filter
def in_brackets(title: str) -> SafeString:
    """`NEC Metz` as NEC [Metz]; any other title wholly between brackets."""
    return typography.bracketed(title, always=True)


@register.filter
def weight(size: int | None) -> str:
    """A number of bytes as « 240 Ko »; nothing where it is not known."""
    return "" if size is None else typography.weight(size)


@register.filter
def day(date: datetime.date) -> str:
    """A day in full: « 1er octobre 2024 »."""
    return typography.day(date)


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Structured data in a script element of the type `application/ld+json`, which browsers never run."""
    # Safe: every sign that HTML gives a meaning to is replaced by its JSON escape, so nothing closes the element.
    body = mark_safe(json.dumps(data, ensure_ascii=False).translate(SCRIPT_ESCAPES))  # noqa: S308
    return format_html('<script type="application/ld+json">{}</script>', body)


@register.simple_tag
def outline(body: Iterable[Any]) -> list[dict[str, str]]:
    """The headings of a body as ``{id, title}``, for the component `contents.html`."""
    return contents(body)


@register.filter
def elided_pages(page: ListPage) -> Iterator[int | str]:
    """The page numbers to offer around a page, with an ellipsis where some are left out."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def without_page(query: QueryDict | str) -> str:
    """A query string, without its `page`, ending in `&` where something is left: `?{{ query|without_page }}page=2`."""
    kept = QueryDict(query, mutable=True) if isinstance(query, str) else query.copy()
    kept.pop("page", None)
    return f"{kept.urlencode()}&" if kept else ""


@register.filter
def chosen(field: BoundField) -> int:
    """How many valid values of a bound field are chosen."""
    return len(_valid_values(field))


@register.simple_tag
def active_filters(form: BaseForm) -> list[dict[str, str]]:
    """The valid values chosen in a GET form, each with its `label`, its `field` and the `query` that drops it."""
    if not (form.is_bound and isinstance(form.data, QueryDict)):
        return []
    active = []
    for field in form.visible_fields():
        labels = _labels(field)
        for value in _valid_values(field):
            rest = form.data.copy()
            rest.pop("page", None)
            rest.setlist(field.html_name, [each for each in rest.getlist(field.html_name) if each != value])
            active.append({"field": str(field.label), "label": labels.get(value, value), "query": rest.urlencode()})
    return active


def _valid_values(field: BoundField) -> list[str]:
    data = field.form.data
    if not isinstance(data, QueryDict):
        return []
    values = [value for value in dict.fromkeys(data.getlist(field.html_name)) if value.strip()]
    labels = _labels(field)
    return [value for value in values if not labels or value in labels]


def _labels(field: BoundField) -> dict[str, str]:
    """Choices of a field by value, groups flattened; empty for a field without choices."""
    labels = {}
    for value, label in getattr(field.field, "choices", ()):
        options = label if isinstance(label, (list, tuple)) else [(value, label)]
        labels.update({str(each): str(name) for each, name in options})
    return labels
