"""Territories, organisations and themes in the admin, under one entry of the menu."""

from functools import cached_property
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from community.code.desk import AddFromCodeView
from community.models import Organisation, Territory, Theme


class TerritoryListView(IndexView):
    """The list, with a second way to add: by the name of a commune or of an intercommunalité."""

    from_code_url_name = ""

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not self.add_url:
            return []
        url = reverse(self.from_code_url_name)
        return [HeaderButton("Depuis le code officiel", url=url, icon_name="search"), *super().header_buttons]


class TerritoryViewSet(SnippetViewSet):
    model = Territory
    index_view_class = TerritoryListView
    icon = "globe"
    menu_label = "Territoires"
    list_display = ["name", Column("get_kind_display", label="Type", sort_key="kind"), "insee_code", "parent"]
    list_filter = {"kind": ["exact"]}
    list_per_page = 50
    ordering = ["folded"]
    copy_view_enabled = False

    def get_queryset(self, request):
        return Territory.objects.select_related("parent").defer("introduction")

    def get_index_view_kwargs(self) -> dict[str, Any]:
        return super().get_index_view_kwargs() | {"from_code_url_name": self.get_url_name("from_code")}

    def get_urlpatterns(self) -> list[URLPattern]:
        view = AddFromCodeView.as_view(viewset=self)
        return [path("code/", view, name="from_code"), *super().get_urlpatterns()]


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
