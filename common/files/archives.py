"""Zip archives, as office files are, read without trusting what they say of themselves.

Nothing is unpacked to disk or kept. Archives inside the archive are never opened, so they cannot grow.
The directory of an archive may lie about sizes: `parts` unpacks every part once, chunk by chunk and no
further than the directory says, and each must then match its checksum.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

MEBIBYTE = 1024 * 1024
_MAX_PARTS = 5_000
_ALWAYS_FINE = 20 * MEBIBYTE  # unpacked; beneath it the ratio does not matter
_CHUNK = MEBIBYTE
_LOCKED_BIT = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,  # a compression that office programs never use
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class BrokenArchive(Exception):  # noqa: N818 - findings about the file, not our errors
    """It cannot be unpacked, or a part is not what its checksum says."""


class LockedArchive(Exception):  # noqa: N818
    """It wants a password."""


class SwellingArchive(Exception):  # noqa: N818
    """It unpacks to far more than an honest file of its size."""

    def __init__(self, unpacked_bytes: int) -> None:
        super().__init__(unpacked_bytes)
        self.unpacked_bytes = unpacked_bytes


@contextmanager
def opened(file: Path | IO[bytes]) -> Iterator[zipfile.ZipFile]:
    """The archive; whatever goes wrong inside the block because of its content is BrokenArchive."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _BROKEN as error:
        raise BrokenArchive from error


def check_directory(
    archive: zipfile.ZipFile, *, packed_bytes: int, max_unpacked_bytes: int, max_ratio: int
) -> None:
    """Raise unless the directory says that all can be read, and that it is of honest size."""
    directory = archive.infolist()
    if any(part.flag_bits & _LOCKED_BIT for part in directory):
        raise LockedArchive
    unpacked = sum(part.file_size for part in directory)
    is_bomb = unpacked > max(_ALWAYS_FINE, packed_bytes * max_ratio)
    if is_bomb or unpacked > max_unpacked_bytes or len(directory) > _MAX_PARTS:
        raise SwellingArchive(unpacked)


def parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Name and beginning of each part, every one of which is unpacked to its end."""
    for part in archive.infolist():
        with archive.open(part) as content:
            chunk = content.read(_CHUNK)
            yield part.filename, chunk
            while chunk:
                chunk = content.read(_CHUNK)


def names_in(archive: zipfile.ZipFile) -> set[str]:
    return {part.filename.replace("\\", "/").lower() for part in archive.infolist()}


def beginning(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as content:
        return content.read(_CHUNK)
