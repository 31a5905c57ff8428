"""Something happened at a partner that may harm the coalition: what is known, said and decided."""

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.parts import PartOfOrganisation


class IncidentQuerySet(models.QuerySet["Incident"]):
    def visible_to(self, membership: Membership) -> "IncidentQuerySet":
        rows = self.filter(coalition_id=membership.coalition_id)
        return rows if membership.may(Permission.SEE_RISK) else rows.none()

    def open(self) -> "IncidentQuerySet":
        return self.filter(closed_on__isnull=True)

    def pausing(self, organisations: Iterable[int]) -> "IncidentQuerySet":
        """Those that keep one of these organisations out of what the coalition hands out."""
        return self.filter(organisation__in=organisations, listing_paused_on__isnull=False)

    def of_present(self) -> "IncidentQuerySet":
        """Of organisations that were not merged into another."""
        return self.filter(organisation__merged_into__isnull=True)

    def in_order(self) -> "IncidentQuerySet":
        """What is open first, the gravest of it first; then what was closed last."""
        gravity = models.Case(
            *(models.When(severity=each, then=n) for n, each in enumerate(GRAVEST_FIRST)),
            default=len(GRAVEST_FIRST),
        )
        is_closed = models.Case(models.When(closed_on__isnull=True, then=0), default=1)
        rows = self.select_related("organisation", "opened_by", "closed_by")
        return rows.order_by(is_closed, "-closed_on", gravity, "-since_on", "-pk")


