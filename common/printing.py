"""Printed pages: a typst template and its data become a PDF.

The data goes in as JSON and is read by the template as values. No text of a person is ever put together
with markup, so nothing that is typed anywhere can act in the document, or spoil it.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings

_FONTS = settings.BASE_DIR / "static" / "vendor" / "atkinson-print"
_PATIENCE = 60  # seconds; 2,000 partners take about 4


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of a template under templates/, for example "partners/directory.typ".

    Letters that our typeface lacks are taken from a font of the machine, if it has one. It is set by a
    process of its own, whose memory ends with it.
    """
    path: Path = settings.BASE_DIR / "templates" / template
    request = {
        "template": str(path),
        "root": str(path.parent),
        "fonts": [str(_FONTS)],
        "data": data,
    }
    done = subprocess.run(
        [sys.executable, "-m", "common.typesetting"],
        input=json.dumps(request).encode(),
        stdout=subprocess.PIPE,
        cwd=settings.BASE_DIR,
        timeout=_PATIENCE,
        check=True,
    )
    return done.stdout
