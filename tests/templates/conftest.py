import pytest


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    """Addresses of static files without the manifest that only `collectstatic` writes."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
