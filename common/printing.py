"""Printed pages: a typst template and its data become a PDF.

The data goes in as JSON and is read by the template as values. No text of a person is ever put together
with markup, so nothing that is typed anywhere can act in the document, or spoil it.
"""

import json
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

_FONTS = settings.BASE_DIR / "static" / "vendor" / "atkinson-print"


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """The PDF of a template under templates/, for example "partners/directory.typ".

    Letters that our typeface lacks are taken from a font of the machine, if it has one.
    """
    path: Path = settings.BASE_DIR / "templates" / template
    return typst.compile(
        path,
        root=path.parent,
        font_paths=[_FONTS],
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
    )
