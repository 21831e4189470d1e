from nec_cms.plugins import Plugin


class AnnoncesPlugin(Plugin):
    name = "nec_annonces"
    label = "nec_annonces"
    verbose_name = "Petites annonces"
    default_auto_field = "django.db.models.BigAutoField"
    api = 1
    requires = ("home", "community", "kits")
    blocks = {"latest_annonces": "nec_annonces.blocks.LatestAnnoncesBlock"}
    urls = "nec_annonces.urls"
    prefix = "annonces"
    grants = {"Rédaction": ("nec_annonces.view_annoncepage",)}
    demo = "nec_annonces.demo.build"
