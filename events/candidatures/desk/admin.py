"""What the menu « Instruction » holds: the files for instructors, the teams and rules for superusers."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, re_path
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail_modeladmin.helpers import AdminURLHelper, ModelAdminURLFinder, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from events.candidatures.desk.dossier import DossierView
from events.candidatures.desk.guard import GuardedModelAdmin
from events.candidatures.desk.listing import FileListView
from events.candidatures.desk.rules import RuleSetAdmin
from events.candidatures.desk.settings import LetterAdmin, RoutingRuleAdmin, TeamAdmin
from events.candidatures.models import Candidature
from events.candidatures.querysets import is_instructor


class InstructorPermissions(PermissionHelper):
    """Instructors list and read the files of their teams; nobody creates, edits or deletes one here."""

    def get_all_model_permissions(self) -> QuerySet[Permission]:
        return super().get_all_model_permissions().filter(codename="instruct_candidature")

    def user_can_list(self, user: Any) -> bool:
        return is_instructor(user)

    def user_can_inspect_obj(self, user: Any, obj: Candidature) -> bool:
        if not is_instructor(user):
            return False
        prefetch_related_objects([user], "instruction_teams")
        return user.is_superuser or obj.team_id in {team.pk for team in user.instruction_teams.all()}

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Candidature) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Candidature) -> bool:
        return False


class FileURLs(AdminURLHelper):
    """A file is at `/admin/candidatures/42/`, under the name that modeladmin gives such addresses."""

    def get_action_url_name(self, action: str) -> str:
        return f"candidatures_candidature_modeladmin_{action}"

    def _get_object_specific_action_url_pattern(self, action: str) -> str:
        return rf"^{self.base_url_path}/(?P<instance_pk>\d+)/$"


class FileURLFinder(ModelAdminURLFinder):
    """Where Wagtail's reports of use may link a file, for whoever may read it."""

    def get_edit_url(self, instance: Candidature) -> str | None:
        if self.user is not None and not self.permission_helper.user_can_inspect_obj(self.user, instance):
            return None
        return self.url_helper.get_action_url("inspect", instance.pk)


class TeamModelAdmin(GuardedModelAdmin):
    """Records that a team works on: listed and read by its members, changed by the desk's own views alone."""

    inspect_view_enabled = True
    permission_helper_class = InstructorPermissions
    url_helper_class = FileURLs

    def get_queryset(self, request: HttpRequest) -> QuerySet[Candidature]:
        return super().get_queryset(request).instructed_by(request.user)

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """List and file only: the addresses of the stock forms do not exist."""
        views = (("index", self.index_view), ("inspect", self.inspect_view))
        return tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action), view, name=self.url_helper.get_action_url_name(action)
            )
            for action, view in views
        )

    def register_admin_url_finders(self) -> None:
        helpers = {"permission_helper": self.permission_helper, "url_helper": self.url_helper}
        register_admin_url_finder(self.model, type("_FileURLFinder", (FileURLFinder,), helpers))


class CandidatureAdmin(TeamModelAdmin):
    model = Candidature
    base_url_path = "candidatures"
    menu_label = "Candidatures"
    menu_icon = "form"
    index_view_class = FileListView
    index_template_name = "candidatures/desk/list.html"
    list_per_page = 50

    def inspect_view(self, request: HttpRequest, instance_pk: str) -> HttpResponseBase:
        self.guard(request, instance_pk)
        return DossierView.as_view()(request, pk=int(instance_pk))


class InstructionGroup(ModelAdminGroup):
    menu_label = "Instruction"
    menu_icon = "clipboard-list"
    menu_order = 150
    items: tuple[type[ModelAdmin], ...] = (CandidatureAdmin, LetterAdmin, TeamAdmin, RoutingRuleAdmin, RuleSetAdmin)
