"""Printed pages: a typst template and its data become a PDF.

The data goes in as JSON and is read by the template as values. No text of a person is ever put together
with markup, so nothing that is typed anywhere can act in the document, or spoil it.
"""

import json
import logging
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from common.refusal import Refusal

log = logging.getLogger(__name__)

_FONTS = settings.BASE_DIR / "static" / "vendor" / "atkinson-print"
_PATIENCE = 60  # seconds; 2,000 partners take about 4
# So many at once in one process: whoever reads pages needs threads too.
_AT_ONCE = BoundedSemaphore(3)


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of a template under templates/, for example "partners/directory.typ".

    Letters that our typeface lacks are taken from a font of the machine, if it has one. It is set by a
    process of its own, whose memory ends with it. Refuses what takes too long, and one too many at once.
    """
    path: Path = settings.BASE_DIR / "templates" / template
    request = {
        "template": str(path),
        "root": str(path.parent),
        "fonts": [str(_FONTS)],
        "data": data,
    }
    if not _AT_ONCE.acquire(blocking=False):
        raise Refusal(_("Others are printing just now. Please try again in a minute."))
    try:
        return _set(json.dumps(request).encode())
    except subprocess.SubprocessError as error:
        log.exception("%s could not be set", template)
        words = _("This could not be printed. Print less at once, or try again in a few minutes.")
        raise Refusal(words) from error
    finally:
        _AT_ONCE.release()


def _set(request: bytes) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "common.documents.typesetting"],
        input=request,
        stdout=subprocess.PIPE,
        cwd=settings.BASE_DIR,
        timeout=_PATIENCE,
        check=True,
    )
    return done.stdout
