"""Pictures and files of the library."""

from typing import Any

from wagtail.images.tests.utils import get_test_image_file

from nec_cms.models import SiteImage


def make_image(**fields: Any) -> SiteImage:
    """A picture of the library, 640 by 480."""
    return SiteImage.objects.create(**{"title": "Image", "file": get_test_image_file()} | fields)
