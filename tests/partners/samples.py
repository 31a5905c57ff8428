"""Small files of every kind, as bytes: some to be kept, some to be refused."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 40
GIF = b"GIF89a" + b"\0" * 40
WEBP = b"RIFF\x10\0\0\0WEBPVP8 " + b"\0" * 40
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
OLE_WITH_MACROS = OLE + "_VBA_PROJECT".encode("utf-16-le") + b"\0" * 60
TEXT = "Acta de la reunión: 12 de mayo\n".encode()
OLD_TEXT = "Reunión".encode("cp1252")
WINDOWS_PROGRAM = b"MZ\x90\0" + b"\0" * 80
LINUX_PROGRAM = b"\x7fELF\x02\x01" + b"\0" * 60
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
_OPEN = "application/vnd.oasis.opendocument"


def packed(**parts: bytes) -> bytes:
    """An archive; `__` in a name stands for a slash, `_dot_` for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


DOCX = packed(word__document_dot_xml=b"<w:document/>")
XLSX = packed(xl__workbook_dot_xml=b"<workbook/>")
PPTX = packed(ppt__presentation_dot_xml=b"<p:presentation/>")
ODT = packed(mimetype=f"{_OPEN}.text".encode(), content_dot_xml=b"<office/>")
DOCX_WITH_MACROS = packed(word__document_dot_xml=b"<w/>", word__vbaProject_dot_bin=b"Sub")
BOMB = packed(word__document_dot_xml=b"<w/>", word__media_dot_xml=b"\0" * 30 * 1024 * 1024)


def cut_short(archive: bytes) -> bytes:
    """One byte of the first part's content is another: its checksum no longer fits."""
    place = archive.index(b"document.xml") + len("document.xml") + 2
    return archive[:place] + bytes([archive[place] ^ 0xFF]) + archive[place + 1 :]
