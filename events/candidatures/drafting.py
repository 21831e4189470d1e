"""From a labelled file to an event page to publish, and to the account of the person who carries it.

Only public facts go to the page: title, dates, places, themes, formats, number of people, the organisation's name. No
contact, no budget, no answer in free text: those were written to the team, not to the public.
"""

import re

from django.contrib.auth.models import AbstractBaseUser
from django.utils.text import slugify

from community.models import Organisation, Territory
from events.candidatures.accounts import account_for
from events.candidatures.errors import NoEventIndex
from events.candidatures.models import Candidature
from events.candidatures.routing import lineage
from events.kits.build import ensure_kit
from events.models import EventIndexPage, EventOrganiser, EventPage, EventStatus
from nec_cms.models import User

OVERSEAS_ZONES = {
    ("971", "guadeloupe"): "America/Guadeloupe",
    ("972", "martinique"): "America/Martinique",
    ("973", "guyane"): "America/Cayenne",
    ("974", "la-reunion"): "Indian/Reunion",
    ("975", "saint-pierre-et-miquelon"): "America/Miquelon",
    ("976", "mayotte"): "Indian/Mayotte",
    ("977", "saint-barthelemy"): "America/Guadeloupe",
    ("978", "saint-martin"): "America/Guadeloupe",
    ("986", "wallis-et-futuna"): "Pacific/Wallis",
    ("987", "polynesie-francaise"): "Pacific/Tahiti",
    ("988", "nouvelle-caledonie"): "Pacific/Noumea",
}
"""(first digits of the INSEE code of what lies there, slug) -> IANA name."""


def draft_event(candidature: Candidature, actor: AbstractBaseUser | None = None) -> EventPage:
    """The unpublished event page of the file, made from its answers once and found again afterwards.

    The page has a revision, so that the editor opens it as a draft; the porteur is attached to it and its kit is asked
    for. Raises `NoEventIndex` where the site has no page to hold events.
    """
    if candidature.event is None:
        index = EventIndexPage.objects.first()
        if index is None:
            raise NoEventIndex
        candidature.event = _write(candidature, index, actor)
        candidature.save(update_fields=["event"])
    if porteur := attach_porteur(candidature):
        candidature.event.porteurs.add(porteur)
    ensure_kit(candidature.event)
    return candidature.event


def attach_porteur(candidature: Candidature) -> User | None:
    """The account behind the contact's address, found or created without password, attached to the file.

    None where the file names no address. An account already attached is kept.
    """
    if candidature.porteur is None and candidature.contact_email:
        candidature.porteur = account_for(candidature.contact_email, candidature.contact_name)
        candidature.save(update_fields=["porteur"])
    return candidature.porteur


def _write(candidature: Candidature, index: EventIndexPage, actor: AbstractBaseUser | None) -> EventPage:
    start, end = candidature.event_start, candidature.event_end
    title = event_title(candidature.title, candidature.territory)
    event = EventPage(
        title=title,
        slug=_free_slug(index, event_slug(title, (start or candidature.filed_at).year)),
        live=False,
        has_unpublished_changes=True,
        owner=actor,
        status=EventStatus.CONFIRMED if start else EventStatus.ANNOUNCED,
        start_date=start,
        end_date=end if start and end and end > start else None,
        time_zone=time_zone(candidature.territory),
        capacity=candidature.venue_capacity or candidature.audience,
        territories=[candidature.territory] if candidature.territory else [],
        themes=list(candidature.themes.all()),
        formats=list(candidature.formats.all()),
    )
    if candidature.organisation.strip():
        event.organisers = [EventOrganiser(organisation=_organisation(candidature), role="porteur")]
    index.add_child(instance=event)
    event.save_revision(user=actor, log_action=True)
    return event


def event_title(answer: str, territory: Territory | None) -> str:
    """« NEC Metz » from « NEC Metz », « Metz » or, without answer, from the territory's name."""
    name = " ".join(answer.split()) or (territory.name if territory else "")
    name = re.sub(r"^NEC\b[\s:–—-]*", "", name, flags=re.IGNORECASE)
    return f"NEC {name}".strip()


def event_slug(title: str, year: int) -> str:
    """`nec-metz-2027`: the title's words and the year once; at most 240 characters."""
    words = slugify(title)[:230].removesuffix(f"-{year}").strip("-")
    return f"{words or 'nec'}-{year}"


def time_zone(territory: Territory | None) -> str:
    """The IANA zone of a place, from its own code or name or those of what it lies in; Paris where none is overseas."""
    for place in lineage(territory):
        for (code, slug), zone in OVERSEAS_ZONES.items():
            if place.slug == slug or (len(place.insee_code) >= 3 and place.insee_code.startswith(code)):
                return zone
    return "Europe/Paris"


def _free_slug(index: EventIndexPage, wanted: str) -> str:
    taken = set(index.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True))
    slug, number = wanted, 2
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug


def _organisation(candidature: Candidature) -> Organisation:
    """The organisation of that name, without regard to case, accents and punctuation; created where there is none."""
    name = " ".join(candidature.organisation.split())[:160]
    slug = slugify(name)[:160] or f"organisation-{candidature.pk}"
    found = Organisation.objects.filter(name__iexact=name).first() or Organisation.objects.filter(slug=slug).first()
    return found or Organisation.objects.create(name=name, slug=slug, territory=candidature.territory)
