"""What an article is filed under: tags, themes, territories, each with the address that tells more."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import CharField, QuerySet, Value

from community.addresses import directory_url
from nec_cms.folding import fold


def filed_under(article: Any, revue_url: str) -> dict[str, list[dict[str, str]]]:
    """``tags``, ``themes`` and ``territories``, each with where more is: a territory’s page, or the archive."""
    labels = labels_of(article)
    directory = directory_url()
    for each in labels["territories"]:
        each["url"] = f"{directory}{each['slug']}/" if directory else ""
    for kind, name in (("themes", "theme"), ("tags", "etiquette")):
        for each in labels[kind]:
            each["url"] = f"{revue_url}archives/?{urlencode({name: each['slug']})}"
    return labels


def labels_of(article: Any) -> dict[str, list[dict[str, str]]]:
    """What an article is filed under, in one query: ``tags``, ``themes`` and ``territories``, each {name, slug}."""
    kinds = {"tags": article.tags.all(), "themes": article.themes.all(), "territories": article.territories.all()}
    if all(isinstance(found, QuerySet) for found in kinds.values()):
        asked = [
            found.order_by().annotate(filed=Value(kind, CharField())).values_list("filed", "name", "slug")
            for kind, found in kinds.items()
        ]
        rows = list(asked[0].union(*asked[1:], all=True))
    else:  # a draft holds them in memory
        rows = [(kind, each.name, each.slug) for kind, found in kinds.items() for each in found]
    labels: dict[str, list[dict[str, str]]] = {kind: [] for kind in kinds}
    for kind, name, slug in sorted(rows, key=lambda row: fold(row[1])):
        labels[kind].append({"name": name, "slug": slug})
    return labels
