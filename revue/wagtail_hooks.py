"""The revue's contributions to the site and to the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from nec_cms.hooks import RelatedContent, SearchSource
from revue.finding import FoundArticles, FoundIssues
from revue.models import IssuePage
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
