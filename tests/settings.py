"""The site's settings with what tests want: quick hashing, files in a folder of their own, mails in memory."""

import os
from pathlib import Path

os.environ.setdefault("NEC_DATA_DIR", str(Path(__file__).resolve().parent.parent / "var" / "tests"))
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "0" * 40)

from nec_cms.settings import *  # noqa: F403
from nec_cms.settings import DATA_DIR, DATABASES, POST_OFFICE, STORAGES

DEMO = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
POST_OFFICE = {**POST_OFFICE, "BACKENDS": {"default": "django.core.mail.backends.locmem.EmailBackend"}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ALLOWED_HOSTS = ["*"]
AXES_ENABLED = False

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, kept between runs: Wagtail's migrations take most of a minute.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  (WhiteNoise warns where it is missing)
