import pytest

from tests.mailserver import mail_server

__all__ = ["mail_server"]


@pytest.fixture(autouse=True)
def _own_counters(settings, request, tmp_path):
    """Attempts are counted in the cache, by address; no test counts those of another."""
    default = settings.CACHES["default"] | {"KEY_PREFIX": f"{tmp_path}:{request.node.name}"}
    settings.CACHES = {"default": default}
