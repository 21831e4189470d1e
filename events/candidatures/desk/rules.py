"""The rules of eligibility in the admin: versions, tried on past files before they apply. Superusers alone."""

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList

from events.candidatures.desk.guard import GuardedModelAdmin, SuperuserPermissions
from events.candidatures.models import RuleSet
from events.candidatures.rulebook import simulate

SHOWN = 30


class RulePermissions(SuperuserPermissions):
    """A version that applies is neither changed nor removed."""

    def user_can_edit_obj(self, user: Any, obj: RuleSet) -> bool:
        return super().user_can_edit_obj(user, obj) and not obj.is_in_force(timezone.localdate())

    def user_can_delete_obj(self, user: Any, obj: RuleSet) -> bool:
        return self.user_can_edit_obj(user, obj)


class SimulationPanel(HelpPanel):
    """What the version, as it was last saved, would change to the latest files."""

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            if self.instance.pk is None:
                return context | {"outcomes": None}
            outcomes = simulate(self.instance.rules)
            changed = [outcome for outcome in outcomes if outcome.changes]
            return context | {"outcomes": outcomes, "changed": changed[:SHOWN], "total": len(changed)}


class RuleSetAdmin(GuardedModelAdmin):
    model = RuleSet
    base_url_path = "candidatures/regles"
    menu_label = "Règles d’éligibilité"
    menu_icon = "clipboard-list"
    list_display = ("version", "applies_from", "in_words", "note")
    permission_helper_class = RulePermissions
    edit_handler = ObjectList(
        [
            FieldPanel("applies_from"),
            FieldRowPanel([FieldPanel("notice_months"), FieldPanel("min_audience"), FieldPanel("max_share")]),
            FieldPanel("note"),
            SimulationPanel(
                template="candidatures/desk/rules_simulation.html", heading="Essai sur les derniers dossiers"
            ),
        ]
    )

    def in_words(self, rules: RuleSet) -> str:
        share = f"{rules.max_share.normalize():f}".replace(".", ",")
        return f"{rules.notice_months}\u00a0mois, {rules.min_audience}\u00a0personnes, {share}\u00a0% du budget"

    in_words.short_description = "seuils"
