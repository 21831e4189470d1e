"""What the plugin promises to the site."""

from nec_cms.plugins import Plugin


class ModelePlugin(Plugin):
    name = "nec_modele"
    label = "nec_modele"
    verbose_name = "Modèle"
    default_auto_field = "django.db.models.BigAutoField"
    api = 1
    requires = ("home", "community")
    blocks = {"modele_latest": "nec_modele.blocks.LatestModeleBlock"}
    urls = "nec_modele.urls"
    prefix = "modele-tirets"
    demo = "nec_modele.demo.build"
