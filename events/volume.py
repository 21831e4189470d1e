"""Volume data: editions that did not and will not take place."""

from datetime import date, timedelta
from random import Random

from django.utils import timezone

from community.models import Territory, Theme
from events.models import EventIndexPage, EventPage, EventStatus
from nec_cms.demo import text
from nec_cms.volume import chance, missing, plant, search, tie

PREFIX = "edition-exemple"
DAYS_BEFORE, DAYS_AFTER = 2400, 540
"""How far from today they lie: two in three are past, over six years and a half."""


def editions(number: int) -> int:
    """See to it that there are `number` volume editions; return how many were added. Raises LookupError without a
    page of the NEC locaux to put them under."""
    index = EventIndexPage.objects.first()
    if index is None:
        raise LookupError("There is no page of the NEC locaux: run manage.py demo first.")
    territories = list(Territory.objects.order_by("slug"))
    themes = list(Theme.objects.all())
    today = timezone.localdate()
    wanted = missing(EventPage.objects.child_of(index), PREFIX, number)
    pages = [edition(each, today, territories) for each in wanted]
    plant(index, pages)
    places, subjects = [], []
    for each, page in zip(wanted, pages, strict=True):
        dice = chance("edition links", each)
        places += [(page.pk, where.pk) for where in some(dice, territories, 0.05, 0.8)]
        subjects += [(page.pk, theme.pk) for theme in some(dice, themes, 0.2, 0.4)]
    tie(EventPage.territories.through, places, "eventpage", "territory")
    tie(EventPage.themes.through, subjects, "eventpage", "theme")
    search(pages)
    return len(pages)


def edition(number: int, today: date, territories: list[Territory]) -> EventPage:
    """One of them, from its number and today's date."""
    dice = chance("edition", number)
    days = dice.uniform(-DAYS_BEFORE, DAYS_AFTER)
    start = today + timedelta(days=round(days))
    status = EventStatus.CONFIRMED if dice.random() < 0.95 else EventStatus.CANCELLED
    page = EventPage(
        title=f"NEC Exemple {number:05d}",
        slug=f"{PREFIX}-{number:05d}",
        status=status,
        summary=f"Édition d’exemple n° {number}, faite pour mesurer le site.",
        start_date=start,
        end_date=start + timedelta(days=1) if dice.random() < 0.3 else None,
        time_zone="Indian/Reunion" if dice.random() < 0.03 else "Europe/Paris",
        venue=f"Salle d’exemple {number % 40}",
        city=dice.choice(territories).name[:120] if territories else "Ville d’exemple",
        attendance=dice.randrange(80, 900) if days < 0 and status == EventStatus.CONFIRMED else None,
        body=[text(f"Le texte de l’édition d’exemple n° {number}.", "Il est court, et ne dit rien.")],
    )
    page.derive()
    return page


def some(dice: Random, rows: list, none: float, one: float) -> list:
    """No row with a chance of `none`, one with a chance of `one`, else two."""
    drawn = dice.random()
    wanted = 0 if drawn < none else 1 if drawn < none + one else 2
    return dice.sample(rows, min(wanted, len(rows)))
