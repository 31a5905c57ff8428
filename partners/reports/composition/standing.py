"""Who is at the table on a day: every partner with what it stands for, and whether it is active.

Two queries, whatever is asked of it afterwards: all else is sets that meet.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, Lower, NullIf

from partners.models import Classification, Contact, Organisation, Term
from partners.reports.areas import Areas
from partners.reports.composition.activity import Window, heard, heard_of
from partners.reports.depth.trust import trusting_terms


@dataclass(frozen=True)
class Seat:
    """One partner: the terms it carries, the people who can be reached there, and the terms among whom it
    says that it is trusted.
    """

    organisation: int
    terms: frozenset[int]
    people: frozenset[str] = frozenset()
    trusted: frozenset[int] = frozenset()
    was_heard_of: bool = False

    @property
    def is_active(self) -> bool:
        """The rule: somebody there can be reached, and something was heard of them lately."""
        return bool(self.people) and self.was_heard_of


@dataclass(frozen=True)
class Count:
    """How many partners are on the list, and how many of them are active."""

    nominal: int
    active: int

    @property
    def unseen(self) -> int:
        """On the list, not seen lately."""
        return self.nominal - self.active


@dataclass(frozen=True)
class Standing:
    """`is_known`: the record reaches back far enough to say who was active."""

    seats: Mapping[int, Seat]
    is_known: bool = True
    late: frozenset[int] = field(default_factory=frozenset)

    @cached_property
    def active(self) -> frozenset[int]:
        return frozenset(pk for pk, seat in self.seats.items() if seat.is_active)

    @cached_property
    def everybody(self) -> frozenset[int]:
        return frozenset(self.seats)

    @cached_property
    def carrying(self) -> Mapping[int, frozenset[int]]:
        """The partners that carry a term, by the term's id; terms of nobody are left out."""
        found: dict[int, set[int]] = {}
        for pk, seat in self.seats.items():
            for term in seat.terms:
                found.setdefault(term, set()).add(pk)
        return {term: frozenset(ids) for term, ids in found.items()}

    def of_term(self, term: Term) -> frozenset[int]:
        """The partners that carry it."""
        return self.carrying.get(term.pk, frozenset())

    def with_all(self, terms: Iterable[int]) -> frozenset[int]:
        """The partners that carry every one of the terms; without a term, all."""
        return self.everybody.intersection(*(self.carrying.get(one, frozenset()) for one in terms))

    def counted(self, organisations: frozenset[int]) -> Count:
        return Count(len(organisations), len(organisations & self.active))

    def trusted(self, organisations: Iterable[int], *, terms: Iterable[int]) -> int:
        """How many of them say that they are trusted by at least one of the terms."""
        asked = frozenset(terms)
        return sum(bool(self.seats[one].trusted & asked) for one in organisations)

    def people_of(self, organisations: Iterable[int]) -> frozenset[str]:
        """The people who can be reached there; somebody who is at two of them counts once."""
        return frozenset().union(*(self.seats[one].people for one in organisations))


def standing_now(
    coalition: int, *, on: date, active_days: int, lying: Areas | None = None
) -> Standing:
    """As it stands on a day that is today. Who carries a town carries the county in which it lies."""
    lying = lying or Areas()
    seen = heard_of(heard(coalition, window := Window.before(on, days=active_days)), window)
    rows = Organisation.objects.of_coalition(coalition).active()
    partners = rows.of_kinds([Organisation.Kind.PARTNER]).order_by()
    told = partners.annotate(
        terms=ArraySubquery(_terms()),
        people=ArraySubquery(_people()),
        trusted=ArraySubquery(trusting_terms()),
    )
    seats = (
        Seat(pk, lying.upwards(terms), frozenset(people), lying.upwards(trusted), pk in seen)
        for pk, terms, people, trusted in told.values_list("pk", "terms", "people", "trusted")
    )
    return Standing({seat.organisation: seat for seat in seats})


def _terms() -> QuerySet:
    carried = Classification.objects.filter(
        coalition_id=OuterRef("coalition_id"), organisation=OuterRef("pk")
    )
    return carried.order_by().values("term_id")


def _people() -> QuerySet:
    """Each by their address, or by their name where no address is known."""
    there = Contact.objects.current().known().filter(organisation=OuterRef("pk"))
    plain = Func(F("name"), function="plain_text", output_field=TextField())
    who = Coalesce(NullIf(Lower("email"), Value("")), plain, output_field=TextField())
    return there.order_by().annotate(who=who).values("who")
