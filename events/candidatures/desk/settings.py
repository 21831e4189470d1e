"""Teams and routing rules, set by superusers."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple, ChoiceField
from django.http import HttpRequest
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList

from events.candidatures.desk.columns import QUESTION, current_questions
from events.candidatures.desk.guard import GuardedModelAdmin, SuperuserPermissions
from events.candidatures.french import french_euros
from events.candidatures.models import LetterText, RoutingRule, Team
from events.candidatures.querysets import INSTRUCT, is_instructor
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
            MultiFieldPanel([FieldPanel("review_days"), FieldPanel("complement_days")], "Délais"),
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


class RuleForm(WagtailAdminModelForm):
    """The questions are those that the call asks today; one that was removed stays offered where a rule uses it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(key.removeprefix(QUESTION), column.label) for key, column in current_questions().items()]
        used = self.instance.question
        if used and used not in dict(choices):
            choices.append((used, "Une question retirée du formulaire"))
        self.fields["question"] = ChoiceField(
            label="Question du formulaire", choices=[("", "Aucune"), *choices], required=False
        )


class RoutingRuleAdmin(GuardedModelAdmin):
    model = RoutingRule
    base_url_path = "candidatures/aiguillage"
    menu_label = "Aiguillage"
    menu_icon = "redirect"
    list_display = ("order", "team", "conditions", "applied")
    list_select_related = ("team",)
    permission_helper_class = SuperuserPermissions
    index_template_name = "candidatures/desk/rules.html"
    edit_handler = ObjectList(
        [
            FieldRowPanel(
                [
                    FieldPanel("order", help_text="La première règle qui convient l’emporte, dans l’ordre croissant."),
                    FieldPanel("team"),
                ]
            ),
            FieldPanel("is_active"),
            HelpPanel("Chaque condition remplie ci-dessous doit être vraie pour que la règle prenne un dossier."),
            FieldPanel("kind", help_text="L’outre-mer comprend les communes et départements qui s’y trouvent."),
            FieldPanel("territories", widget=CheckboxSelectMultiple),
            FieldPanel("themes", widget=CheckboxSelectMultiple),
            FieldPanel("tier"),
            FieldRowPanel([FieldPanel("min_amount"), FieldPanel("max_amount")]),
            FieldRowPanel([FieldPanel("question"), FieldPanel("answer")]),
        ],
        base_form_class=RuleForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[RoutingRule]:
        return super().get_queryset(request).prefetch_related("territories", "themes")

    def conditions(self, rule: RoutingRule) -> str:
        places = [rule.get_kind_display(), *(territory.name for territory in rule.territories.all())]
        parts = [
            " ou ".join(place for place in places if place),
            " ou ".join(theme.name for theme in rule.themes.all()),
            f"niveau {rule.get_tier_display().lower()}" if rule.tier else "",
            f"{french_euros(rule.min_amount)} au moins" if rule.min_amount is not None else "",
            f"{french_euros(rule.max_amount)} au plus" if rule.max_amount is not None else "",
            f"une réponse contient «\u00a0{rule.answer}\u00a0»" if rule.answer else "",
        ]
        return "\u202f; ".join(part for part in parts if part) or "Aucune\u00a0: elle ne prend rien"

    conditions.short_description = "conditions"

    def applied(self, rule: RoutingRule) -> str:
        return "Oui" if rule.is_active else "Non"

    applied.short_description = "appliquée"


class LetterPermissions(SuperuserPermissions):
    """Instructors word the letters of their own teams."""

    def user_has_any_permissions(self, user: Any) -> bool:
        return is_instructor(user)


class LetterForm(WagtailAdminModelForm):
    """The teams are the person's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user = self.for_user
        self.fields["team"].queryset = Team.objects.all() if user.is_superuser else user.instruction_teams.all()


class LetterAdmin(GuardedModelAdmin):
    model = LetterText
    base_url_path = "candidatures/lettres"
    menu_label = "Lettres"
    menu_icon = "mail"
    list_display = ("team", "state", "subject")
    list_select_related = ("team",)
    permission_helper_class = LetterPermissions
    edit_handler = ObjectList(
        [
            HelpPanel(template="candidatures/desk/letter_help.html"),
            FieldRowPanel([FieldPanel("team", heading="Équipe"), FieldPanel("state")]),
            FieldPanel("subject"),
            FieldPanel("body"),
        ],
        base_form_class=LetterForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[LetterText]:
        letters = super().get_queryset(request)
        return letters if request.user.is_superuser else letters.filter(team__in=request.user.instruction_teams.all())
