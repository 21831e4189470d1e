"""Dates, hours and places of events in templates."""

from datetime import date
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from events import presentation
from events.french_dates import CardDate, card_date, hour, needs_year
from nec_cms.typography import number

register = template.Library()

TO_COME = CardDate("Date", "à venir")


@register.simple_tag
def event_dates(event: Any, season: int | None = None) -> SafeString:
    """Its dates in a `<time>`; the year is left out in lists of its own `season`."""
    text = presentation.date_text(event, season)
    if event.start_date is None:
        return format_html("{}", text)
    first, dash, last = text.partition(" - ")
    if dash:  # the last day of a range stays whole at the end of a line
        text = format_html('{}{}<span class="nowrap">{}</span>', first, dash, last)
    return format_html('<time datetime="{}">{}</time>', event.start_date.isoformat(), text)


@register.simple_tag
def event_card_date(event: Any, season: int | None = None) -> CardDate:
    """The parts of its date card; the year shows outside the season, which is the current year where none is given."""
    if event.start_date is None:
        return TO_COME
    with_year = needs_year(event.start_date, event.last_day, season or timezone.localdate().year)
    return card_date(event.start_date, event.last_day, with_year=with_year)


@register.filter
def iso(day: date | None) -> str:
    """A date for a `datetime` attribute; empty without one."""
    return day.isoformat() if day else ""


@register.filter
def dates_in(event: Any, season: int | None) -> str:
    """Its dates as a text, for a list of that season."""
    return presentation.date_text(event, season)


@register.filter
def event_place(event: Any) -> str:
    return presentation.place(event)


@register.filter
def event_place_beside(event: Any) -> str:
    """Its place where its territories are written before it."""
    return presentation.place(event, beside_territories=True)


@register.filter
def event_hours(event: Any) -> str:
    return presentation.local_hours(event)


@register.filter
def event_hours_in_paris(event: Any) -> str:
    return presentation.seen_from_paris(event)


@register.filter
def event_status_sentence(event: Any) -> str:
    return presentation.status_sentence(event)


@register.filter
def clock(moment: Any) -> str:
    """« 9 h 30 » for a time; empty without one."""
    return hour(moment) if moment else ""


@register.filter
def spaced(figure: int) -> str:
    """« 1 800 » for 1800."""
    return number(figure)
