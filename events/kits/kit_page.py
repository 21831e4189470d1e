"""What the page of a kit says: to its people, and to whoever holds a link."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.forms import Form
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from events.french_dates import date_range, hour
from events.kits.changes import joined
from events.kits.contents import shown_files
from events.kits.facts import kit_data
from events.kits.models import BrandSettings, Kit, LastDownload, ShareLink, ShownFile, weight
from events.kits.presentation import notices, sections
from events.models import EventPage

LATEST = 5
"""How many updates the page tells at most."""


@dataclass(frozen=True, slots=True)
class Update:
    """One update of the kit: when, why, and how many files it made again."""

    moment: str
    reasons: str
    count: int


def page_of_kit(event: EventPage, user: AbstractBaseUser, form: Form) -> dict[str, Any]:
    """For a porteur, the communication team or an instructor: all of it, with the links that hand it on."""
    kit: Kit | None = getattr(event, "kit", None)
    links = list(kit.share_links.select_related("created_by")) if kit else []
    now = timezone.now()
    return {
        **_page(event, kit, reverse("kits:page", args=[event.slug])),
        **_updates(kit, user),
        "notices": notices(event, kit),
        "form": form,
        "may_share": kit is not None and kit.is_available,
        "links": [_link(link) for link in links if link.is_open(now)],
        "closed_links": sum(not link.is_open(now) for link in links),
        "breadcrumb": [("Accueil", "/"), ("Espace porteur", settings.PORTEUR_LOGIN_URL)],
    }


def page_of_link(link: ShareLink) -> dict[str, Any]:
    """For a partner, a printer, a journalist: the files, and until when the link holds."""
    return {
        **_page(link.kit.event, link.kit, link.get_absolute_url()),
        "shared_until": day_of(link.expires_at),
        "event_url": link.kit.event.url,
        "breadcrumb": [("Accueil", "/"), (link.kit.event.title, link.kit.event.url)],
    }


def _page(event: EventPage, kit: Kit | None, base: str) -> dict[str, Any]:
    """What both say. `base` is the address that the files' names are added to."""
    files: list[ShownFile] = shown_files(kit) if kit else []
    data = kit_data(event).cleaned()
    download = {"label": "Tout télécharger", "url": f"{base}kit.zip", "icon": "download"}
    return {
        "event": event,
        "kit": kit,
        "base": base,
        "title": data.title,
        "facts": ", ".join(part for part in (data.dates, data.city) if part),
        "seed": data.seed,
        "palette": data.colours.name,
        "sections": sections(files),
        "count": len(files),
        "weight": weight(sum(file.size for file in files)),
        "actions": [download] if files else [],
        "built": moment_of(kit.built_at) if kit and kit.built_at else "",
        "rules": BrandSettings.load().brand_rules,
    }


def _updates(kit: Kit | None, user: AbstractBaseUser) -> dict[str, Any]:
    """What changed since this person last took something of the kit; nothing to tell to who never did."""
    last = LastDownload.objects.filter(kit=kit, user=user).first() if kit else None
    if kit is None or last is None:
        return {"updates": [], "renewed": frozenset(), "last_download": ""}
    changes = list(kit.changes.filter(at__gt=last.at))
    return {
        "last_download": moment_of(last.at),
        "renewed": frozenset(name for change in changes for name in change.names),
        "updates": [
            Update(moment_of(change.at), joined(change.reasons), len(change.names)) for change in changes[:LATEST]
        ],
    }


def _link(link: ShareLink) -> dict[str, Any]:
    return {
        "pk": link.pk,
        "recipient": link.recipient,
        "address": f"{settings.BASE_URL}{link.get_absolute_url()}",
        "until": day_of(link.expires_at),
        "by": str(link.created_by or "un compte supprimé"),
    }


def moment_of(instant: datetime) -> str:
    """« 3 octobre 2026 à 14 h 05 », in the site's time zone."""
    local = localtime(instant)
    return f"{date_range(local.date())} à {hour(local.time())}"


def day_of(instant: datetime) -> str:
    """« 3 octobre 2026 », in the site's time zone."""
    return date_range(localtime(instant).date())
