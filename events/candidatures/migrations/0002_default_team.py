"""A default team, so that a file always finds one. It keeps its name where an administrator chose another default."""

from email.utils import parseaddr

from django.conf import settings
from django.db import migrations


def create_default_team(apps, schema_editor):
    Team = apps.get_model("candidatures", "Team")
    if not Team.objects.filter(is_default=True).exists():
        Team.objects.update_or_create(
            name="Équipe nationale",
            defaults={"is_default": True},
            create_defaults={"is_default": True, "email": parseaddr(settings.DEFAULT_FROM_EMAIL)[1]},
        )


class Migration(migrations.Migration):
    dependencies = [("candidatures", "0001_initial")]

    operations = [migrations.RunPython(create_default_team, migrations.RunPython.noop)]
