"""The register of interest: who would like to grow into which role."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from common.text.numbers import read_id
from governance.models.functions import Function
from governance.models.seats import Seat
from governance.models.succession.ready import Ready


class InterestQuerySet(models.QuerySet["Interest"]):
    def of_coalition(self, coalition: int | Blank) -> "InterestQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "InterestQuerySet":
        """All of them for steering and coordinators; others see what they said themselves."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.SEE_SUCCESSION):
            return rows
        return rows.by(membership.person_id)

    def by(self, person: Person | int | Blank) -> "InterestQuerySet":
        return self.filter(person=person)

    def standing(self) -> "InterestQuerySet":
        return self.filter(withdrawn_on__isnull=True)

    def waiting(self) -> "InterestQuerySet":
        """Neither answered, nor withdrawn, nor taken up as a deputy."""
        return self.standing().filter(answered_on__isnull=True, deputies__isnull=True)

    def chosen(self, pk: str) -> "Interest | None":
        """The one that an address names, if it is among them."""
        return self.filter(pk=read_id(pk)).first()

    def told(self) -> "InterestQuerySet":
        rows = self.select_related("person", "seat__body", "function", "answered_by")
        return rows.order_by(F("withdrawn_on").asc(nulls_first=True), "-offered_on", "-pk")


@holds(
    people=["person", "answered_by"],
    free=["words", "helps", "answer"],
    plain=["seat", "function", "ready", "offered_on", "withdrawn_on", "answered_on"],
    about={"accounts.Person": "person"},
)
@tracked()
class Interest(CoalitionOwned):
    """A member says: this role, or this kind of role, I would like to grow into."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(
        Seat,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interests",
        db_constraint=False,
    )
    function = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interests",
        db_constraint=False,
    )
    words = models.CharField(
        _("which kind of role"),
        max_length=200,
        blank=True,
        help_text=_("“Speak for us in public”, “look after the money”."),
    )
    ready = models.CharField(_("for when"), max_length=14, choices=Ready, default=Ready.LATER)
    helps = models.TextField(
        _("what would help me"),
        max_length=1000,
        blank=True,
        help_text=_("Somebody to learn from, time from my employer, a course, childcare."),
    )
    offered_on = models.DateField(_("said on"))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = InterestQuerySet.as_manager()

    TOLD_AS = ("seat__title", "function__name", "words")

    class Meta:
        ordering = ["-offered_on", "-pk"]
        indexes = [models.Index(fields=["coalition", "person"], name="interest_to_lead_by_person")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="interest_of_coalition"),
            models.CheckConstraint(
                name="interest_names_one_seat_or_function_or_kind",
                condition=Q(seat__isnull=False, function__isnull=True, words="")
                | Q(seat__isnull=True, function__isnull=False, words="")
                | (Q(seat__isnull=True, function__isnull=True) & ~Q(words="")),
            ),
            models.CheckConstraint(
                name="interest_ready_is_known",
                condition=Q(ready__in=["now", "within_a_year", "later"]),
            ),
            models.CheckConstraint(
                name="interest_is_withdrawn_after_it_was_said",
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("offered_on")),
            ),
            models.CheckConstraint(
                name="interest_is_answered_by_somebody_on_a_day",
                condition=Q(answered_on__isnull=True, answered_by__isnull=True, answer="")
                | (Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return self.role

    @property
    def role(self) -> str:
        if self.seat:
            return f"{self.seat}, {self.seat.body}"
        return str(self.function or self.words)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None