@holds(
    people=["opened_by", "closed_by"],
    free=["title", "known", "holding", "outcome"],
    plain=[
        "organisation",
        "since_on",
        "severity",
        "opened_on",
        "holding_on",
        "listing_paused_on",
        "closed_on",
    ],
)
@tracked()
class Incident(PartOfOrganisation):
    """One thing that happened, from the day on which somebody opened it to the day on which it is closed."""

    class Severity(models.TextChoices):
        WATCH = "watch", _("To be watched")
        SERIOUS = "serious", _("Serious")
        GRAVE = "grave", _("Grave: it touches all of us")

    title = models.CharField(_("what is it about?"), max_length=200)
    known = models.TextField(
        _("what is known"),
        max_length=10_000,
        help_text=_("Facts and where they come from; what is only said, as only said."),
    )
    since_on = models.DateField(_("known since"))
    severity = models.CharField(_("how serious"), max_length=8, choices=Severity)
    opened_on = models.DateField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    holding = models.TextField(
        _("holding statement"),
        max_length=10_000,
        blank=True,
        help_text=_("What everybody who is asked says until more is decided."),
    )
    holding_on = models.DateField(_("holds since"), null=True, blank=True)
    listing_paused_on = models.DateField(_("not listed since"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.TextField(_("how it ended"), max_length=10_000, blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name, verbose_name_plural = _("incident"), _("incidents")
        ordering = ["-since_on", "-pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(
                fields=["organisation"],
                name="incident_pauses_listing",
                condition=Q(listing_paused_on__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="incident_of_coalition"),
            models.CheckConstraint(
                name="incident_says_what_is_known", condition=~Q(title="") & ~Q(known="")
            ),
            models.CheckConstraint(
                name="incident_severity_is_known",
                condition=Q(severity__in=["watch", "serious", "grave"]),
            ),
            models.CheckConstraint(
                name="incident_holds_a_statement_since_a_day",
                condition=Q(holding="", holding_on__isnull=True)
                | (~Q(holding="") & Q(holding_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="incident_is_closed_by_somebody_with_an_outcome",
                condition=Q(closed_on__isnull=True, closed_by__isnull=True, outcome="")
                | (Q(closed_on__isnull=False, closed_by__isnull=False) & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="incident_that_is_closed_pauses_no_listing",
                condition=Q(closed_on__isnull=True) | Q(listing_paused_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def is_paused(self) -> bool:
        """Whether it keeps its partner out of what the coalition hands out."""
        return self.listing_paused_on is not None


def pausing_listing(organisation: str = "pk") -> Exists:
    """Of an organisation in a query: whether an incident keeps it out of what the coalition hands out."""
    pausing = Incident.objects.filter(listing_paused_on__isnull=False)
    return Exists(pausing.filter(organisation=OuterRef(organisation)).order_by())


def holding_statements(organisation: str = "pk") -> ArraySubquery:
    """What everybody says while its listing is paused: no more of what happened is told with it."""
    here = Incident.objects.open().filter(organisation=OuterRef(organisation))
    said = here.filter(listing_paused_on__isnull=False).exclude(holding="")
    return ArraySubquery(said.order_by("holding_on", "pk").values("holding"))


GRAVEST_FIRST = (Incident.Severity.GRAVE, Incident.Severity.SERIOUS, Incident.Severity.WATCH)


class IncidentDecisionQuerySet(models.QuerySet["IncidentDecision"]):
    def visible_to(self, membership: Membership) -> "IncidentDecisionQuerySet":
        rows = self.filter(coalition_id=membership.coalition_id)
        return rows if membership.may(Permission.SEE_RISK) else rows.none()

    def of_incident(self, incident: Incident) -> "IncidentDecisionQuerySet":
        return self.filter(incident=incident)

    def of_coalition(self, coalition: int | Blank) -> "IncidentDecisionQuerySet":
        return self.filter(coalition=coalition)

    def waiting(self) -> "IncidentDecisionQuerySet":
        """Asked for, not taken, and the incident is still open."""
        return self.filter(decided_on__isnull=True, incident__closed_on__isnull=True)

    def for_decider(self, person: Person | int | Blank) -> "IncidentDecisionQuerySet":
        return self.filter(decider=person)

    def told(self) -> "IncidentDecisionQuerySet":
        rows = self.select_related("incident", "organisation", "decider", "asked_by", "decided_by")
        return rows.order_by("decided_on", "due_on", "pk")


@holds(
    people=["decider", "asked_by", "decided_by"],
    free=["question", "options", "decision", "reason"],
    plain=["organisation", "incident", "due_on", "asked_on", "decided_on"],
)
@tracked()
class IncidentDecision(PartOfOrganisation):
    """What has to be decided in an incident, by whom and by when; later what was decided, and why."""

    incident = models.ForeignKey(
        Incident,
        on_delete=models.CASCADE,
        related_name="decisions",
        db_constraint=False,
        db_index=False,
    )
    question = models.CharField(_("what has to be decided?"), max_length=300)
    options = models.TextField(
        _("options"),
        max_length=4000,
        blank=True,
        help_text=_("One on each line. Whoever decides may choose something else."),
    )
    decider = models.ForeignKey(
        Person, verbose_name=_("who decides?"), on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField(_("by when?"))
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    decision = models.CharField(_("what is decided"), max_length=300, blank=True)
    reason = models.TextField(_("why"), max_length=4000, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = IncidentDecisionQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name, verbose_name_plural = _("decision"), _("decisions")
        ordering = ["decided_on", "due_on", "pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["incident"], name="decision_by_incident"),
        ]
        constraints = [
            models.CheckConstraint(name="decision_asks_something", condition=~Q(question="")),
            models.CheckConstraint(
                name="decision_is_taken_by_somebody_with_a_reason",
                condition=Q(
                    decided_on__isnull=True, decided_by__isnull=True, decision="", reason=""
                )
                | (
                    Q(decided_on__isnull=False, decided_by__isnull=False)
                    & ~Q(decision="")
                    & ~Q(reason="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def is_taken(self) -> bool:
        return self.decided_on is not None

    @property
    def choices(self) -> list[str]:
        return [line.strip() for line in self.options.splitlines() if line.strip()]

    def is_late(self, *, on: date) -> bool:
        return not self.is_taken and self.due_on < on
