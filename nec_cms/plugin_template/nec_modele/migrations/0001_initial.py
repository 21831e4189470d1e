import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import nec_cms.body


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("community", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ModelePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="Une ou deux phrases, pour les listes.", max_length=300, verbose_name="résumé"
                    ),
                ),
                ("body", nec_cms.body.BodyField(blank=True, verbose_name="contenu")),
                (
                    "territory",
                    models.ForeignKey(
                        blank=True,
                        help_text="Le territoire dont parle la page, s’il y en a un.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="nec_modele_pages",
                        to="community.territory",
                        verbose_name="territoire",
                    ),
                ),
            ],
            options={"verbose_name": "modèle", "verbose_name_plural": "modèles"},
            bases=("wagtailcore.page",),
        ),
    ]
