"""Headings in two rows: a merged one above says of whom those beneath it tell.

| Organization | Primary contact | (merged)  |   →   Organization, Primary contact Name,
|              | Name            | E-mail    |       Primary contact E-mail
"""

from collections.abc import Sequence

from common.spreadsheets.table import Row


def beneath_others(
    headings: list[str],
    top: Sequence[Row],
    merged_across: Sequence[tuple[int, int, int]],
    *,
    header_row: int,
) -> list[str]:
    """The headings, each after the one merged above it. A title over the whole table is none."""
    above = next((row.cells for row in top if row.number == header_row - 1), ())
    areas = [(left, right) for number, left, right in merged_across if number == header_row - 1]
    if not areas or (len(areas) == 1 and areas[0][0] == 0):
        return headings
    whole = [heading or _at(above, position) for position, heading in enumerate(headings)]
    for left, right in areas:
        for position in range(left, min(right + 1, len(headings))):
            if headings[position] and _at(above, left):
                whole[position] = f"{_at(above, left)} {headings[position]}"
    return whole


def _at(cells: Sequence[str], position: int) -> str:
    return cells[position] if position < len(cells) else ""
