"""The programme of an event: days, sessions, speakers."""

from wagtail import blocks

from nec_cms.body import UnfrozenStreamField


class SessionBlock(blocks.StructBlock):
    start = blocks.TimeBlock(label="début")
    end = blocks.TimeBlock(label="fin", required=False)
    title = blocks.CharBlock(label="titre", max_length=200)
    speakers = blocks.CharBlock(label="intervenantes et intervenants", required=False)
    room = blocks.CharBlock(label="salle", required=False)
    text = blocks.TextBlock(label="présentation", required=False)
    format = blocks.PageChooserBlock(page_type="formats.FormatPage", label="format partenaire", required=False)


class DayBlock(blocks.StructBlock):
    date = blocks.DateBlock(label="jour")
    sessions = blocks.ListBlock(SessionBlock(), label="séances")

    class Meta:
        icon = "calendar"
        label = "Journée"


class ProgrammeBlock(blocks.StreamBlock):
    day = DayBlock()


class ProgrammeField(UnfrozenStreamField):
    block_class = ProgrammeBlock
