"""The core's app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "nec_cms"
    label = "nec_cms"
    verbose_name = "NEC"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from nec_cms import (
            checks,  # noqa: F401  (registers the system checks)
            remembered,
        )

        remembered.connect()
