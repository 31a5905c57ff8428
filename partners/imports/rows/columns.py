"""A column of such a file as a person meets it: its heading, and what it is said to hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from partners.imports.values import is_nothing
from partners.models import ImportRun


@dataclass(frozen=True)
class Column:
    heading: str
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        return [cell for cell in self.cells if not is_nothing(cell)]


def mapping_in(
    data: Mapping[str, str], run: ImportRun, is_field: Callable[[str], bool]
) -> dict[str, str]:
    """What a person says that each column holds, from `column-0`, `column-1`, …; what is no field goes."""
    told = {str(n): data.get(f"column-{n}", "") for n in range(len(run.columns))}
    return {position: key for position, key in told.items() if key and is_field(key)}


def twice(mapping: Mapping[str, str]) -> str:
    """A field that two columns fill, or ""."""
    keys = list(mapping.values())
    return next((key for key in keys if keys.count(key) > 1), "")
