"""Who works with whom, and how."""

from collections.abc import Iterable
from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned, Membership
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.merging.duplicates import PairOfOrganisations
from partners.models.organisations import Organisation
from partners.models.ties.own_levels import (
    FIRST,
    SECOND,
    day_of_own_word,
    hand_of_own_word,
    own_word_is_whole,
)
from partners.network.levels import HIGHEST, LOWEST, is_disagreement, mean_level


class Level(models.IntegerChoices):
    """Frey's scale, as partners.network.levels tells of it."""

    NONE = 0, _("0 none")
    NETWORKING = 1, _("1 networking: they know of each other")
    COOPERATION = 2, _("2 cooperation: they tell each other what they do")
    COORDINATION = 3, _("3 coordination: they fit what they do together")
    COALITION = 4, _("4 coalition: they share ideas, means and decisions")
    COLLABORATION = 5, _("5 collaboration: they act as one")


class RelationQuerySet(models.QuerySet["Relation"]):
    def of_coalition(self, coalition: Coalition | int) -> "RelationQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "RelationQuerySet":
        return self.filter(retired_on__isnull=True)

    def named(self, name: str) -> "RelationQuerySet":
        """Of that name, whatever its accents and capitals: one at most in a coalition."""
        plain = Func(Value(name), function="plain_text", output_field=models.TextField())
        return self.alias(plain_name=Func("name", function="plain_text")).filter(plain_name=plain)

    def called(self, name: str) -> "Relation | None":
        return self.named(name).first()

    def next_position(self) -> int:
        """After the last one, whatever was taken out of the list meanwhile."""
        last = self.aggregate(last=models.Max("position"))["last"]
        return 0 if last is None else last + 1

    def with_use(self) -> "RelationQuerySet":
        """`use`: how many ties are of it, ended ones too."""
        return self.annotate(use=models.Count("ties")).order_by("position", "name")


@holds(plain=["name", "position", "retired_on"])
@tracked()
class Relation(CoalitionOwned):
    """One way in which organisations are tied: contact, collaboration, referral, funding, what they share."""

    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )
    retired_on = models.DateField(
        null=True, blank=True, help_text=_("Kept where it is used, but offered no more.")
    )

    objects = RelationQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="relation_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                Func("name", function="plain_text"),
                name="relation_is_named_once",
                violation_error_message=_("There is a kind of tie of that name already."),
            ),
            models.CheckConstraint(name="relation_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class TieQuerySet(models.QuerySet["Tie"]):
    def visible_to(self, membership: Membership) -> "TieQuerySet":
        """All of the coalition's, or none: a tie tells of two, so nobody sees it for the sake of one."""
        rows = self.filter(coalition_id=membership.coalition_id)
        return rows if membership.may(Permission.SEE_PARTNERS) else rows.none()

    def of_coalition(self, coalition: Coalition | int) -> "TieQuerySet":
        return self.filter(coalition=coalition)

    def present(self) -> "TieQuerySet":
        """Neither side was merged away: what lay between two that are one by now says nothing."""
        return self.filter(first__merged_into=None, second__merged_into=None)

    def standing(self, *, on: date) -> "TieQuerySet":
        """Not over on the day."""
        return self.filter(Q(until_on__isnull=True) | Q(until_on__gte=on))

    def of(self, organisation: Organisation | int) -> "TieQuerySet":
        return self.filter(Q(first=organisation) | Q(second=organisation))

    def between(self, one: Organisation | int, other: Organisation | int) -> "TieQuerySet":
        """Of the two, whichever stands first."""
        return self.filter(Q(first=one, second=other) | Q(first=other, second=one))

    def among_pairs(self, pairs: Iterable[tuple[int, int]]) -> "TieQuerySet":
        """Candidates for the pairs: ties of which both sides are named in any of them."""
        ids = {pk for pair in pairs for pk in pair}
        return self.filter(first__in=ids, second__in=ids)

    def told(self) -> "TieQuerySet":
        """With both sides and the relation, as pages name them."""
        return self.select_related("first__coalition", "second__coalition", "relation")

    def with_whose_word(self) -> "TieQuerySet":
        """And with who said a level for their own side."""
        return self.select_related("own_word_first_by", "own_word_second_by")

    def open_to_its_speaker(
        self, organisation: Organisation, membership: Membership
    ) -> "TieQuerySet":
        """Of one for which the member speaks: with those that a directory names, and with own ones."""
        rows = Organisation.objects.of_coalition(membership.coalition_id).order_by()
        listed = rows.for_a_directory_but_for_pauses().listed().ids()
        own = Organisation.objects.visible_to(membership).order_by().ids()
        as_first = Q(second__in=listed) | Q(second__in=own)
        as_second = Q(first__in=listed) | Q(first__in=own)
        ours = Q(first=organisation) & as_first | Q(second=organisation) & as_second
        return self.filter(ours, coalition_id=membership.coalition_id)


def _level(name: object) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        name,  # type: ignore[arg-type]
        choices=Level,
        null=True,
        blank=True,
        validators=[MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)],
    )


