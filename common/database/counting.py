"""How many there are, as far as a page tells it: exactly up to a number, and "more than" beyond."""

from dataclasses import dataclass

from django.db.models import Func, IntegerField, QuerySet, Subquery

# Counting 100,000 rows costs more than the page that tells of them; nobody reads so many.
COUNTED = 1000


@dataclass(frozen=True)
class Number:
    """`least` are there; `is_more` when counting stopped there."""

    least: int = 0
    is_more: bool = False

    @classmethod
    def told(cls, counted: int) -> "Number":
        """From what `counted` has found."""
        return cls(min(counted, COUNTED), is_more=counted > COUNTED)

    def __bool__(self) -> bool:
        return bool(self.least)

    def __add__(self, other: "Number") -> "Number":
        return Number(self.least + other.least, is_more=self.is_more or other.is_more)

    def but(self, shown: int) -> "Number":
        """How many are left behind those that are shown."""
        return self if self.is_more else Number(max(self.least - shown, 0))


def counted(rows: QuerySet, *, most: int | None = None) -> Func:
    """For annotate: how many rows a query has, counted no further than one more than `most`."""
    most = COUNTED if most is None else most
    return Func(
        Subquery(rows.order_by().values("pk")[: most + 1]),
        template="(SELECT count(*) FROM %(expressions)s counted)",
        output_field=IntegerField(),
    )
