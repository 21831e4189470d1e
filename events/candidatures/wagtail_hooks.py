"""What candidatures add to Wagtail: their files never show among its form submissions, and no click deletes them."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page, PageQuerySet

from events.candidatures import draft_letters, scanning
from events.candidatures.desk import hooks as desk_hooks  # noqa: F401  (registers the desk)
from events.candidatures.invitation import OrganiseHere
from events.candidatures.models import Candidature, CandidaturePage
from events.candidatures.sweeps import follow_grants, forget_orphans, forget_sign_in_links
from nec_cms.hooks import RelatedAction, Sweep


@hooks.register("filter_form_submissions_for_user")
def hide_candidatures_from_forms(user: AbstractBaseUser, pages: PageQuerySet) -> PageQuerySet:
    """Wagtail's list, export and deletion of form submissions know no team: nobody reaches a candidature there."""
    return pages.not_type(CandidaturePage)


@hooks.register("before_delete_page")
def keep_pages_that_hold_files(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A page with candidatures is unpublished, not deleted: its files depend on it."""
    if not holds_candidatures([page]):
        return None
    messages.error(request, "Des candidatures ont été déposées ici. Dépubliez la page plutôt que de la supprimer.")
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_pages_of_a_selection(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """The same for a selection of pages."""
    pages = [each for each in objects if isinstance(each, Page)]
    if action_type != "delete" or not pages or not holds_candidatures(pages):
        return None
    messages.error(request, "Des candidatures ont été déposées dans cette sélection. Dépubliez plutôt ces pages.")
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


def holds_candidatures(pages: list[Page]) -> bool:
    """True where a candidature was filed on one of these pages or below."""
    inside = Page.objects.none()
    for page in pages:
        inside |= Page.objects.descendant_of(page, inclusive=True)
    return Candidature.objects.filter(page__in=inside).exists()


@hooks.register("register_related_action")
def organise_here() -> RelatedAction:
    return OrganiseHere()


@hooks.register("register_sweep")
def sweep_orphans() -> Sweep:
    return Sweep("candidature-files", timedelta(hours=1), forget_orphans)


@hooks.register("register_sweep")
def sweep_sign_in_links() -> Sweep:
    return Sweep("sign-in-links", timedelta(hours=6), forget_sign_in_links)


@hooks.register("register_sweep")
def sweep_grants() -> Sweep:
    return Sweep("grants", timedelta(hours=1), follow_grants)


@hooks.register("register_sweep")
def sweep_draft_reminders() -> Sweep:
    return Sweep("candidature-draft-reminders", timedelta(hours=1), draft_letters.remind)


@hooks.register("register_sweep")
def sweep_ended_drafts() -> Sweep:
    return Sweep("candidature-drafts-ended", timedelta(hours=6), draft_letters.forget)


@hooks.register("register_sweep")
def sweep_scans() -> Sweep:
    return Sweep("attachment-scans", timedelta(minutes=5), scanning.scan_pending)
