"""What the search for duplicates has found, what people have said about it, and what it must look at."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Greatest, Least
from django.utils import timezone

from accounts.models import Coalition, CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation


class PairOfOrganisations(CoalitionOwned):
    """Two organisations of one coalition, of which it does not matter which is first; a pair has one row.

    The keys that the database checks are the composite ones of the migration, so Django adds none.
    """

    first = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    second = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        abstract = True


class DistinctPairQuerySet(models.QuerySet["DistinctPair"]):
    def of_coalition(self, coalition: Coalition) -> "DistinctPairQuerySet":
        """The latest first, with the names of both."""
        return (
            self.filter(coalition=coalition)
            .select_related("first", "second")
            .order_by("-said_at", "-pk")
        )

    def told_among(self, organisations: Iterable[int]) -> list["DistinctPair"]:
        """What was said of these, with the names of both."""
        ids = list(organisations)
        rows = self.filter(first__in=ids, second__in=ids)
        return list(rows.select_related("first", "second"))

    def others_than(self, organisation: Organisation) -> set[int]:
        """Of which it was said that they are not this one."""
        pairs = self.filter(Q(first=organisation) | Q(second=organisation))
        told = set(pairs.values_list("first_id", "second_id"))
        return {pk for pair in told for pk in pair} - {organisation.pk}

    def number_in(self, coalition: Coalition) -> int:
        return self.filter(coalition=coalition).count()

    def among(self, organisations: Iterable[int]) -> "set[tuple[int, int]]":
        """Those told apart, each with the smaller id first."""
        ids = list(organisations)
        pairs = self.filter(first__in=ids, second__in=ids).values_list("first_id", "second_id")
        return {(min(pair), max(pair)) for pair in pairs}

    def between(self, one: Organisation, other: Organisation) -> "DistinctPair | None":
        return self.filter(
            Q(first=one, second=other) | Q(first=other, second=one), coalition=one.coalition_id
        ).first()


@holds(plain=["first", "second", "said_at"])
@tracked()
class DistinctPair(PairOfOrganisations):
    """A person has said that two organisations that look alike are not the same.

    Either may be first: where one is merged into another, the word holds for that one.
    """

    UNDIRECTED = ("first", "second")

    said_at = models.DateTimeField(default=timezone.now)

    objects = DistinctPairQuerySet.as_manager()

    class Meta:
        ordering = ["-said_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                Least("first", "second"),
                Greatest("first", "second"),
                name="distinct_pair_is_said_once",
            ),
            models.CheckConstraint(name="distinct_pair_is_of_two", condition=~Q(first=F("second"))),
        ]
        indexes = [
            models.Index(fields=["coalition", "said_at"], name="distinct_pair_by_moment"),
            models.Index(fields=["first"], name="distinct_pair_by_first"),
            models.Index(fields=["second"], name="distinct_pair_by_second"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"


class LikelyPairQuerySet(models.QuerySet["LikelyPair"]):
    def to_judge(self, coalition: Coalition | int) -> "LikelyPairQuerySet":
        """Of organisations that are still on the list and not told apart, the most certain first."""
        ours, theirs = OuterRef("first"), OuterRef("second")
        apart = DistinctPair.objects
        said = apart.filter(first=ours, second=theirs)
        said_round = apart.filter(first=theirs, second=ours)
        here = self.filter(
            coalition=coalition,
            first__retired_on=None,
            first__merged_into=None,
            second__retired_on=None,
            second__merged_into=None,
        )
        told = here.exclude(Exists(said)).exclude(Exists(said_round))
        return told.order_by("-score", "first_id", "second_id")

    def number_to_judge(self, coalition: Coalition | int) -> int:
        return self.to_judge(coalition).count()


# A reason may quote an address that two organisations share.
@holds(free=["reasons"], plain=["first", "second", "score", "found_at"])
class LikelyPair(PairOfOrganisations):
    """Two organisations that are likely one, as the last search has found them; the smaller id first."""

    score = models.FloatField(help_text="From 0 to 1.")
    reasons = models.JSONField(
        default=list, help_text="[kind, what is shared], as likeness tells them."
    )
    found_at = models.DateTimeField()

    objects = LikelyPairQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "first_id", "second_id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="likely_pair_is_found_once"),
            models.CheckConstraint(
                name="likely_pair_is_in_order", condition=Q(first__lt=F("second"))
            ),
            models.CheckConstraint(
                name="likely_pair_score_is_from_0_to_1", condition=Q(score__range=(0, 1))
            ),
        ]
        indexes = [
            models.Index(
                F("coalition"),
                F("score").desc(),
                F("first"),
                F("second"),
                name="likely_pair_by_score",
            ),
            models.Index(fields=["second"], name="likely_pair_by_second"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}"


class DuplicateSearchQuerySet(models.QuerySet["DuplicateSearch"]):
    def waiting(self) -> list[int]:
        """The coalitions that wait for a search."""
        waiting = self.filter(state=DuplicateSearch.State.WAITING).order_by("asked_at")
        return list(waiting.values_list("coalition_id", flat=True))

    def of_coalition(self, coalition: Coalition) -> "DuplicateSearch | None":
        return self.filter(coalition=coalition).first()


@holds(plain=["state", "asked_at", "finished_at", "organisations"])
class DuplicateSearch(CoalitionOwned):
    """The last search of a coalition's whole list, or the one that goes on."""

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"

    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    organisations = models.PositiveIntegerField(default=0, help_text="How many were compared.")

    objects = DuplicateSearchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "duplicate searches"
        constraints = [
            models.UniqueConstraint(
                fields=["coalition"], include=["state"], name="duplicate_search_is_one_a_coalition"
            ),
            models.CheckConstraint(
                name="duplicate_search_state_is_known",
                condition=Q(state__in=["waiting", "done"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.coalition_id}: {self.state}"

    @property
    def is_working(self) -> bool:
        return self.state == self.State.WAITING


class ComparisonDueQuerySet(models.QuerySet["ComparisonDue"]):
    def coalitions(self) -> list[int]:
        return list(self.order_by("coalition_id").values_list("coalition_id", flat=True).distinct())

    def of_coalition(self, coalition: int) -> "ComparisonDueQuerySet":
        return self.filter(coalition=coalition)

    def taken(self) -> tuple[list[int], set[int]]:
        """The rows' ids and the organisations they name."""
        rows: list[Any] = list(self.values_list("pk", "organisation_id"))
        return [pk for pk, _organisation in rows], {organisation for _pk, organisation in rows}


@holds(plain=["organisation"])
class ComparisonDue(CoalitionOwned):
    """An organisation has changed in something by which it is recognised. Triggers write it."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )

    objects = ComparisonDueQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "comparisons due"
        indexes = [models.Index(fields=["coalition", "organisation"])]

    def __str__(self) -> str:
        return str(self.organisation_id)


def note_later() -> None:
    """The triggers note nobody until the end of the transaction; `note` follows."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL commonweal.comparisons = 'later'")


def note(organisations: Iterable[int]) -> None:
    """Have organisations compared that may have changed; who is gone by now is left out."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL commonweal.comparisons = ''")
        cursor.execute(
            "INSERT INTO partners_comparisondue (coalition_id, organisation_id)"
            " SELECT coalition_id, id FROM partners_organisation WHERE id = ANY (%s)",
            [list(organisations)],
        )
