"""An uploaded file between its dry run and the press that brings it in: in the cache, for an hour.

Nothing of it is kept longer: it names people, and whoever comes back later chooses the file again.
"""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile

AN_HOUR = 60 * 60
MOST = 5 * 1024 * 1024  # bytes


def keep(file: UploadedFile, *, person: int) -> str:
    """The key by which only this person gets it back."""
    key = secrets.token_urlsafe(16)
    cache.set(_name(key, person), (file.name, file.read()), AN_HOUR)
    return key


@contextmanager
def kept(key: str, *, person: int) -> Iterator[tuple[str, Path] | None]:
    """Its name and where it lies now; nothing when the hour is over."""
    found = cache.get(_name(key, person)) if key else None
    if found is None:
        yield None
        return
    name, content = found
    with tempfile.NamedTemporaryFile(suffix=Path(name).suffix) as copy:
        copy.write(content)
        copy.flush()
        yield name, Path(copy.name)


def _name(key: str, person: int) -> str:
    return f"talks-import:{person}:{key}"
