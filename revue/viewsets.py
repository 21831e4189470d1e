"""The revue's vocabularies in the admin, under one entry of the menu."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from revue.models import Contributor, Series


class SeriesViewSet(SnippetViewSet):
    model = Series
    icon = "folder-open-inverse"
    list_display = ["name", "issue_name", "issn", "order"]


class ContributorViewSet(SnippetViewSet):
    model = Contributor
    icon = "user"
    list_display = ["name", "organisation"]
    search_fields = ["name", "organisation"]


class RevueViewSetGroup(SnippetViewSetGroup):
    items = (SeriesViewSet, ContributorViewSet)
    menu_label = "Revue"
    menu_icon = "openquote"
    menu_order = 250
