"""What the page editor shows of an issue that is not out yet: « Bon à paraître » instead of « Publier »."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from revue.models import ArticlePage, IssuePage, Publication


def in_preparation(page: Page | None) -> bool:
    """Whether `page` is an issue that is not out, or an article of one."""
    page = page.specific if page is not None else None
    return isinstance(page, (ArticlePage, IssuePage)) and not page.is_out


class ApproveMenuItem(PublishMenuItem):
    """Wagtail's own button under its true name: it approves the version, which comes out with the issue."""

    label = "Bon à paraître"
    icon_name = "check"


class DeskMenuItem(ActionMenuItem):
    """From an issue's editor to its desk."""

    label = "Parution du numéro"
    name = "revue-desk"
    icon_name = "openquote"

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        return context["view"] == "edit"

    def get_url(self, parent_context: Mapping[str, Any]) -> str:
        return reverse("revue_desk", args=[parent_context["page"].pk])


def action_menu(items: list[ActionMenuItem], request: HttpRequest, context: Mapping[str, Any]) -> None:
    """An article in preparation is approved, not published; an issue in preparation is published from its desk."""
    page = context.get("page")
    parent = context.get("parent_page")
    creating = context["view"] == "create"
    if isinstance(page, IssuePage):
        if creating or not page.live:
            items[:] = [item for item in items if item.name != "action-publish"]
        items.append(DeskMenuItem(order=5))
    elif isinstance(page, ArticlePage):
        issue = parent.specific if creating and parent is not None else page.issue
        if isinstance(issue, IssuePage) and not issue.live:
            items[:] = [
                ApproveMenuItem(item.order) if item.name == "action-publish" and not creating else item
                for item in items
                if not (creating and item.name == "action-publish")
            ]
            for item in items:
                if item.name == "approve":  # Wagtail's own label says that the end of the workflow publishes
                    told = getattr(item, "launch_modal", False)
                    item.label = "Bon à paraître, avec un commentaire" if told else "Donner le bon à paraître"


def desk_button(page: Page) -> Button | None:
    """The button of an issue in lists of pages and at the top of its page."""
    if not issubclass(page.specific_class or Page, IssuePage):
        return None
    return Button("Parution", reverse("revue_desk", args=[page.pk]), icon_name="openquote", priority=5)


class IssuesPanel(Component):
    """On the dashboard: the issues in preparation that the person may work on."""

    name = "revue"
    template_name = "revue/admin/panel.html"
    order = 120

    def __init__(self, user: Any) -> None:
        self.user = user

    @cached_property
    def issues(self) -> list[dict[str, Any]]:
        planned = {each.issue_id: each for each in Publication.objects.all()}
        return [
            {"issue": issue, "publication": planned.get(issue.pk), "url": reverse("revue_desk", args=[issue.pk])}
            for issue in IssuePage.objects.filter(live=False).select_related("series").latest_first()[:6]
            if issue.permissions_for_user(self.user).can_edit()
        ]

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"issues": self.issues}
