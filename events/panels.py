"""The tabs of the event editor: what is filled in first comes first."""

from collections.abc import Sequence

from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.admin.ui.components import Component

from events.check_panel import ChecksPanel
from events.hooks import event_panels


class ContributedPanel(Panel):
    """What plugins show of the event (hook `register_event_panel`)."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "events/admin/contributed_panel.html"

        @cached_property
        def components(self) -> list[Component]:
            return event_panels(self.instance, self.request) if self.request else []

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.components)


def event_tabs(title: Sequence[Panel], promote: Sequence[Panel], settings: Sequence[Panel]) -> TabbedInterface:
    """Essential facts, programme, partners, what comes after the day, communication; then Wagtail's own tabs."""
    essential = [
        ChecksPanel(),
        *title,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("status")]),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")]),
                FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
                FieldPanel("time_zone"),
            ],
            "Quand",
        ),
        MultiFieldPanel(
            [
                FieldPanel("mode"),
                FieldPanel("venue"),
                FieldRowPanel([FieldPanel("address"), FieldPanel("city")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("online_url"),
                FieldPanel("venue_access"),
                FieldPanel("capacity"),
            ],
            "Où",
        ),
        FieldPanel("registration_url"),
        FieldPanel("territories"),
        FieldPanel("themes", widget=CheckboxSelectMultiple),
    ]
    programme = [FieldPanel("programme"), FieldPanel("body")]
    partners = [
        InlinePanel("organisers", heading="Organisateurs", label="organisateur"),
        FieldPanel("formats"),
        FieldPanel("porteurs", permission="nec_cms.change_user"),  # it lists accounts
    ]
    after = [
        FieldRowPanel([FieldPanel("attendance"), FieldPanel("attendance_source")]),
        FieldPanel("outcome"),
        InlinePanel(
            "documents",
            heading="Documents et ressources",
            label="document",
            help_text="Avant\u00a0: plan d’accès, dossier. Après\u00a0: comptes rendus, supports, captations.",
        ),
    ]
    communication = [FieldPanel("image"), FieldPanel("palette"), ContributedPanel(), FieldPanel("series")]
    return TabbedInterface(
        [
            ObjectList(essential, heading="Essentiel"),
            ObjectList(programme, heading="Programme"),
            ObjectList(partners, heading="Partenaires"),
            ObjectList(after, heading="Après l’événement"),
            ObjectList(communication, heading="Communication"),
            ObjectList(promote, heading="Référencement"),
            ObjectList(settings, heading="Réglages"),
        ]
    )
