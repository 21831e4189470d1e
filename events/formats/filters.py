"""The filters of the catalogue of formats."""

import re
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict

from community.models import Organisation, Theme
from events.formats.durations import BANDS
from events.formats.querysets import FormatQuerySet
from events.formats.selection import PARAMETER, asked
from nec_cms.filters import FilterForm, SeveralField

YEAR = re.compile(r"(19|20)\d\d")
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,160}")


class FormatFilters(FilterForm):
    """`/formats/`. `among` are the published formats: partners and seasons are proposed from them."""

    q = forms.CharField(label="Rechercher", max_length=200, required=False, widget=forms.SearchInput)
    theme = SeveralField(label="Thème")
    partenaire = SeveralField(label="Partenaire")
    duree = SeveralField(label="Durée", choices=[(value, band[0]) for value, band in BANDS.items()])
    saison = SeveralField(label="Saison")
    formats = forms.CharField(required=False, widget=forms.HiddenInput)
    """No filter: the selection, which filtering must not lose."""

    def __init__(self, data: QueryDict, *, among: FormatQuerySet, **kwargs: Any) -> None:
        data = data.copy()
        chosen = asked(data)
        data.setlist(PARAMETER, [",".join(chosen)] if chosen else [])
        super().__init__(data, **kwargs)
        if not chosen:
            del self.fields[PARAMETER]
        self.among = among
        self.fields["theme"].choices = list(Theme.objects.values_list("slug", "name"))
        self.fields["partenaire"].choices = self._partners()
        self.fields["saison"].choices = self._seasons()

    @property
    def filtered(self) -> bool:
        """Whether the address asks for less than the whole catalogue."""
        return any(self.asked(name) for name in self.fields if name != PARAMETER)

    def apply(self) -> FormatQuerySet:
        """The formats that the valid filters keep, in no order."""
        formats = self.among
        if words := self.chosen("q"):
            formats = formats.matching(words)
        if slugs := self.chosen("theme"):
            formats = formats.about(slugs)
        if slugs := self.chosen("partenaire"):
            formats = formats.filter(partner__slug__in=slugs)
        if bands := self.chosen("duree"):
            formats = formats.lasting(bands)
        if years := self.chosen("saison"):
            formats = formats.offered_in(int(year) for year in years)
        return formats

    def _partners(self) -> list[tuple[str, str]]:
        asked = [slug for slug in self.asked("partenaire") if SLUG.fullmatch(slug)]
        offering = Q(pk__in=self.among.values("partner_id")) | Q(slug__in=asked)
        return list(Organisation.objects.filter(offering).values_list("slug", "name"))

    def _seasons(self) -> list[tuple[str, str]]:
        offered = self.among.values_list("seasons__year", flat=True).distinct()
        years = {str(year) for year in offered if year} | {
            year for year in self.asked("saison") if YEAR.fullmatch(year)
        }
        return [(year, year) for year in sorted(years, reverse=True)]
