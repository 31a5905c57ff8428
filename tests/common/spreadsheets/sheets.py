"""Files as people have them, made for the tests of spreadsheets."""

import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook

from common.spreadsheets.reading import read
from common.spreadsheets.table import Table

PARTNERS = [["Name", "City", "Phone"], ["Food Bank", "Baltimore", "410 555 0100"]]


def texts_of(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def names_of(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def read_bytes(tmp_path: Path, content: bytes, **options) -> Table:
    path = tmp_path / "upload"
    path.write_bytes(content)
    return read(path, name="partners", **options)


def read_text(tmp_path: Path, text: str, *, encoding: str = "utf-8", **options) -> Table:
    return read_bytes(tmp_path, text.encode(encoding), **options)


def make_xlsx(
    tmp_path: Path,
    rows: Iterable[Sequence[object]] = PARTNERS,
    *,
    merged: Sequence[str] = (),
    change: Callable[[Workbook], None] = lambda workbook: None,
) -> Path:
    workbook = Workbook()
    for cells in rows:
        workbook.active.append(cells)
    for area in merged:
        workbook.active.merge_cells(area)
    change(workbook)
    path = tmp_path / "partners.xlsx"
    workbook.save(path)
    return path


def with_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy of the archive in which one part is another, or a new one."""
    copy = path.with_stem("changed")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts.get(part, b""))
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return copy


def make_ods(
    tmp_path: Path,
    *sheets: tuple[str, str],
    manifest: str = "<manifest:manifest/>",
    kind: str = "application/vnd.oasis.opendocument.spreadsheet",
) -> Path:
    """`sheets` are names with the XML of their rows."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>{rows}</table:table>" for name, rows in sheets
    )
    path = tmp_path / "partners.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", f"{_ODS_HEAD}{tables}{_ODS_TAIL}")
    return path


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>"
)
_ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


def ods_row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def ods_text(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


def ods_value(kind: str, value: str, *, attribute: str = "value") -> str:
    return f'<table:table-cell office:value-type="{kind}" office:{attribute}="{value}"/>'
