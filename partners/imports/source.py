"""What the rows of one file have in common: its day, its name, who brings it in, and its numbers."""

from dataclasses import dataclass, field
from datetime import date
from typing import Self

from django.db import connection
from django.utils import timezone

from partners.imports.profiles import Profile
from partners.models import ImportRun

NAMED = """
SELECT DISTINCT e.scheme, e.value FROM partners_importrow r
CROSS JOIN jsonb_array_elements(r."values"->'identifiers') told
JOIN partners_externalidentifier e ON e.coalition_id = %(coalition)s
    AND e.scheme = told->>0 AND e.value = told->>1
WHERE r.run_id = %(run)s AND r."values" ? 'identifiers'
"""


@dataclass
class Numbers:
    """A number in another system names one organisation, so a row cannot give it to a second one."""

    of_ours: frozenset[tuple[str, str]] = frozenset()
    given: dict[tuple[str, str], Profile] = field(default_factory=dict)

    @classmethod
    def of(cls, run: ImportRun) -> Self:
        with connection.cursor() as cursor:
            cursor.execute(NAMED, {"run": run.pk, "coalition": run.coalition_id})
            return cls(frozenset(cursor.fetchall()))

    def take(self, scheme: str, value: str, profile: Profile) -> bool:
        """Whether the number is free, or was given to this very organisation before."""
        number = (scheme, value)
        return number not in self.of_ours and self.given.setdefault(number, profile) is profile


@dataclass(frozen=True)
class Source:
    on: date
    file_name: str
    numbers: Numbers
    by: int | None = None  # nobody's hand: a command brought it in

    @classmethod
    def of(cls, run: ImportRun) -> Self:
        day = timezone.localdate(run.created_at)
        return cls(day, run.file_name, Numbers.of(run), run.asked_by_id)
