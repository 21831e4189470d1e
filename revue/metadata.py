"""What machines read of the revue: schema.org as JSON-LD (Periodical, PublicationIssue, Article)."""

from collections.abc import Iterable
from typing import Any

from nec_cms.models import Licence

CONTEXT = "https://schema.org"
LICENCE_ADDRESSES = {
    Licence.ETALAB: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/deed.fr",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
}
"""Where each open licence is published; reserved rights have no address."""


def periodical(index: Any, issues: Iterable[Any]) -> dict[str, Any]:
    """The revue as a periodical, with the ISSN of its series where they have one."""
    return _without_nothing(
        {
            "@context": CONTEXT,
            "@type": "Periodical",
            "name": index.title,
            "url": index.full_url,
            "description": index.introduction,
            "inLanguage": "fr",
            "issn": sorted({issue.series.issn for issue in issues if issue.series.issn}),
        }
    )


def issue(page: Any, articles: Iterable[Any]) -> dict[str, Any]:
    """An issue, the series it belongs to, and its articles."""
    return _without_nothing(
        {
            "@context": CONTEXT,
            "@type": "PublicationIssue",
            "name": page.title,
            "url": page.full_url,
            "issueNumber": str(page.number),
            "datePublished": page.date.isoformat(),
            "description": page.introduction,
            "inLanguage": "fr",
            "isAccessibleForFree": True,
            "license": LICENCE_ADDRESSES.get(page.licence, ""),
            "sameAs": f"https://doi.org/{page.doi}" if page.doi else "",
            "isPartOf": _without_nothing({"@type": "Periodical", "name": page.series.name, "issn": page.series.issn}),
            "hasPart": [
                {"@type": "Article", "headline": article.title, "url": article.full_url} for article in articles
            ],
        }
    )


def article(page: Any, signatures: Iterable[Any], tags: Iterable[dict[str, str]]) -> dict[str, Any]:
    """An article, who wrote it, and the issue it belongs to."""
    parent = page.issue
    published = page.first_published_at
    changed = page.last_published_at
    return _without_nothing(
        {
            "@context": CONTEXT,
            "@type": "Article",
            "headline": page.title,
            "url": page.full_url,
            "description": page.standfirst,
            "articleSection": str(page.get_rubrique_display()),
            "inLanguage": "fr",
            "isAccessibleForFree": True,
            "datePublished": published.isoformat() if published else "",
            "dateModified": changed.isoformat() if changed else "",
            "timeRequired": f"PT{page.reading_minutes}M",
            "keywords": [tag["name"] for tag in tags],
            "author": [_person(each) for each in signatures],
            "license": LICENCE_ADDRESSES.get(parent.licence, ""),
            "isPartOf": {
                "@type": "PublicationIssue",
                "issueNumber": str(parent.number),
                "name": parent.title,
                "url": parent.full_url,
                "isPartOf": {"@type": "Periodical", "name": parent.series.name},
            },
        }
    )


def _person(signature: Any) -> dict[str, Any]:
    organisation = {"@type": "Organization", "name": signature.affiliation} if signature.affiliation else ""
    return _without_nothing(
        {
            "@type": "Person",
            "name": signature.contributor.name,
            "url": signature.contributor.link,
            "affiliation": organisation,
        }
    )


def _without_nothing(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", [], None)}
