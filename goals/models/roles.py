"""Who does what in a goal, by our word and by theirs."""

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from common.history.tracking import tracked
from common.personal.fields import holds
from goals.models.goals import Goal
from partners.models import Organisation
from partners.models.parts import PartOfOrganisation


class Raci(models.TextChoices):
    """The four letters of a responsibility assignment matrix (RACI), in the order in which one asks."""

    ACCOUNTABLE = "accountable", _("Accountable")
    RESPONSIBLE = "responsible", _("Responsible")
    CONSULTED = "consulted", _("Consulted")
    INFORMED = "informed", _("Informed")


MEANINGS = {
    Raci.ACCOUNTABLE: _("answers for it: one for each goal"),
    Raci.RESPONSIBLE: _("does the work"),
    Raci.CONSULTED: _("is asked before"),
    Raci.INFORMED: _("is told after"),
}


class GoalRoleQuerySet(models.QuerySet["GoalRole"]):
    def of_coalition(self, coalition: int) -> "GoalRoleQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "GoalRoleQuerySet":
        """Of the organisations that the member may see: a partner sees what their own does."""
        seen = Organisation.objects.visible_to(membership)
        return self.filter(
            coalition=membership.coalition_id, organisation__in=seen.order_by().values("pk")
        )

    def current(self) -> "GoalRoleQuerySet":
        return self.filter(ended_on__isnull=True)

    def in_running_goals(self) -> "GoalRoleQuerySet":
        return self.current().filter(goal__ended_on__isnull=True)

    def told(self) -> "GoalRoleQuerySet":
        return self.select_related("goal__coalition", "organisation__coalition", "own_written_by")

    def in_order(self) -> "GoalRoleQuerySet":
        """By letter as one asks for them, then by name."""
        places = [When(letter=letter, then=Value(n)) for n, letter in enumerate(Raci.values)]
        return self.told().order_by(
            Case(*places, default=Value(len(Raci.values))), "organisation__sort_name", "pk"
        )

    def by_goal(self) -> "GoalRoleQuerySet":
        """What runs first, goals with the nearest day first."""
        day = F("goal__by_when").asc(nulls_last=True)
        ended = F("goal__ended_on").desc(nulls_first=True)
        return self.in_order().order_by(ended, day, "goal", "pk")


@holds(
    people=["own_written_by"],
    free=["words", "equity", "own_words", "own_equity"],
    plain=["goal", "organisation", "letter", "since_on", "ended_on", "own_said_on", "is_own_hand"],
)
@tracked()
class GoalRole(PartOfOrganisation):
    """One organisation has one part in one goal, by one letter, from one day to another.

    What it does there, and what that means for equity, is told by us and by them, each in columns of its
    own: neither writes over the other's (docs/decisions/0024).
    """

    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, related_name="roles", db_constraint=False
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="goal_roles",
        db_constraint=False,
    )
    letter = models.CharField(_("their part"), max_length=12, choices=Raci)
    since_on = models.DateField(_("since"))
    ended_on = models.DateField(null=True, blank=True)
    words = models.TextField(_("what they do"), max_length=2000, blank=True)
    equity = models.TextField(
        _("their role in equity"),
        max_length=2000,
        blank=True,
        help_text=_("Whom they bring in who is left out elsewhere, and what they see to for them."),
    )
    own_words = models.TextField(_("what they do, in their words"), max_length=2000, blank=True)
    own_equity = models.TextField(
        _("their role in equity, in their words"), max_length=2000, blank=True
    )
    own_said_on = models.DateField(null=True, blank=True)
    own_written_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_own_hand = models.BooleanField(
        default=False, help_text=_("They wrote it themselves, signed in for themselves.")
    )

    objects = GoalRoleQuerySet.as_manager()

    # Somebody may take a part up again after it ended: two rows are two times.
    IS_SAME_WHEN_EQUAL = False
    TOLD_AS = "organisation__name"

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "goal"], name="goal_role_by_goal"),
        ]
        constraints = [
            models.CheckConstraint(
                name="goal_role_letter_is_known",
                condition=Q(letter__in=["accountable", "responsible", "consulted", "informed"]),
            ),
            models.CheckConstraint(
                name="goal_role_ends_after_it_began",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since_on")),
            ),
            # By letter: when two organisations turn out to be one, who was accountable stays so.
            models.UniqueConstraint(
                fields=["goal", "organisation", "letter"],
                condition=Q(ended_on__isnull=True),
                name="goal_role_is_given_once",
            ),
            models.UniqueConstraint(
                fields=["goal"],
                condition=Q(letter="accountable", ended_on__isnull=True),
                name="goal_has_one_accountable",
            ),
            models.CheckConstraint(
                name="goal_role_own_words_have_a_day_and_a_writer",
                condition=Q(
                    own_words="",
                    own_equity="",
                    own_said_on__isnull=True,
                    own_written_by__isnull=True,
                    is_own_hand=False,
                )
                | (
                    Q(own_said_on__isnull=False, own_written_by__isnull=False)
                    & ~Q(own_words="", own_equity="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_letter_display()}"

    @property
    def is_ended(self) -> bool:
        return self.ended_on is not None

    @property
    def has_own_words(self) -> bool:
        return self.own_said_on is not None

    @property
    def is_accountable(self) -> bool:
        return self.letter == Raci.ACCOUNTABLE

    @property
    def meaning(self) -> str:
        return str(MEANINGS[Raci(self.letter)])
