"""Files that no row names: left by a process that died between writing the file and its row."""

import logging
from collections.abc import Iterator
from datetime import datetime

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import models

from common.files.stored import FOLDER, StoredFile

logger = logging.getLogger(__name__)


def sweep(*, before: datetime) -> int:
    """Delete what was stored before a moment and is named by no row and by no version of one.

    A version counts because an undo may bring its row back. Returns how many files went.
    """
    gone = 0
    for names in _folders():
        for name in sorted(names - _named(names)):
            if default_storage.get_modified_time(name) < before:
                default_storage.delete(name)
                gone += 1
    if gone:
        logger.info("%s files that no row names were deleted", gone)
    return gone


def _folders() -> Iterator[set[str]]:
    """The names in one folder after the other; an installation without files has none."""
    try:
        folders, _files = default_storage.listdir(FOLDER)
    except FileNotFoundError:
        return
    for folder in sorted(folders):
        _inner, files = default_storage.listdir(f"{FOLDER}/{folder}")
        yield {f"{FOLDER}/{folder}/{file}" for file in files}


def _named(names: set[str]) -> set[str]:
    return {
        name
        for model in _tables()
        for name in model._default_manager.filter(stored__in=names).values_list("stored", flat=True)  # noqa: SLF001
    }


def _tables() -> Iterator[type[models.Model]]:
    """Every table of kept files, with its versions."""
    for model in apps.get_models():
        if issubclass(model, StoredFile):
            yield model
            yield from set(getattr(model, "pgh_event_models", {}).values())
