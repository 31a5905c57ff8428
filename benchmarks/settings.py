"""The product's settings, plus the floors to measure it against and a header that counts queries."""

from coalition.settings import *  # noqa: F403
from coalition.settings import MIDDLEWARE

ROOT_URLCONF = "benchmarks.urls"
MIDDLEWARE = ["benchmarks.floors.CountQueries", *MIDDLEWARE]
ALLOWED_HOSTS = ["127.0.0.1"]
