"""Territories, organisations and themes in the admin, under one entry of the menu."""

from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from community.models import Organisation, Territory, Theme


class TerritoryViewSet(SnippetViewSet):
    model = Territory
    icon = "globe"
    menu_label = "Territoires"
    list_display = ["name", Column("get_kind_display", label="Type", sort_key="kind"), "insee_code", "parent"]
    list_filter = {"kind": ["exact"]}
    list_per_page = 50
    ordering = ["folded"]
    copy_view_enabled = False

    def get_queryset(self, request):
        return Territory.objects.select_related("parent").defer("introduction")


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    menu_label = "Organisations"
    list_display = ["name", Column("get_kind_display", label="Nature", sort_key="kind"), "territory", "url"]
    list_filter = {"kind": ["exact"]}
    list_per_page = 50
    copy_view_enabled = False

    def get_queryset(self, request):
        return Organisation.objects.select_related("territory")


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"
    menu_label = "Thèmes"
    list_display = ["name", "order", "slug"]
    search_fields = ["name"]
    copy_view_enabled = False


class CommunityViewSetGroup(SnippetViewSetGroup):
    items = (TerritoryViewSet, OrganisationViewSet, ThemeViewSet)
    menu_label = "Communauté"
    menu_icon = "globe"
    menu_order = 260
