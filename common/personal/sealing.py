"""Secrets that must be read back, and so cannot be hashed, lie encrypted in the database.

A stolen copy of the database then does not hold what makes one-time codes. The key comes of SECRET_KEY;
when that is changed, SECRET_KEY_FALLBACKS keeps what was sealed before readable.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(text: str, *, purpose: str) -> str:
    return _keys(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, *, purpose: str) -> str:
    """Raises cryptography.fernet.InvalidToken when it was not sealed here, or for another purpose."""
    return _keys(purpose).decrypt(sealed.encode()).decode()


def _keys(purpose: str) -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_key(purpose, secret)) for secret in secrets])


def _key(purpose: str, secret: str | bytes) -> bytes:
    digest = salted_hmac(f"seal:{purpose}", "", secret=secret, algorithm="sha256").digest()
    return urlsafe_b64encode(digest)
