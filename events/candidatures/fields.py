"""The model field that holds a composed form. No block is frozen into a migration."""

from events.candidatures.form_blocks import StepsBlock
from nec_cms.body import UnfrozenStreamField


class FormStepsField(UnfrozenStreamField):
    """The steps and fields of a form."""

    block_class = StepsBlock