@holds(
    people=["own_word_first_by", "own_word_second_by"],
    free=["evidence", "note"],
    plain=[
        "first",
        "second",
        "relation",
        "level_first",
        "level_second",
        "level_ours",
        "own_word_first_on",
        "own_word_second_on",
        "since_on",
        "until_on",
    ],
)
@tracked()
class Tie(PairOfOrganisations):
    """Two organisations are tied in one way. Each side may see it otherwise, so each has its own level.

    A pair has one row for each relation, whichever of the two stands first: the database compares the
    smaller and the greater id. Who stands first has no meaning, and stays when one of them is merged, so
    that a merge can be taken apart exactly (docs/decisions/0023).
    """

    # It is somebody's work on both, so neither goes while it is there, and an import cannot take them back.
    first = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="ties_as_first",
        db_constraint=False,
        db_index=False,
    )
    second = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="ties_as_second",
        db_constraint=False,
        db_index=False,
    )
    relation = models.ForeignKey(
        Relation,
        on_delete=models.PROTECT,
        related_name="ties",
        verbose_name=_("kind of tie"),
        db_constraint=False,
        db_index=False,
    )
    level_first = _level(_("level as the first sees it"))
    level_second = _level(_("level as the second sees it"))
    level_ours = _level(_("level as we see it"))
    # A level that one of us has written for a side is what we heard; the side's own word stands apart.
    own_word_first_on = day_of_own_word()
    own_word_first_by = hand_of_own_word()
    own_word_second_on = day_of_own_word()
    own_word_second_by = hand_of_own_word()
    evidence = models.TextField(
        _("what shows it"),
        blank=True,
        help_text=_("For example a shared project, an agreement, a survey."),
    )
    since_on = models.DateField(_("since"), null=True, blank=True)
    until_on = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day, if it is over.")
    )
    note = models.TextField(_("note"), blank=True)

    objects = TieQuerySet.as_manager()

    UNDIRECTED = ("first", "second")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                Least("first", "second"),
                Greatest("first", "second"),
                "relation",
                name="tie_is_told_once_per_pair_and_relation",
                violation_error_message=_("These two are tied in this way already."),
            ),
            models.CheckConstraint(name="tie_is_of_two", condition=~Q(first=F("second"))),
            models.CheckConstraint(
                name="tie_levels_are_from_0_to_5",
                condition=Q(level_first__lte=HIGHEST)
                & Q(level_second__lte=HIGHEST)
                & Q(level_ours__lte=HIGHEST),
            ),
            own_word_is_whole(FIRST),
            own_word_is_whole(SECOND),
            models.CheckConstraint(
                name="tie_ends_after_it_began",
                condition=Q(since_on__isnull=True)
                | Q(until_on__isnull=True)
                | Q(until_on__gte=F("since_on")),
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "relation"], name="tie_by_relation"),
            models.Index(fields=["coalition", "first"], name="tie_by_first"),
            models.Index(fields=["coalition", "second"], name="tie_by_second"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} – {self.second_id}"

    @property
    def level(self) -> float | None:
        """What the sides say, on average; where neither says anything, what we say."""
        told = mean_level([self.level_first, self.level_second])
        return told if told is not None else mean_level([self.level_ours])

    @property
    def is_disputed(self) -> bool:
        return is_disagreement(self.level_first, self.level_second)

    def is_over(self, *, on: date) -> bool:
        return self.until_on is not None and self.until_on < on

    def side_of(self, organisation: int) -> str:
        """By which its columns are named: "first" or "second"."""
        return FIRST if self.first_id == organisation else SECOND

    def level_of(self, organisation: int) -> int | None:
        """As that side sees it, whoever has written it."""
        return getattr(self, f"level_{self.side_of(organisation)}")

    def is_own_word(self, side: str) -> bool:
        """Whether they told the level of that side themselves."""
        return getattr(self, f"own_word_{side}_on") is not None

    def other(self, organisation: int) -> Organisation:
        return self.second if self.first_id == organisation else self.first
