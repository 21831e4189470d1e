"""The partners' formats as open data."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Max
from django.http import QueryDict

from events.formats.filters import FormatFilters
from events.formats.models import FormatIndexPage, FormatPage, FormatSeason, SessionKind, lines
from nec_cms.hooks import DataField, Dataset, Row, Selection


class Formats(Dataset):
    """Every published offer, archived ones too."""

    name = "formats"
    title = "Formats partenaires"
    description = "Les sessions toutes prêtes que des partenaires proposent aux NEC locaux, saison par saison."
    order = 30
    fields = (
        DataField("id", "Identifiant", "Le même pour toujours.", format="uuid", required=True),
        DataField("titre", "Titre", "Le nom du format.", required=True),
        DataField("partenaire", "Partenaire", "L’organisation qui le propose."),
        DataField("forme", "Forme", "Ce que vit le public.", required=True, values=tuple(SessionKind.values)),
        DataField("duree_minutes", "Durée", "En minutes.", "integer", required=True, example=90),
        DataField("saisons", "Saisons", "Les années où il est proposé.", "list"),
        DataField("propose", "Proposé", "Vrai si cette saison ou une suivante le propose.", "boolean", required=True),
        DataField("themes", "Thèmes", "Les identifiants de ses thèmes.", "list"),
        DataField("resume", "Résumé", "Ce qui s’y passe."),
        DataField("public", "Public", "Pour qui il est fait."),
        DataField("jauge", "Jauge", "Combien de personnes, en toutes lettres."),
        DataField("besoins", "Salle et matériel", "Ce qu’il faut prévoir.", "list"),
        DataField("apports", "Apports", "Ce que le partenaire apporte.", "list"),
        DataField("cout", "Coût pour le porteur", "Vide\u00a0: sans frais annoncés."),
        DataField("url", "Page", "L’adresse de sa page sur ce site.", format="uri"),
        DataField("modifie_le", "Modifié le", "La dernière publication de sa page.", "datetime"),
    )
    filters = (
        ("theme", "l’identifiant d’un thème"),
        ("partenaire", "l’identifiant d’un partenaire"),
        ("duree", "une durée, comme dans le catalogue"),
        ("saison", "une année"),
        ("q", "des mots"),
    )

    def select(self, query: QueryDict, now: datetime) -> Selection:
        form = FormatFilters(query, among=FormatPage.objects.published())
        form.is_valid()
        remarks = [message for messages in form.errors.values() for message in messages]
        return Selection(self._rows(form.apply(), now), remarks)

    def modified(self) -> datetime | None:
        return FormatPage.objects.published().aggregate(latest=Max("last_published_at"))["latest"]

    def _rows(self, formats: Any, now: datetime) -> Iterator[Row]:
        index = FormatIndexPage.objects.live().first()
        base = index.full_url if index else ""
        seasons, themes = defaultdict(list), defaultdict(list)
        for page, year in FormatSeason.objects.order_by("-year").values_list("page_id", "year"):
            seasons[page].append(year)
        for page, slug in FormatPage.themes.through.objects.order_by("theme__order").values_list(
            "formatpage_id", "theme__slug"
        ):
            themes[page].append(slug)
        for page in formats.select_related("partner").order_by("title", "pk").defer("body", "folded").iterator():
            years = seasons[page.pk]
            yield {
                "id": str(page.translation_key),
                "titre": page.title,
                "partenaire": page.partner.name if page.partner else None,
                "forme": page.session_kind,
                "duree_minutes": page.duration,
                "saisons": [str(year) for year in years],
                "propose": bool(years) and years[0] >= now.year,
                "themes": themes[page.pk],
                "resume": page.summary or None,
                "public": page.audience or None,
                "jauge": page.group_size or None,
                "besoins": lines(page.needs),
                "apports": lines(page.gives),
                "cout": page.cost or None,
                "url": f"{base}{page.slug}/" if base else None,
                "modifie_le": page.last_published_at,
            }
