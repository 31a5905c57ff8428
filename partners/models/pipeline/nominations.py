"""Whom members and partners would like to see at the table."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.merged import FOLLOWS_MERGES
from partners.models.organisations import Organisation

if TYPE_CHECKING:
    from accounts.models import Person


class NominationQuerySet(models.QuerySet["Nomination"]):
    def visible_to(self, membership: Membership) -> "NominationQuerySet":
        """All of them for those who see the pipeline; others see what they suggested themselves."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.SEE_PIPELINE):
            return rows
        return rows.by(membership.person_id)

    def by(self, person: "Person | int") -> "NominationQuerySet":
        return self.filter(suggested_by=person)

    def waiting(self, coalition: int) -> "NominationQuerySet":
        return self.filter(coalition=coalition, state=Nomination.State.WAITING)

    def settled(self) -> "NominationQuerySet":
        return self.exclude(state=Nomination.State.WAITING)

    def oldest_first(self) -> "NominationQuerySet":
        return self.order_by("suggested_at", "pk")

    def newest_first(self) -> "NominationQuerySet":
        return self.order_by("-suggested_at", "-pk")

    def introducers_to(self, organisations: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """By organisation the names of those who suggested it and would introduce us: one query."""
        taken = [Nomination.State.ACCEPTED, Nomination.State.KNOWN]
        rows = self.filter(organisation__in=list(organisations), state__in=taken)
        told = rows.filter(would_introduce=True, suggested_by__is_active=True).oldest_first()
        found: dict[int, list[str]] = {}
        for pk, name in told.values_list("organisation", "suggested_by__full_name"):
            found.setdefault(pk, []).append(name)
        return {pk: tuple(dict.fromkeys(names)) for pk, names in found.items()}

    def with_people(self) -> "NominationQuerySet":
        return self.select_related("suggested_by", "decided_by", "organisation__coalition")


@holds(
    free=["name", "website", "why", "whom", "known_from", "answer"],
    people=["suggested_by", "decided_by"],
    plain=[
        "would_introduce",
        "suggested_at",
        "state",
        "decided_at",
        "organisation",
    ],
)
@tracked()
class Nomination(CoalitionOwned):
    """Somebody suggests an organisation; a coordinator makes it a prospect, or says why not."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Taken up")
        KNOWN = "known", _("Known already")
        DECLINED = "declined", _("Not taken up")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    name = models.CharField(_("name of the organisation"), max_length=250)
    website = models.CharField(_("website"), max_length=500, blank=True)
    why = models.TextField(_("why they should be here"), max_length=2000)
    whom = models.CharField(
        _("whom one could ask there"),
        max_length=250,
        blank=True,
        help_text=_("A name and how to reach them, if they are content with that."),
    )
    known_from = models.CharField(_("how you know them"), max_length=250, blank=True)
    would_introduce = models.BooleanField(_("I would introduce us"), default=False)
    suggested_by = models.ForeignKey(
        "accounts.Person",
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("suggested by"),
    )
    suggested_at = models.DateTimeField(_("suggested"), default=timezone.now, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="nominations",
        db_constraint=False,
        verbose_name=_("on our list as"),
    )

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["-suggested_at", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "state"], name="nomination_by_state"),
            models.Index(fields=["coalition", "organisation"], name="nomination_by_organisation"),
            models.Index(fields=["coalition", "suggested_by"], name="nomination_by_person"),
        ]
        constraints = [
            models.CheckConstraint(
                name="nomination_state_is_known",
                condition=Q(state__in=["waiting", "accepted", "known", "declined", "withdrawn"]),
            ),
            models.CheckConstraint(
                name="nomination_has_a_name_and_a_reason", condition=~Q(name="") & ~Q(why="")
            ),
            models.CheckConstraint(
                name="nomination_is_decided_by_somebody_at_a_moment",
                condition=Q(state="waiting", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(state="waiting") & Q(decided_by__isnull=False, decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="nomination_names_the_organisation_it_led_to",
                condition=Q(state__in=["accepted", "known"], organisation__isnull=False)
                | (~Q(state__in=["accepted", "known"]) & Q(organisation__isnull=True)),
            ),
            models.CheckConstraint(
                name="nomination_is_declined_for_a_reason",
                condition=~Q(state="declined") | ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="nomination_is_decided_after_it_was_made",
                condition=Q(decided_at__isnull=True) | Q(decided_at__gte=F("suggested_at")),
            ),
        ]
        triggers = [FOLLOWS_MERGES]

    def __str__(self) -> str:
        return self.name

    @property
    def introduces(self) -> bool:
        """It was taken up, and whoever made it offered to introduce us."""
        is_taken = self.state in (self.State.ACCEPTED, self.State.KNOWN)
        return self.would_introduce and is_taken and self.suggested_by.is_active

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING
