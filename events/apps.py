"""What happens: the calendar, event pages, past editions."""

from nec_cms.plugins import Plugin


class EventsPlugin(Plugin):
    name = "events"
    label = "events"
    verbose_name = "NEC locaux"
    api = 1
    requires = ("community", "formats")
    blocks = {
        "promises": "events.blocks.words.PromisesBlock",
        "next_editions": "events.blocks.live.NextEditionsBlock",
        "counted_figures": "events.blocks.live.CountedFiguresBlock",
        "territories_by_kind": "events.blocks.live.TerritoriesByKindBlock",
        "points": "events.blocks.words.PointsBlock",
        "tiers": "events.blocks.words.TiersBlock",
        "event_themes": "events.blocks.live.EventThemesBlock",
        "criteria": "events.blocks.words.CriteriaBlock",
        "steps": "events.blocks.words.StepsBlock",
        "event_contact": "events.blocks.words.ContactBlock",
    }
    demo = "events.demo.build"
    scale = {"editions": "events.volume.editions"}

    def ready(self) -> None:
        from django.db.models.signals import post_delete, post_save

        from community.models import Territory, Theme
        from events.selection import forget_offers

        for signal in (post_save, post_delete):
            for model in (Territory, Theme):
                signal.connect(forget_offers, sender=model, dispatch_uid=f"events.offers.{model.__name__}")
