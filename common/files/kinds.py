"""Which files may be kept, on one screen. What is not here is refused."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"


@dataclass(frozen=True)
class Kind:
    """Files of one nature. `told_by` is what the content must say, in the terms of `inspection`."""

    label: Any
    extensions: tuple[str, ...]
    content_type: str
    told_by: str


KINDS = (
    Kind(_("PDF"), ("pdf",), "application/pdf", "pdf"),
    Kind(_("Word"), ("docx",), f"{_OFFICE}.wordprocessingml.document", "zip word/document.xml"),
    Kind(_("Word"), ("doc",), "application/msword", "ole"),
    Kind(_("Excel"), ("xlsx",), f"{_OFFICE}.spreadsheetml.sheet", "zip xl/workbook.xml"),
    Kind(_("Excel"), ("xls",), "application/vnd.ms-excel", "ole"),
    Kind(
        _("PowerPoint"),
        ("pptx",),
        f"{_OFFICE}.presentationml.presentation",
        "zip ppt/presentation.xml",
    ),
    Kind(_("PowerPoint"), ("ppt",), "application/vnd.ms-powerpoint", "ole"),
    Kind(_("OpenDocument"), ("odt",), f"{_OPEN}.text", f"zip {_OPEN}.text"),
    Kind(_("OpenDocument"), ("ods",), f"{_OPEN}.spreadsheet", f"zip {_OPEN}.spreadsheet"),
    Kind(_("OpenDocument"), ("odp",), f"{_OPEN}.presentation", f"zip {_OPEN}.presentation"),
    Kind(_("pictures"), ("jpg", "jpeg"), "image/jpeg", "jpg"),
    Kind(_("pictures"), ("png",), "image/png", "png"),
    Kind(_("pictures"), ("gif",), "image/gif", "gif"),
    Kind(_("pictures"), ("webp",), "image/webp", "webp"),
    Kind(_("pictures"), ("heic", "heif"), "image/heic", "heif"),
    Kind(_("plain text"), ("txt", "md"), "text/plain", "text"),
    Kind(_("tables as text"), ("csv", "tsv"), "text/csv", "text"),
)

BY_EXTENSION = {extension: kind for kind in KINDS for extension in kind.extensions}
EXTENSIONS = tuple(BY_EXTENSION)
# What a browser's file chooser offers; the server judges anew.
ACCEPT = ",".join(f".{extension}" for extension in EXTENSIONS)

# Names of programs and pages: refused in words of their own, whatever is inside.
_DANGEROUS_WORDS = (
    "app apk appimage bat bin chm cmd com cpl deb dll dmg docm dotm exe gadget hta htm html inf ins "
    "iso jar js jse lnk mht mhtml msc msi msp php pif potm ppam ppsm pptm ps1 psm1 py rb reg rpm scf "
    "scr sh shtml svg svgz swf sys url vb vbe vbs wsc wsf wsh xht xhtml xlam xlsb xlsm xltm xml xsl xslt"
)
DANGEROUS = frozenset(_DANGEROUS_WORDS.split())


def labels(kinds: Iterable[Kind] = KINDS) -> list[str]:
    """PDF, Word, Excel …: each once, in the order of the table."""
    return list(dict.fromkeys(str(kind.label) for kind in kinds))
