"""The revue's contributions to the site and to the admin."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import include, path
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from nec_cms.hooks import RelatedContent, SearchSource, Sweep
from revue import making, publishing
from revue.desk import editing
from revue.finding import FoundArticles, FoundIssues
from revue.models import ArticlePage, IssuePage
from revue.providers import EventArticles, TerritoryArticles
from revue.viewsets import RevueViewSetGroup

register_snippet(RevueViewSetGroup)


@hooks.register("register_related_content")
def articles_about_a_territory() -> RelatedContent:
    return TerritoryArticles()


@hooks.register("register_related_content")
def articles_about_an_event() -> RelatedContent:
    return EventArticles()


@hooks.register("before_copy_page")
def refuse_to_copy_an_issue(request: HttpRequest, page: Page, **kwargs: Any) -> HttpResponseRedirect | None:
    """A copy would take the number of its original, which one issue alone may bear."""
    if not issubclass(page.specific_class, IssuePage):
        return None
    messages.error(request, "Un numéro ne se copie pas\u202f: créez-en un nouveau, avec son propre numéro.")
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("register_search_source")
def found_articles() -> SearchSource:
    return FoundArticles()


@hooks.register("register_search_source")
def found_issues() -> SearchSource:
    return FoundIssues()


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    return [path("revue/numero/", include("revue.desk.urls"))]


@hooks.register("construct_page_action_menu")
def approve_instead_of_publishing(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    editing.action_menu(menu_items, request, context)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def desk_of_an_issue(page: Page, user: Any, next_url: str | None = None, **kwargs: Any) -> Iterator[Any]:
    if (button := editing.desk_button(page)) and page.permissions_for_user(user).can_edit():
        yield button


@hooks.register("construct_homepage_panels")
def issues_in_preparation(request: HttpRequest, panels: list[Any]) -> None:
    panel = editing.IssuesPanel(request.user)
    if panel.issues:
        panels.append(panel)


@hooks.register("after_publish_page")
def say_that_it_waits_for_its_issue(request: HttpRequest, page: Page) -> None:
    """Wagtail says « publié »; what happened is that the version was approved."""
    if editing.in_preparation(page):
        messages.info(request, "Bon à paraître\u00a0: cette version sortira avec son numéro, pas avant.")


@hooks.register("before_create_page")
def refuse_to_publish_at_once(request: HttpRequest, parent_page: Page, page_class: type) -> HttpResponseRedirect | None:
    """A page that is being created is live before it is published: an issue and its articles come out together."""
    waiting = page_class is IssuePage or (page_class is ArticlePage and not parent_page.live)
    if "action-publish" not in request.POST or not waiting:
        return None
    messages.error(request, "Un numéro paraît depuis sa page «\u00a0Parution\u00a0». Enregistrez d’abord le brouillon.")
    return redirect("wagtailadmin_explore", parent_page.pk)


@hooks.register("before_unpublish_page")
def withdraw_from_the_desk(request: HttpRequest, page: Page) -> HttpResponseRedirect | None:
    """An issue is withdrawn with its articles, or not at all."""
    if not issubclass(page.specific_class, IssuePage):
        return None
    messages.info(request, "Un numéro se retire avec tous ses articles\u00a0: c’est ici.")
    return redirect("revue_desk", page.pk)


@hooks.register("register_log_actions")
def actions_of_the_revue(actions: Any) -> None:
    for name, label, message in (
        ("approve", "Bon à paraître", "A donné le bon à paraître"),
        ("publish_issue", "Parution", "A fait paraître le numéro"),
        ("withdraw_issue", "Retrait", "A retiré le numéro"),
        ("schedule_issue", "Parution programmée", "A programmé la parution"),
        ("cancel_issue", "Parution déprogrammée", "A annulé la parution programmée"),
    ):
        actions.register_action(f"revue.{name}", label, message)


@hooks.register("register_sweep")
def publication_sweep() -> Sweep:
    return Sweep(publishing.SWEEP, timedelta(seconds=5), publishing.publish_due)


@hooks.register("register_sweep")
def files_sweep() -> Sweep:
    return Sweep(publishing.FILES_SWEEP, timedelta(minutes=2), making.make_due)


@hooks.register("register_sweep")
def thorough_files_sweep() -> Sweep:
    return Sweep(publishing.THOROUGH_SWEEP, timedelta(days=1), making.make_all, lease=timedelta(hours=1))
