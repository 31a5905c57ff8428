"""The product's settings, with what only tests want: cheap passwords and a folder to throw away."""

import atexit
import shutil
import tempfile
from pathlib import Path

from coalition.settings import *  # noqa: F403
from coalition.settings import INSTALLED_APPS, STORAGES

# Tables of apps that are yet to come: what is below must serve them without knowing them.
INSTALLED_APPS = [*INSTALLED_APPS, "tests.imaginary"]
DATA_DIR = Path(tempfile.mkdtemp(prefix="commonweal-test-"))
atexit.register(shutil.rmtree, DATA_DIR, ignore_errors=True)
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir()
MEDIA_ROOT = DATA_DIR / "files"
SECRET_KEY = "only for tests"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(MEDIA_ROOT)},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
HAS_MAIL_SERVER = False
CELERY_TASK_ALWAYS_EAGER = False
