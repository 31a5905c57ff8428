"""A hand on the tap: what is longer than any file we take is read to its end, but not written."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Writes uploads to disk up to the largest size that any form takes.

    The form that receives the file learns its true size and refuses it; the disk is never filled.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> Any:
        if start <= settings.UPLOAD_MAX_BYTES:
            self.file.write(raw_data)
