"""The home page and the free content pages."""

from nec_cms.plugins import Plugin


class HomePlugin(Plugin):
    name = "home"
    label = "home"
    verbose_name = "Accueil et pages"
    api = 1
    demo = "home.demo.build"
