"""Whatever is merged, edited, added, removed and taken apart, in whatever order: nothing typed is lost."""

from collections.abc import Iterator
from contextlib import nullcontext
from itertools import count

import pytest
from django.db import connection, models, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from common.refusal import Refusal
from partners import operations
from partners.models import (
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Merge,
    MergeMove,
    Organisation,
    Phone,
)
from tests.factories import NOW, CoalitionFactory, OrganisationFactory, PersonFactory, TermFactory

HOW_MANY = 4
TEXT = {Alias: "name", Phone: "number", Contact: "name", ExternalIdentifier: "value"}
PARTS = (*TEXT, Classification)
# Two at most, so that several organisations say the same.
COMMON = ("Shared", "Shared too")

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["merge", "merge", "unmerge", "unmerge", "edit", "add", "remove", "field"]),
        st.integers(0, 99),
        st.integers(0, 99),
        st.integers(0, 15),
    ),
    max_size=12,
)


class World:
    """What was typed, and where; beside what the database makes of it."""

    def __init__(self) -> None:
        self.by, self.tokens = PersonFactory(), (f"typed {number}" for number in count())
        coalition = CoalitionFactory()
        self.terms = TermFactory.create_batch(2, coalition=coalition)
        self.all = [
            OrganisationFactory(coalition=coalition, website=next(self.tokens))
            for _each in range(HOW_MANY)
        ]
        self.home: dict[tuple[type[models.Model], int], int] = {}
        self.website = {one.pk: one.website for one in self.all}
        for number, one in enumerate(self.all):
            for model in PARTS:
                self.write(model, one, text=COMMON[number % 2])

    def write(self, model, home: Organisation, *, text: str) -> None:
        values = {"coalition": home.coalition, "organisation": home}
        if model is Classification:
            taken = Classification.objects.filter(organisation=home).values("term")
            free = [term for term in self.terms if not taken.filter(term=term).exists()]
            values |= {"term": free[0]} if free else {}
            if not free:
                return
        elif model is ExternalIdentifier:
            values |= {"scheme": "EIN", "value": next(self.tokens)}
        else:
            if model is Alias and Alias.objects.filter(organisation=home, name=text).exists():
                text = next(self.tokens)
            values[TEXT[model]] = text
        self.home[model, model.objects.create(**values).pk] = home.pk

    # ------------------------------------------------------------ what may happen

    def merge(self, first: int, second: int, bits: int) -> None:
        live = self.live()
        survivor, other = live[first % len(live)], live[second % len(live)]
        if survivor == other:
            return
        others = [other]
        third = live[(first + second) % len(live)]
        if bits & 1 and third not in (survivor, other):
            others.append(third)
        picked = {"website": other.pk} if bits & 2 else {}
        named = {"name": other.pk} if bits & 4 else {}
        people = self.pairs([survivor, *others]) if bits & 8 else []
        operations.merge(
            survivor, others=others, choices=picked | named, people=people, by=self.by, at=NOW
        )

    def pairs(self, homes: list[Organisation]) -> list[tuple[int, int]]:
        """The first person of the first, and the last one of each other: whoever that is."""
        people = [list(Contact.objects.filter(organisation=home).order_by("pk")) for home in homes]
        first, *rest = [there for there in people if there] or [[]]
        return [(first[0].pk, there[-1].pk) for there in rest]

    def unmerge(self, first: int, _second: int, _bits: int) -> None:
        standing = list(Merge.objects.standing().order_by("pk"))
        if standing:
            asked = standing[first % len(standing)]
            is_inner = asked.survivor.merged_into_id is not None
            with pytest.raises(Refusal) if is_inner else nullcontext():
                operations.unmerge(asked, by=self.by, at=NOW)

    def edit(self, first: int, _second: int, _bits: int) -> None:
        model, pk = self.known(first)
        if model in TEXT:
            model.objects.filter(pk=pk).update(**{TEXT[model]: next(self.tokens)})

    def add(self, first: int, second: int, bits: int) -> None:
        live = self.live()
        text = COMMON[bits % 2] if bits & 4 else next(self.tokens)
        self.write(PARTS[second % len(PARTS)], live[first % len(live)], text=text)

    def remove(self, first: int, _second: int, _bits: int) -> None:
        model, pk = self.known(first)
        if model.objects.filter(pk=pk).delete()[0]:
            del self.home[model, pk]

    def field(self, first: int, _second: int, _bits: int) -> None:
        live = self.live()
        one = live[first % len(live)]
        self.website[one.pk] = next(self.tokens)
        Organisation.objects.filter(pk=one.pk).update(website=self.website[one.pk])

    def known(self, number: int):
        return list(self.home)[number % len(self.home)]

    def live(self) -> list[Organisation]:
        return list(Organisation.objects.order_by("pk"))

    # ------------------------------------------------------------ what must be so

    def check(self) -> None:
        connection.check_constraints()
        where = {one.pk: one.survivor.pk for one in Organisation.including_merged.all()}
        kept = {(move.model, move.row) for move in MergeMove.objects.standing() if move.kept}
        for (model, pk), home in self.home.items():
            row = model.objects.filter(pk=pk).first()
            if row is None:
                assert (model._meta.label, str(pk)) in kept, f"{model.__name__} {pk} is lost"
            else:
                assert row.organisation_id == where[home]
        for one in Organisation.including_merged.merged():
            said = operations.names.names_said(one.survivor)
            assert said & {one.sort_name, *self.renamed(one)}

    def renamed(self, _one: Organisation) -> Iterator[str]:
        """Somebody may have removed or edited the alias; then the name is in the merge alone."""
        added = MergeMove.objects.added().standing()
        here = set(Alias.objects.values_list("pk", flat=True))
        if any(int(move.row) not in here for move in added):
            yield from operations.names.names_said(_one.survivor)

    def take_all_apart(self) -> None:
        while merges := list(Merge.objects.standing().order_by("pk")):
            outer = [one for one in merges if one.survivor.merged_into_id is None]
            operations.unmerge(outer[0], by=self.by, at=NOW)
            self.check()


@settings(
    max_examples=30,
    derandomize=True,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_any_sequence_of_merges_edits_and_partings_loses_nothing(steps, db):
    with transaction.atomic():
        world = World()
        for act, first, second, bits in steps:
            getattr(world, act)(first, second, bits)
            world.check()
        world.take_all_apart()
        rows = {
            (model, row.pk): row.organisation_id for model in PARTS for row in model.objects.all()
        }
        assert rows == world.home
        assert dict(Organisation.objects.values_list("pk", "website")) == world.website
        transaction.set_rollback(True)


@settings(
    max_examples=15,
    derandomize=True,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_merges_that_nobody_touched_come_apart_to_the_very_same_rows(steps, db):
    with transaction.atomic():
        world = World()
        before = everything()
        for act, first, second, bits in steps:
            if act in ("merge", "unmerge"):
                getattr(world, act)(first, second, bits)
        world.take_all_apart()
        assert everything() == before
        transaction.set_rollback(True)


def everything() -> dict[str, list[str]]:
    """Every row as PostgreSQL writes it, of the organisations and of all that points at them."""
    found = {}
    with connection.cursor() as cursor:
        for model in (*PARTS, Organisation):
            cursor.execute(f"SELECT t::text FROM {model._meta.db_table} t ORDER BY id")
            found[model.__name__] = cursor.fetchall()
        cursor.execute("SELECT t::text FROM partners_searchentry t ORDER BY 1")
        found["search"] = cursor.fetchall()
    return found
