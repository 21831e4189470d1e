"""The community's contributions to the site and to the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from community.resources import TerritoryResources
from community.viewsets import CommunityViewSetGroup
from nec_cms.hooks import RelatedContent

register_snippet(CommunityViewSetGroup)


@hooks.register("register_related_content")
def resources_of_a_territory() -> RelatedContent:
    return TerritoryResources()
