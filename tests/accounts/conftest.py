from hashlib import sha256

import pytest

from tests.mailserver import mail_server

__all__ = ["mail_server"]


@pytest.fixture(autouse=True)
def _own_counters(settings, tmp_path):
    """Attempts are counted in the cache, by address; no test counts those of another."""
    prefix = sha256(str(tmp_path).encode()).hexdigest()[:12]
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": prefix}}
