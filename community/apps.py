"""Who and where: territories, organisations, themes, and the community's feeds."""

from nec_cms.plugins import Plugin


class CommunityPlugin(Plugin):
    name = "community"
    label = "community"
    verbose_name = "Communauté"
    api = 1
