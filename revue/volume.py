"""Volume data: articles that say nothing, a hundred an issue, in a series of their own."""

from datetime import date, timedelta

from community.models import Territory, Theme
from nec_cms.demo import heading, text
from nec_cms.volume import chance, missing, plant, search, tie
from revue.models import ArticlePage, IssuePage, RevueIndexPage, Rubrique, Series

ISSUE, ARTICLE = "numero-exemple", "article-exemple"
PER_ISSUE = 100
FIRST_DAY = date(2018, 1, 1)
WORDS = ("commun", "territoire", "médiation", "partage", "données", "logiciel", "rencontre", "atelier", "sobriété")


def articles(number: int) -> int:
    """See to it that there are `number` volume articles; return how many were added. Raises LookupError without a
    page of the revue to put their issues under."""
    index = RevueIndexPage.objects.first()
    if index is None:
        raise LookupError("There is no page of the revue: run manage.py demo first.")
    series, _ = Series.objects.get_or_create(
        slug="exemples", defaults={"name": "Exemples", "issue_name": "Exemple", "order": 99}
    )
    wanted = missing(ArticlePage.objects.all(), ARTICLE, number)
    last = (wanted.stop - 1 + PER_ISSUE - 1) // PER_ISSUE if wanted else 0
    new = [issue(each, series) for each in missing(IssuePage.objects.child_of(index), ISSUE, last)]
    plant(index, new)
    search(new)
    issues = {page.slug: page for page in IssuePage.objects.child_of(index).filter(slug__startswith=f"{ISSUE}-")}
    territories, themes = list(Territory.objects.order_by("slug")), list(Theme.objects.all())
    planted, places, subjects = [], [], []
    for first in range(0, len(wanted), PER_ISSUE):
        for slug, numbers in by_issue(wanted[first : first + PER_ISSUE]).items():
            pages = [article(each) for each in numbers]
            plant(issues[slug], pages)
            planted += pages
            for each, page in zip(numbers, pages, strict=True):
                dice = chance("article links", each)
                places += [(page.pk, where.pk) for where in dice.sample(territories, min(1, len(territories)))]
                subjects += [(page.pk, theme.pk) for theme in dice.sample(themes, min(1, len(themes)))]
    tie(ArticlePage.territories.through, places, "articlepage", "territory")
    tie(ArticlePage.themes.through, subjects, "articlepage", "theme")
    search(planted)
    return len(wanted)


def by_issue(numbers: range) -> dict[str, list[int]]:
    """The slug of an issue -> the numbers of its articles."""
    found: dict[str, list[int]] = {}
    for number in numbers:
        found.setdefault(f"{ISSUE}-{(number - 1) // PER_ISSUE + 1:04d}", []).append(number)
    return found


def issue(number: int, series: Series) -> IssuePage:
    return IssuePage(
        title=f"Numéro d’exemple {number}",
        slug=f"{ISSUE}-{number:04d}",
        series=series,
        number=number,
        season=f"exemple {number}",
        date=FIRST_DAY + timedelta(days=number),
        introduction="Un numéro d’exemple, fait pour mesurer le site.",
        body=[text("L’éditorial d’exemple.")],
    )


def article(number: int) -> ArticlePage:
    """One of them, from its number: two parts of three paragraphs."""
    dice = chance("article", number)
    paragraphs = [" ".join(dice.choices(WORDS, k=60)).capitalize() + "." for _ in range(6)]
    return ArticlePage(
        title=f"Article d’exemple n° {number}",
        slug=f"{ARTICLE}-{number:05d}",
        rubrique=dice.choice(Rubrique.values[1:]),
        order=(number - 1) % PER_ISSUE + 1,
        standfirst=f"Un texte d’exemple sans rien à dire, le {number}e, fait pour mesurer le site.",
        body=[
            heading("Première partie d’exemple"),
            text(*paragraphs[:3]),
            heading("Seconde partie"),
            text(*paragraphs[3:]),
        ],
        reading_minutes=2,
    )
