"""Settings, fed by the environment (.env.example lists every variable) and safe for production by default.

Without any variable the site runs on its embedded engines: SQLite, files on disk, a file cache, tasks in the
database and e-mails written to files.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.management.utils import get_random_secret_key
from environ import Env

from nec_cms import plugins
from nec_cms.storage import storages_from_url

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()
env.read_env(BASE_DIR / ".env")

DATA_DIR = Path(env.str("NEC_DATA_DIR", default=str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)


def kept_secret(path: Path) -> str:
    """The secret key of an embedded site: drawn once, readable by its owner alone."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("NEC_DEMO", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(DATA_DIR / "secret_key")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = urlsplit(BASE_URL).scheme == "https"

# --- Plugins -----------------------------------------------------------------------------------------------
BUILT_IN_PLUGINS = {
    "home": "home.apps.HomePlugin",
    "community": "community.apps.CommunityPlugin",
    "formats": "events.formats.apps.FormatsPlugin",
    "events": "events.apps.EventsPlugin",
    "kits": "events.kits.apps.KitsPlugin",
    "candidatures": "events.candidatures.apps.CandidaturesPlugin",
    "revue": "revue.apps.RevuePlugin",
}
NEC_PLUGINS_DISABLED = env.list("NEC_PLUGINS_DISABLED", default=[])
PLUGINS = plugins.discover(BUILT_IN_PLUGINS, NEC_PLUGINS_DISABLED)

INSTALLED_APPS = [
    "nec_cms.apps.CoreConfig",
    *plugins.register(PLUGINS),
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "post_office",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "nec_cms.csrf.PageCsrfMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "nec_cms.admin_gate.refuse_outsiders",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "nec_cms.urls"
WSGI_APPLICATION = "nec_cms.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "nec_cms.context.shell",
            ],
            "builtins": ["nec_cms.templatetags.nec"],
        },
    }
]
FORM_RENDERER = "nec_cms.forms.SiteRenderer"

# --- Engines -----------------------------------------------------------------------------------------------
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": str(DATA_DIR / "cache"),
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# `default` stays immediate: Wagtail's own indexing runs on it. Background work has a queue of its own.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "work": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# Every e-mail is a row written with the change it tells of; the worker sends it and tries again.
EMAIL_BACKEND = "post_office.EmailBackend"
MAIL = env.email_url("EMAIL_URL", default=f"filemail:///{DATA_DIR / 'mails'}")
vars().update({name: value for name, value in MAIL.items() if name != "EMAIL_BACKEND"})
if MAIL["EMAIL_BACKEND"].endswith("filebased.EmailBackend"):
    EMAIL_FILE_PATH = "/" + MAIL["EMAIL_FILE_PATH"].lstrip("/")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="NEC <contact@example.org>")
POST_OFFICE = {
    "BACKENDS": {"default": MAIL["EMAIL_BACKEND"]},
    "DEFAULT_PRIORITY": "medium",
    "MAX_RETRIES": 300,  # with the interval below: a mail server may be away for a day
    "RETRY_INTERVAL": timedelta(seconds=env.int("MAIL_RETRY_SECONDS", default=300)),
    "MESSAGE_ID_ENABLED": True,
    "MESSAGE_ID_FQDN": urlsplit(BASE_URL).hostname,
    "CELERY_ENABLED": False,
}

# --- Files -------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "nec_cms.bundle.BundleFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    **storages_from_url(env.str("MEDIA_STORAGE_URL", default=""), MEDIA_ROOT, DATA_DIR / "private"),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640
CLAMD_URL = env.str("CLAMD_URL", default="")  # applicants' files wait for its answer where it is set
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Language and time -------------------------------------------------------------------------------------
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True

# --- People ------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "nec_cms.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"
PORTEUR_LOGIN_URL = "/espace-porteur/"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_VERBOSE = False

# --- Protection --------------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^sante/$"]
if env.bool("BEHIND_TLS_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # PageCsrfMiddleware is Django's own middleware, narrowed for pages that take public posts
    "security.W019",  # Wagtail's previews are frames of the same origin
]
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],  # Wagtail's page editor has inline scripts
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}

# --- Wagtail -----------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "NEC"
WAGTAILADMIN_USER_LOGIN_FORM = "nec_cms.forms.FrenchLoginForm"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # no third party is called
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILAPI_DOCS_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "nec_cms.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "nec_cms.SiteDocument"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "xlsx", "zip", "epub"]
WAGTAILDOCS_EXTENSIONS += ["m4a", "mp3", "mp4", "ogg", "opus", "wav", "webm"]  # the recordings of the revue
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # addresses are written in plain letters everywhere, kits included
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "nec_cms.search_backend", "SEARCH_CONFIG": "french"}
    if "postgresql" in DATABASES["default"]["ENGINE"]
    else {"BACKEND": "nec_cms.search_backend"}
}
TAGGIT_CASE_INSENSITIVE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"post_office": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
