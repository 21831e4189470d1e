"""Filters of the list, in its address; a value that is not understood is ignored, and said."""

import re
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from community.models import Territory
from events.candidatures.desk.columns import QUESTION, current_questions
from events.candidatures.desk.presentation import NO_TIER, TIERS
from events.candidatures.desk.to_treat import NAMES, waiting_for
from events.candidatures.eligibility import BRAND, GRANT, SUPPORT
from events.candidatures.models import Candidature, Team
from events.candidatures.states import GrantState, State
from nec_cms.models import User

MAX_DIGITS = 18
"""Longer numbers are no primary key in any database."""
NUMBER = re.compile(rf"NEC-\d{{4}}-(\d{{1,{MAX_DIGITS}}})", re.IGNORECASE)
"""How people quote a file."""

ORDERS = {
    "depot": ("Dépôt récent", ["-filed_at", "-pk"]),
    "ancien": ("Dépôt ancien", ["filed_at", "pk"]),
    "date": ("Événement proche", ["event_start", "-pk"]),
    "titre": ("Intitulé", ["title", "-pk"]),
}

_MET = {name: Q(**{f"eligibility__tiers__{place}__met": True}) for place, name in enumerate((BRAND, SUPPORT, GRANT))}
TIER_QUERIES = {
    GRANT: _MET[GRANT],
    SUPPORT: _MET[SUPPORT] & ~_MET[GRANT],
    BRAND: _MET[BRAND] & ~_MET[SUPPORT],
    "aucun": ~_MET[BRAND],
}
"""The highest tier met, as a condition on the stored eligibility, whose tiers are in this order."""
STATES = [choice for choice in State.choices if choice[0] != State.DRAFT]
MORE = (
    *("suivi", "a_traiter", "subvention", "depose_apres", "depose_avant"),
    *("evenement_apres", "evenement_avant", "question", "reponse"),
)
"""Filters that the list keeps folded until one is used."""


def day_field(label: str) -> forms.DateField:
    widget = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)


class FilterForm(forms.Form):
    """The address of the list: ``q etat niveau territoire equipe tri`` and those of `MORE`."""

    q = forms.CharField(label="Rechercher", required=False, max_length=200)
    etat = forms.ChoiceField(label="État", required=False, choices=[("", "Tous"), *STATES])
    niveau = forms.ChoiceField(
        label="Niveau au dépôt", required=False, choices=[("", "Tous"), *TIERS.items(), ("aucun", NO_TIER)]
    )
    territoire = forms.ModelChoiceField(
        label="Territoire", required=False, empty_label="Tous", to_field_name="slug", queryset=None
    )
    equipe = forms.ModelChoiceField(label="Équipe", required=False, empty_label="Toutes", queryset=None)
    tri = forms.ChoiceField(
        label="Trier par", required=False, choices=[(key, order[0]) for key, order in ORDERS.items()]
    )
    suivi = forms.ChoiceField(label="Suivi par", required=False)
    a_traiter = forms.ChoiceField(label="À traiter", required=False, choices=[("", "Tous"), *NAMES.items()])
    subvention = forms.ChoiceField(label="Subvention", required=False, choices=[("", "Toutes"), *GrantState.choices])
    depose_apres = day_field("Déposé à partir du")
    depose_avant = day_field("Déposé jusqu’au")
    evenement_apres = day_field("Événement à partir du")
    evenement_avant = day_field("Événement jusqu’au")
    question = forms.ChoiceField(label="Question", required=False)
    reponse = forms.CharField(label="Dont la réponse contient", required=False, max_length=100)

    def __init__(self, data: Any, files: QuerySet[Candidature], person: User) -> None:
        super().__init__(data)
        self.person, self.questions = person, current_questions()

        def used(column: str) -> QuerySet[Candidature]:
            """What the files name in a column: grouped in one look at them, where a join would repeat each row."""
            return files.order_by().exclude(**{column: None}).values(column).distinct()

        self.fields["territoire"].queryset = Territory.objects.filter(pk__in=used("territory"))
        self.fields["equipe"].queryset = Team.objects.filter(pk__in=used("team"))
        followers = User.objects.filter(pk__in=used("assignee")).order_by("last_name", "email")
        people = [(str(each.pk), str(each)) for each in followers]
        self.fields["suivi"].choices = [("", "Tous"), ("moi", "Moi"), ("personne", "Personne"), *people]
        self.fields["question"].choices = [("", "Aucune"), *((key, each.label) for key, each in self.questions.items())]
        self.fields["q"].widget.attrs["placeholder"] = "Numéro, intitulé, structure, contact"

    def narrow(self, files: QuerySet[Candidature], *, any_state: bool = False) -> QuerySet[Candidature]:
        """The files that the valid filters keep, in the chosen order; `any_state` leaves the state aside."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        if words := chosen.get("q"):
            files = files.filter(search(words))
        if (state := chosen.get("etat")) and not any_state:
            files = files.filter(state=state)
        if tier := chosen.get("niveau"):
            files = files.filter(TIER_QUERIES[tier])
        if person := chosen.get("suivi"):
            follower = {"moi": self.person.pk, "personne": None}.get(person, person)
            files = files.filter(assignee=follower)
        if group := chosen.get("a_traiter"):
            files = files.filter(waiting_for(self.person, group))
        if "question" in chosen and "reponse" in chosen:
            field = chosen["question"].removeprefix(QUESTION)
            files = files.filter(**{f"form_data__{field}__icontains": chosen["reponse"]})
        files = files.filter(**self.exact(chosen))
        return files.order_by(*ORDERS[chosen.get("tri", "depot")][1])

    def exact(self, chosen: dict[str, Any]) -> dict[str, Any]:
        """Conditions that are one column compared with one value."""
        columns = {
            "territoire": "territory",
            "equipe": "team",
            "subvention": "grant__state",
            "depose_apres": "filed_at__date__gte",
            "depose_avant": "filed_at__date__lte",
            "evenement_apres": "event_start__gte",
            "evenement_avant": "event_start__lte",
        }
        return {column: chosen[name] for name, column in columns.items() if name in chosen}

    @property
    def is_active(self) -> bool:
        return any(value for name, value in getattr(self, "cleaned_data", {}).items() if name != "tri")

    @property
    def first_fields(self) -> list[Any]:
        """Always shown."""
        return [field for field in self if field.name not in MORE]

    @property
    def more_fields(self) -> list[Any]:
        return [self[name] for name in MORE]

    @property
    def more_used(self) -> bool:
        """One of the folded filters is used, or was refused."""
        return any(self.cleaned_data.get(name) or name in self.errors for name in MORE)


def search(words: str) -> Q:
    """Every word in the title, organisation, contact or address, or as a number; a whole number finds its one file."""
    if number := NUMBER.fullmatch(words.strip()):
        return Q(pk=int(number[1]))
    found = Q()
    for word in words.split():
        one = Q(title__icontains=word) | Q(organisation__icontains=word)
        one |= Q(contact_name__icontains=word) | Q(contact_email__icontains=word)
        if word.isdecimal() and len(word) <= MAX_DIGITS:
            one |= Q(pk=int(word))
        found &= one
    return found
