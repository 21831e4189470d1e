"""Questions about many candidatures."""

from typing import Self

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models

from events.candidatures.states import OPEN, State

INSTRUCT = "candidatures.instruct_candidature"
"""The permission that makes a member of a team an instructor of its files."""


def is_instructor(user: AbstractBaseUser | AnonymousUser) -> bool:
    """True for whoever may see the desk: superusers, and people with the permission (their files may be none)."""
    return user.is_active and user.has_perm(INSTRUCT)


class CandidatureQuerySet(models.QuerySet):
    def instructed_by(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """The files that `user` may read and decide on: all for a superuser, else those of their own teams."""
        if not is_instructor(user):
            return self.none()
        if user.is_superuser:
            return self.filed()
        return self.filed().filter(team__in=user.instruction_teams.all())

    def filed(self) -> Self:
        """Without the drafts, which are their author's alone."""
        return self.exclude(state=State.DRAFT)

    def owned_by(self, user: AbstractBaseUser) -> Self:
        """The files of this person: attached to the account, or filed with its address (kept in small letters)."""
        return self.filter(models.Q(porteur=user) | models.Q(contact_email=user.email.lower()))

    def of_porteur(self, user: AbstractBaseUser) -> Self:
        """The files in which this person may answer: one's own, and those shared to be answered too."""
        return self._with_shared(user, role="edit")

    def seen_by(self, user: AbstractBaseUser) -> Self:
        """The files that this person may read: one's own, and all those shared."""
        return self._with_shared(user)

    def _with_shared(self, user: AbstractBaseUser, **role: str) -> Self:
        sharing = self.model._meta.get_field("co_porteurs").related_model
        shared = sharing.objects.filter(email=user.email.lower(), **role).values("candidature")
        return self.filter(
            models.Q(porteur=user) | models.Q(contact_email=user.email.lower()) | models.Q(pk__in=shared)
        )

    def open(self) -> Self:
        """Not decided, withdrawn or closed yet."""
        return self.filter(state__in=OPEN)
