"""Volume data: offers of partners that do not exist."""

from django.utils import timezone

from community.models import Organisation, Theme
from events.formats.models import FormatIndexPage, FormatPage, FormatSeason, SessionKind
from nec_cms.demo import text
from nec_cms.folding import fold
from nec_cms.volume import BATCH, chance, missing, plant, search, tie

PREFIX = "format-exemple"
PARTNERS = 40


def formats(number: int) -> int:
    """See to it that there are `number` volume offers; return how many were added. Raises LookupError without a
    catalogue to put them in."""
    index = FormatIndexPage.objects.first()
    if index is None:
        raise LookupError("There is no catalogue of formats: run manage.py demo first.")
    partners = [
        Organisation.objects.get_or_create(name=f"Partenaire exemple {each:02d}")[0] for each in range(1, PARTNERS + 1)
    ]
    wanted = missing(FormatPage.objects.child_of(index), PREFIX, number)
    pages = [offer(each, partners) for each in wanted]
    plant(index, pages)
    year, themes, seasons, subjects = timezone.localdate().year, list(Theme.objects.all()), [], []
    for each, page in zip(wanted, pages, strict=True):
        dice = chance("format links", each)
        last = year - dice.choice((0, 0, 1, 2))
        seasons += [FormatSeason(page=page, year=season) for season in (last, last - 1)[: dice.randint(1, 2)]]
        subjects += [(page.pk, theme.pk) for theme in dice.sample(themes, min(len(themes), dice.randint(0, 2)))]
    FormatSeason.objects.bulk_create(seasons, BATCH)
    tie(FormatPage.themes.through, subjects, "formatpage", "theme")
    search(pages)
    return len(pages)


def offer(number: int, partners: list[Organisation]) -> FormatPage:
    """One of them, from its number."""
    dice = chance("format", number)
    title, summary = f"Format exemple {number:05d}", f"Format d’exemple n° {number}, fait pour mesurer le site."
    return FormatPage(
        title=title,
        slug=f"{PREFIX}-{number:05d}",
        partner=dice.choice(partners),
        summary=summary,
        session_kind=dice.choice(SessionKind.values),
        duration=dice.choice((45, 60, 90, 150, 240, 420)),
        needs="Une salle d’exemple",
        gives="Une animatrice d’exemple",
        body=[text("Le déroulé d’exemple.")],
        folded=fold(f"{title} {summary}"),
    )
