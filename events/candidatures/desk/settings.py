"""Teams and routing rules, set by superusers."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList

from events.candidatures.desk.guard import GuardedModelAdmin, SuperuserPermissions
from events.candidatures.models import RoutingRule, Team
from events.candidatures.querysets import INSTRUCT
from nec_cms.models import User


class TeamForm(WagtailAdminModelForm):
    """Only people who have the right to instruct may be members."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        app_label, codename = INSTRUCT.split(".")
        granted = Permission.objects.filter(content_type__app_label=app_label, codename=codename)
        may = Q(groups__permissions__in=granted) | Q(user_permissions__in=granted) | Q(is_superuser=True)
        self.fields["members"].queryset = User.objects.filter(may, is_active=True).distinct().order_by("email")


class TeamPermissions(SuperuserPermissions):
    """The default team cannot be removed; one that has files is protected by them."""

    def user_can_delete_obj(self, user: Any, obj: Team) -> bool:
        return super().user_can_delete_obj(user, obj) and not obj.is_default


class TeamAdmin(GuardedModelAdmin):
    model = Team
    base_url_path = "candidatures/equipes"
    menu_label = "Équipes"
    menu_icon = "group"
    list_display = ("name", "email", "members_names", "takes_the_rest")
    permission_helper_class = TeamPermissions
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("email"),
            FieldPanel("is_default", help_text="Reçoit les dossiers qu’aucune règle ne prend. Il y en a une seule."),
            FieldPanel("members", widget=CheckboxSelectMultiple, help_text="Parmi qui a le droit d’instruire."),
        ],
        base_form_class=TeamForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Team]:
        return super().get_queryset(request).prefetch_related("members")

    def members_names(self, team: Team) -> str:
        return ", ".join(str(member) for member in team.members.all())

    members_names.short_description = "membres"

    def takes_the_rest(self, team: Team) -> str:
        return "Oui" if team.is_default else "Non"

    takes_the_rest.short_description = "par défaut"


class RoutingRuleAdmin(GuardedModelAdmin):
    model = RoutingRule
    base_url_path = "candidatures/aiguillage"
    menu_label = "Aiguillage"
    menu_icon = "redirect"
    list_display = ("order", "team", "kind", "territories_names")
    list_select_related = ("team",)
    permission_helper_class = SuperuserPermissions
    edit_handler = ObjectList(
        [
            FieldPanel("order", help_text="La première règle qui convient l’emporte, dans l’ordre croissant."),
            FieldPanel("team"),
            FieldPanel("kind", help_text="L’outre-mer comprend les communes et départements qui s’y trouvent."),
            FieldPanel("territories", widget=CheckboxSelectMultiple),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[RoutingRule]:
        return super().get_queryset(request).prefetch_related("territories")

    def territories_names(self, rule: RoutingRule) -> str:
        return ", ".join(territory.name for territory in rule.territories.all())

    territories_names.short_description = "territoires"
