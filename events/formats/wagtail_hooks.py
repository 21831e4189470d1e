"""What formats bring to the site and to the admin."""

from wagtail import hooks

from events.formats.dataset import Formats
from nec_cms.hooks import Dataset


@hooks.register("register_dataset")
def formats() -> Dataset:
    return Formats()
