"""Mentor pairs: somebody who knows the work beside somebody who grows into it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.succession.addresses import has_address
from partners.models import Contact


class MentorPairQuerySet(models.QuerySet["MentorPair"]):
    def of_coalition(self, coalition: int | Blank) -> "MentorPairQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "MentorPairQuerySet":
        """All of them for steering and coordinators; others see the pair that they are in."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.SEE_SUCCESSION):
            return rows
        return rows.with_somebody_at(membership.person.email)

    def open_to(self, membership: Membership) -> "MentorPairQuerySet":
        """Of which the member may read and write the check-ins: the pair itself, and coordinators."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.EDIT_GOVERNANCE):
            return rows
        return rows.with_somebody_at(membership.person.email)

    def with_somebody_at(self, address: str | models.Subquery) -> "MentorPairQuerySet":
        """The people of a pair are contacts; a member is known among them by the e-mail address."""
        return self.filter(has_address("mentor", address) | has_address("mentee", address))

    def under_way(self) -> "MentorPairQuerySet":
        return self.filter(ended_on__isnull=True)

    def told(self) -> "MentorPairQuerySet":
        rows = self.select_related("mentor__organisation", "mentee__organisation")
        return rows.order_by(
            F("ended_on").desc(nulls_first=True), F("next_on").asc(nulls_last=True), "-pk"
        )


@holds(
    free=["goal", "outcome"],
    plain=["mentor", "mentee", "since_on", "next_on", "ended_on"],
)
@tracked()
class MentorPair(CoalitionOwned):
    """One person learns from another, for a goal, from one day until it ends with what came of it."""

    mentor = models.ForeignKey(
        Contact,
        verbose_name=_("who knows the work"),
        on_delete=models.PROTECT,
        related_name="mentoring",
        db_constraint=False,
    )
    mentee = models.ForeignKey(
        Contact,
        verbose_name=_("who grows into it"),
        on_delete=models.PROTECT,
        related_name="mentored",
        db_constraint=False,
    )
    goal = models.CharField(
        _("what for"),
        max_length=300,
        help_text=_("“Chairs a steering meeting alone by June.”"),
    )
    since_on = models.DateField(_("since"))
    next_on = models.DateField(_("next check-in"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    outcome = models.TextField(_("what came of it"), max_length=1000, blank=True)

    objects = MentorPairQuerySet.as_manager()

    TOLD_AS = "mentee__name"

    class Meta:
        ordering = ["-since_on", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "next_on"], name="mentor_pair_by_next_check_in"),
            models.Index(fields=["coalition", "mentor"], name="mentor_pair_by_mentor"),
            models.Index(fields=["coalition", "mentee"], name="mentor_pair_by_mentee"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="mentor_pair_of_coalition"),
            models.CheckConstraint(
                name="mentor_pair_is_of_two_people", condition=~Q(mentor=F("mentee"))
            ),
            models.CheckConstraint(name="mentor_pair_has_a_goal", condition=~Q(goal="")),
            models.CheckConstraint(
                name="mentor_pair_ends_with_what_came_of_it",
                condition=Q(ended_on__isnull=True, outcome="")
                | (
                    Q(ended_on__isnull=False, ended_on__gte=F("since_on"), next_on__isnull=True)
                    & ~Q(outcome="")
                ),
            ),
            models.UniqueConstraint(
                fields=["coalition", "mentor", "mentee"],
                condition=Q(ended_on__isnull=True),
                name="mentor_pair_is_told_once_while_it_lasts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mentor} – {self.mentee}"

    def get_absolute_url(self) -> str:
        return reverse("governance:mentor_pair", args=[self.coalition.slug, self.pk])

    @property
    def is_over(self) -> bool:
        return self.ended_on is not None

    def is_open_to(self, membership: Membership) -> bool:
        """As `open_to`, of one whose people are fetched."""
        addresses = {self.mentor.email.lower(), self.mentee.email.lower()} - {""}
        return (
            membership.may(Permission.EDIT_GOVERNANCE)
            or membership.person.email.lower() in addresses
        )


@holds(people=["noted_by"], free=["note"], plain=["pair", "on"])
@tracked()
class CheckIn(CoalitionOwned):
    """The two have talked: when, and a line about it that only they and coordinators read."""

    pair = models.ForeignKey(
        MentorPair, on_delete=models.PROTECT, related_name="check_ins", db_constraint=False
    )
    on = models.DateField(_("on"))
    note = models.CharField(_("in a line"), max_length=500)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    # The list of changes tells whose check-in it was, and nothing of what was said.
    TOLD_AS = "pair__mentee__name"

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["coalition", "pair"], name="check_in_by_pair")]
        constraints = [
            models.CheckConstraint(name="check_in_says_something", condition=~Q(note=""))
        ]

    def __str__(self) -> str:
        return f"{self.pair}, {self.on}"
