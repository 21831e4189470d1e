"""The menu « Veille »: the feeds that are followed, and their items to read and to publish."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, re_path
from django.utils import timezone
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup
from wagtail_modeladmin.views import IndexView

from community.feeds.desk import ModerationView
from community.feeds.moderation import PERMISSION
from community.models import Feed, FeedItem, ItemState

FILTERS = {"active__exact", "trusted__exact"}


class FeedListView(IndexView):
    """A list that filters on what it offers and nothing else: not on any column that an address may name."""

    FORMATS = ()

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        return {name: values for name, values in super().get_filters_params(params).items() if name in FILTERS}


class FeedAdmin(ModelAdmin):
    model = Feed
    base_url_path = "veille/flux"
    menu_label = "Flux suivis"
    menu_icon = "link"
    index_view_class = FeedListView
    history_view_enabled = False
    list_display = ("title", "followed", "territory", "pending", "last_read", "trouble")
    list_filter = ("active", "trusted")
    search_fields = ("title", "url")
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Feed]:
        waiting = Count("items", filter=Q(items__state=ItemState.PENDING))
        return super().get_queryset(request).select_related("territory").annotate(waiting=waiting)

    def followed(self, feed: Feed) -> str:
        if not feed.active:
            return "Non suivi"
        return "De confiance" if feed.trusted else "Suivi"

    followed.short_description = "Suivi"
    followed.admin_order_field = "active"

    def pending(self, feed: Feed) -> int:
        return feed.waiting

    pending.short_description = "À relire"
    pending.admin_order_field = "waiting"

    def last_read(self, feed: Feed) -> str:
        last = _moment(feed.last_success_at) or "Jamais"
        return f"{last}, prochain essai {_moment(feed.next_try_at)}" if feed.active else last

    last_read.short_description = "Lecture"
    last_read.admin_order_field = "last_success_at"

    def trouble(self, feed: Feed) -> str:
        return feed.error or "–"

    trouble.short_description = "Erreur"


class ModeratorPermissions(PermissionHelper):
    """Items come from feeds: they are read and moderated, not written."""

    def user_can_list(self, user: Any) -> bool:
        return user.has_perm(PERMISSION)


class FeedItemAdmin(ModelAdmin):
    """Only the list, which is the moderation desk; the stock forms have no address."""

    model = FeedItem
    base_url_path = "veille/ressources"
    menu_label = "Ressources à relire"
    menu_icon = "tasks"
    permission_helper_class = ModeratorPermissions

    def index_view(self, request: HttpRequest) -> HttpResponseBase:
        if not self.permission_helper.user_can_list(request.user):
            raise PermissionDenied
        return ModerationView.as_view(index_url=self.url_helper.index_url)(request)

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        pattern, name = self.url_helper.get_action_url_pattern("index"), self.url_helper.get_action_url_name("index")
        return (re_path(pattern, self.index_view, name=name),)

    def register_admin_url_finders(self) -> None:
        """Items have no form of their own to link to."""


class WatchGroup(ModelAdminGroup):
    menu_label = "Veille"
    menu_icon = "view"
    menu_order = 270
    items: tuple[type[ModelAdmin], ...] = (FeedItemAdmin, FeedAdmin)


def _moment(when: Any) -> str:
    return f"{timezone.localtime(when):%d/%m/%Y %H:%M}" if when else ""
