"""Seats in a body. Who holds one, from when to when, is a `RoleAssignment`."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Case, Prefetch, Q, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body, BodyQuerySet
from partners.models import Term


class SeatQuerySet(models.QuerySet["Seat"]):
    def of_coalition(self, coalition: int | Blank) -> "SeatQuerySet":
        return self.filter(coalition=coalition)

    def standing(self) -> "SeatQuerySet":
        """Not closed, in a body that is not closed."""
        return self.filter(closed_on__isnull=True, body__closed_on__isnull=True)

    def voting(self) -> "SeatQuerySet":
        return self.filter(is_voting=True)

    def leading(self) -> "SeatQuerySet":
        """Of chairs and co-leads."""
        return self.filter(rank__in=LEADING)

    def visible_to(self, membership: Membership) -> "SeatQuerySet":
        """Of the bodies that the member may read of."""
        return self.filter(body__in=Body.objects.visible_to(membership).order_by())

    def of_body(self, body: int) -> "SeatQuerySet":
        return self.filter(body=body)

    def among(self, ids: Iterable[int]) -> "SeatQuerySet":
        return self.filter(pk__in=list(ids))

    def told(self) -> "SeatQuerySet":
        """With everything that a page about one of them names."""
        return self.select_related("coalition", "body", "sector")

    def in_bodies(self, bodies: BodyQuerySet) -> "list[tuple[Body, list[Seat]]]":
        """Each body with its standing seats in their order: two queries."""
        seats = self.standing().order_by("position", "pk")
        rows = bodies.prefetch_related(Prefetch("seats", seats, to_attr="offered"))
        return [(body, body.offered) for body in rows]

    def by_body(self) -> "SeatQuerySet":
        """The steering committee first, then the others by name."""
        steering_first = Case(When(body__kind=Body.Kind.STEERING, then=0), default=1)
        return self.order_by(steering_first, "body__name", "body", "position", "pk")

    def locked(self, pk: int) -> "Seat":
        return self.told().select_for_update(of=("self",)).get(pk=pk)


class Rank(models.TextChoices):
    CHAIR = "chair", _("Chair")
    CO_LEAD = "co_lead", _("Co-lead")
    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")


LEADING = (Rank.CHAIR, Rank.CO_LEAD)


@holds(
    free=["duties"],
    plain=[
        "body",
        "title",
        "rank",
        "is_voting",
        "is_lived_experience",
        "sector",
        "position",
        "closed_on",
    ],
)
@tracked()
class Seat(CoalitionOwned):
    """A place in a body that one organisation at a time holds, or that is vacant."""

    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="seats", db_constraint=False
    )
    title = models.CharField(
        _("title"), max_length=160, help_text=_("“Co-lead”, “Member for schools”, “Treasurer”.")
    )
    rank = models.CharField(_("part in it"), max_length=10, choices=Rank, default=Rank.MEMBER)
    is_voting = models.BooleanField(_("votes"), default=True)
    is_lived_experience = models.BooleanField(
        _("for lived experience"),
        default=False,
        help_text=_("For somebody who has lived with what the coalition works on."),
    )
    sector = models.ForeignKey(
        Term,
        verbose_name=_("stands for the sector"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="seats",
        db_constraint=False,
    )
    duties = models.TextField(_("duties"), max_length=2000, blank=True)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    TOLD_AS = "title"

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["coalition", "body"], name="seat_by_body")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="seat_of_coalition"),
            models.CheckConstraint(
                name="seat_rank_is_known",
                condition=Q(rank__in=["chair", "co_lead", "member", "observer"]),
            ),
            models.CheckConstraint(
                name="seat_of_an_observer_does_not_vote",
                condition=~Q(rank="observer", is_voting=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:seat", args=[self.coalition.slug, self.pk])

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def is_open(self, *, on: date) -> bool:
        """Whether somebody can be seated in it."""
        return not self.is_closed and self.body.stood(on=on)

    @property
    def is_leading(self) -> bool:
        return self.rank in LEADING
