"""Settings, all from the environment; `.env.example` lists every one with its meaning.

Without DATABASE_URL and REDIS_URL the addresses come from the services that `manage.py up` started
(see coalition/services.py). DEBUG is off unless asked for, so that what runs by default is what ships.
"""

import os
from pathlib import Path

import environ
import pghistory
import pgtrigger
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from django_guid.integrations import CeleryIntegration

from coalition.file_storage import file_storage
from coalition.logs import lines
from coalition.services import known_addresses, secret_key
from coalition.sign_in_settings import *  # noqa: F403 - every name is a setting

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
if (BASE_DIR / ".env").is_file():
    env.read_env(BASE_DIR / ".env")

DATA_DIR = Path(env.str("COMMONWEAL_DATA", default=str(BASE_DIR / "var"))).resolve()

# ---------------------------------------------------------------- the two services

_addresses = known_addresses(DATA_DIR)
_database = env.db_url_config(_addresses.database_url)
# What a connection plans once (common/database/plans.py), the database would plan anew each time when it
# hopes for a better plan: of the home page's long questions that takes ten times as long as answering them.
_PLANNED_ONCE = "-c plan_cache_mode=force_generic_plan"
DATABASES = {
    "default": _database
    | {
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        # ?sslmode=… of the address stays
        "OPTIONS": {"connect_timeout": 5, "options": _PLANNED_ONCE} | _database.get("OPTIONS", {}),
    }
}
REDIS_URL = _addresses.redis_url

# ---------------------------------------------------------------- safety

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(DATA_DIR)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https://") else []

# Behind HTTPS everything is locked to it. A laptop on http://127.0.0.1 could not sign in otherwise.
IS_HTTPS = SITE_URL.startswith("https://")
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
)
# Attempts to sign in are counted by the client's address, which a proxy passes on in X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.bool("BEHIND_PROXY", default=False) else 0
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if IS_HTTPS else 0
# Both bind more than this site, and for a long time: whoever runs it asks for them.
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_HTTPS and env.bool("HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = IS_HTTPS and env.bool("HSTS_PRELOAD", default=False)
# The first two miss what nobody asks for; the third sees that our `i18n` stands in the place of Django's.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "templates.W003"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws its arrows as data: images
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# ---------------------------------------------------------------- apps

INSTALLED_APPS = [
    "coalition.apps.CoalitionConfig",
    "dashboard.apps.DashboardConfig",
    "contributions.apps.ContributionsConfig",
    "governance.apps.GovernanceConfig",
    "goals.apps.GoalsConfig",
    "partners.apps.PartnersConfig",
    "accounts.apps.AccountsConfig",
    "common.apps.CommonConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_guid",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "coalition.apps.PublishedFilesConfig",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django_guid.middleware.guid_middleware",
    "coalition.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SignInMiddleware",
    "accounts.middleware.ReaderMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "common.editing.drafts.SavedMiddleware",
    "common.editing.coming_back.ComingBackMiddleware",
    "accounts.middleware.CoalitionMiddleware",
    "common.history.tracking.HistoryMiddleware",
    "partners.middleware.MergedMiddleware",
]

ROOT_URLCONF = "coalition.urls"
WSGI_APPLICATION = "coalition.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_loaders = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": _loaders if DEBUG else [("django.template.loaders.cached.Loader", _loaders)],
            "builtins": ["common.templatetags.addresses"],
            "libraries": {"i18n": "common.templatetags.translating"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context_processors.access",
                "coalition.navigation.navigation",
                "governance.context_processors.words",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# ---------------------------------------------------------------- people

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["accounts.backend.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LANGUAGE_COOKIE_SECURE = IS_HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365

# ---------------------------------------------------------------- work beside the request

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True  # every task is idempotent: a killed worker's task runs again
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "max_retries": 0,  # publishing fails at once when the broker is away, instead of after six seconds
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = (
    False  # a page does not wait for a dead broker; the next beat catches up
)
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # its lines are written like all others
CACHES = {
    "default": {
        "BACKEND": "common.cache.ForgivingRedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}

# Without EMAIL_URL nothing is sent: letters wait in the outbox, where an administrator can read them.
EMAIL_URL = env.str("EMAIL_URL", default="")
HAS_MAIL_SERVER = bool(EMAIL_URL)
vars().update(env.email_url_config(EMAIL_URL or "dummymail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Commonweal <commonweal@localhost>")
EMAIL_TIMEOUT = 20

# ---------------------------------------------------------------- history

PGHISTORY_LEVEL = pgtrigger.Statement  # one trigger call for a statement over 10,000 rows
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField(null=True)
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True

# ---------------------------------------------------------------- words, files, logs

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="America/New_York")

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
# What people upload lies here, beside the static files and never beneath them: nothing serves this folder.
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": file_storage(env, folder=MEDIA_ROOT),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if not DEBUG
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
FILE_UPLOAD_HANDLERS = ["common.files.uploads.BoundedUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
IMPORT_MAX_BYTES = env.int("IMPORT_MAX_BYTES", default=20 * 1024 * 1024)
IMPORT_MAX_ROWS = env.int("IMPORT_MAX_ROWS", default=100_000)
IMPORT_KEEP_DAYS = env.int("IMPORT_KEEP_DAYS", default=90)  # uploaded files hold people's names
ATTACHMENT_MAX_BYTES = env.int("ATTACHMENT_MAX_BYTES", default=20 * 1024 * 1024)
ATTACHMENTS_AT_ONCE = env.int("ATTACHMENTS_AT_ONCE", default=20)
ATTACHMENTS_MAX = env.int("ATTACHMENTS_MAX", default=200)  # on one organisation
UPLOAD_MAX_BYTES = max(IMPORT_MAX_BYTES, ATTACHMENT_MAX_BYTES)
DIRECTORY_MAX = env.int("DIRECTORY_MAX", default=2_000)  # partners in one printed directory

LOGGING = lines(level=env.str("LOG_LEVEL", default="INFO"))
DJANGO_GUID = {
    "GUID_HEADER_NAME": "X-Request-ID",
    "EXPOSE_HEADER": False,
    "INTEGRATIONS": [CeleryIntegration()],
}

if SENTRY_DSN := env.str("SENTRY_DSN", default=""):
    import sentry_sdk  # only where errors are reported: it patches what it finds on import

    sentry_sdk.init(dsn=SENTRY_DSN, send_default_pii=False)

os.environ.setdefault("PGCONNECT_TIMEOUT", "5")
