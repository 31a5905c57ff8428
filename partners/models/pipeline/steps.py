"""How an organisation comes to the coalition, and how it leaves: stage by stage, with day and reason.

The stage of today is not kept beside the organisation's kind and the day of its retiring: it is read from
them and from the latest step that fits (`partners.reports.pipeline.stages`). So whatever changes the kind, an
import, a form or an undo, no stage says otherwise.
"""

from collections.abc import Iterable
from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation


class Stage(models.TextChoices):
    PROSPECT = "prospect", _("Prospect")
    IN_CONVERSATION = "in_conversation", _("In conversation")
    INVITED = "invited", _("Invited")
    MEMBER = "member", _("Member")
    PAUSED = "paused", _("Paused")
    ALUMNI = "alumni", _("Alumni")
    DECLINED = "declined", _("Declined")


# On the way in; at the table; gone.
BEFORE = (Stage.PROSPECT, Stage.IN_CONVERSATION, Stage.INVITED)
AT_THE_TABLE = (Stage.MEMBER, Stage.PAUSED)
GONE = (Stage.ALUMNI, Stage.DECLINED)
# Of whom we ask ourselves whether they are ready to be invited.
TO_INVITE = (Stage.PROSPECT, Stage.IN_CONVERSATION)

# What an organisation is in each stage. `alumni` were partners, and `declined` never became one.
KINDS = {
    **dict.fromkeys(BEFORE, Organisation.Kind.PROSPECT),
    **dict.fromkeys(AT_THE_TABLE, Organisation.Kind.PARTNER),
    Stage.ALUMNI: Organisation.Kind.PARTNER,
    Stage.DECLINED: Organisation.Kind.PROSPECT,
}
# Where one can go from where. An empty stage is that of a stakeholder, or of a prospect that was retired.
MOVES: dict[str, tuple[Stage, ...]] = {
    "": (Stage.PROSPECT, Stage.IN_CONVERSATION),
    Stage.PROSPECT: (Stage.IN_CONVERSATION, Stage.INVITED, Stage.MEMBER, Stage.DECLINED),
    Stage.IN_CONVERSATION: (Stage.PROSPECT, Stage.INVITED, Stage.MEMBER, Stage.DECLINED),
    Stage.INVITED: (Stage.IN_CONVERSATION, Stage.MEMBER, Stage.DECLINED),
    Stage.MEMBER: (Stage.PAUSED, Stage.ALUMNI),
    Stage.PAUSED: (Stage.MEMBER, Stage.ALUMNI),
    Stage.ALUMNI: (Stage.IN_CONVERSATION, Stage.MEMBER),
    Stage.DECLINED: (Stage.PROSPECT, Stage.IN_CONVERSATION),
}


class Cause(models.TextChoices):
    """Why somebody left or never came, so that exits can be counted by reason."""

    DONE = "done", _("What they came for is done")
    NO_TIME = "no_time", _("No time or people for it")
    MONEY = "money", _("Money ran out")
    CLOSED = "closed", _("They closed, moved away or became part of another")
    DIRECTION = "direction", _("Their aims and ours went apart")
    UNHAPPY = "unhappy", _("They were not content with how we work")
    PERSON_LEFT = "person_left", _("The person who came has left them")
    NOT_NOW = "not_now", _("Not now, perhaps later")
    NO_FIT = "no_fit", _("It does not fit what they do")
    NO_ANSWER = "no_answer", _("They never answered")
    WE_DECIDED = "we_decided", _("We decided against it")
    OTHER = "other", _("Another reason")


CAUSES: dict[str, tuple[Cause, ...]] = {
    Stage.ALUMNI: (
        Cause.DONE,
        Cause.NO_TIME,
        Cause.MONEY,
        Cause.CLOSED,
        Cause.DIRECTION,
        Cause.UNHAPPY,
        Cause.PERSON_LEFT,
        Cause.WE_DECIDED,
        Cause.OTHER,
    ),
    Stage.DECLINED: (
        Cause.NOT_NOW,
        Cause.NO_TIME,
        Cause.NO_FIT,
        Cause.DIRECTION,
        Cause.NO_ANSWER,
        Cause.WE_DECIDED,
        Cause.CLOSED,
        Cause.OTHER,
    ),
}


class PipelineStepQuerySet(models.QuerySet["PipelineStep"]):
    def of(self, organisations: Iterable[int]) -> "PipelineStepQuerySet":
        return self.filter(organisation__in=list(organisations))

    def to(self, *stages: str) -> "PipelineStepQuerySet":
        return self.filter(stage__in=stages)

    def newest_first(self) -> "PipelineStepQuerySet":
        return self.order_by("-on", "-pk")

    def with_people(self) -> "PipelineStepQuerySet":
        return self.select_related("taken_by")


@holds(
    free=["reason"],
    people=["taken_by"],
    plain=["organisation", "stage", "on", "cause", "taken_at"],
)
@tracked()
class PipelineStep(PartOfOrganisation):
    """An organisation came to a stage, on a day, for a reason."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="pipeline_steps", db_constraint=False
    )
    stage = models.CharField(_("stage"), max_length=16, choices=Stage)
    on = models.DateField(_("day"))
    cause = models.CharField(_("main reason"), max_length=12, choices=Cause, blank=True)
    reason = models.CharField(_("why"), max_length=500, blank=True)
    taken_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("who moved them"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PipelineStepQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(
                fields=["coalition", "organisation", "-on", "-id"], name="pipeline_step_latest"
            ),
            models.Index(fields=["coalition", "stage", "-on"], name="pipeline_step_by_stage"),
        ]
        constraints = [
            models.CheckConstraint(
                name="pipeline_step_stage_is_known", condition=Q(stage__in=list(Stage.values))
            ),
            models.CheckConstraint(
                name="pipeline_step_has_a_cause_when_somebody_goes",
                condition=Q(stage="alumni", cause__in=[one.value for one in CAUSES[Stage.ALUMNI]])
                | Q(stage="declined", cause__in=[one.value for one in CAUSES[Stage.DECLINED]])
                | (~Q(stage__in=["alumni", "declined"]) & Q(cause="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_stage_display())

    @property
    def why(self) -> str:
        """“Money ran out: the grant ended”."""
        return ": ".join(part for part in (str(self.get_cause_display()), self.reason) if part)


class PipelinePlanQuerySet(models.QuerySet["PipelinePlan"]):
    def of(self, organisations: Iterable[int]) -> "PipelinePlanQuerySet":
        return self.filter(organisation__in=list(organisations))

    def with_whom(self) -> "PipelinePlanQuerySet":
        return self.select_related("inviter", "through")

    def told_of(self, organisation: int) -> "PipelinePlan | None":
        """Who invites it by when, where somebody has planned it."""
        return self.of([organisation]).with_whom().first()

    def late(self, coalition: int, *, on: date | Blank) -> "PipelinePlanQuerySet":
        """Prospects who were to be invited before this day, and were not."""
        invited = PipelineStep.objects.filter(
            organisation=OuterRef("organisation"), stage=Stage.INVITED
        )
        rows = self.filter(
            coalition=coalition,
            invite_by__lt=on,
            organisation__kind=Organisation.Kind.PROSPECT,
            organisation__retired_on__isnull=True,
            organisation__merged_into__isnull=True,
        )
        return rows.filter(~Exists(invited)).order_by("invite_by", "pk")


@holds(free=["note"], people=["inviter"], plain=["organisation", "invite_by", "through"])
@tracked()
class PipelinePlan(PartOfOrganisation):
    """Who invites an organisation, by when, and which partner opens the door."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, related_name="pipeline_plan", db_constraint=False
    )
    inviter = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("who invites"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    invite_by = models.DateField(_("by when"), null=True, blank=True)
    through = models.ForeignKey(
        Organisation,
        verbose_name=_("who opens the door"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="doors_opened",
        db_constraint=False,
    )
    note = models.CharField(_("what comes next"), max_length=500, blank=True)

    objects = PipelinePlanQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(fields=["coalition", "invite_by"], name="pipeline_plan_by_day"),
            models.Index(fields=["coalition", "through"], name="pipeline_plan_by_door"),
        ]
        constraints = [
            models.CheckConstraint(
                name="pipeline_plan_leads_through_another",
                condition=Q(through__isnull=True) | ~Q(through=F("organisation")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    def is_late(self, *, on: date) -> bool:
        return self.invite_by is not None and self.invite_by < on


@holds(plain=["talks_needed", "gives_needed"])
@tracked()
class PipelineRules(CoalitionOwned):
    """When a coalition thinks that somebody is ready to be invited. Without a row, the defaults hold."""

    talks_needed = models.PositiveSmallIntegerField(
        _("talks before an invitation"),
        default=2,
        validators=[MinValueValidator(0), MaxValueValidator(20)],
        help_text=_("In which both spoke, within a year."),
    )
    gives_needed = models.PositiveSmallIntegerField(
        _("things we gave before an invitation"),
        default=1,
        validators=[MinValueValidator(0), MaxValueValidator(20)],
        help_text=_("Help offered, a hand lent, information shared, their events attended."),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                # The second column keeps the index from misleading the check of composite keys.
                fields=["coalition"],
                include=["id"],
                name="pipeline_rules_are_set_once_per_coalition",
            ),
            models.CheckConstraint(
                name="pipeline_rules_are_in_range",
                condition=Q(talks_needed__lte=20, gives_needed__lte=20),
            ),
        ]

    def __str__(self) -> str:
        return str(self.coalition)

    @classmethod
    def of(cls, coalition: int) -> "PipelineRules":
        """Those of the coalition, or the defaults, not saved."""
        return cls.objects.filter(coalition=coalition).first() or cls(coalition_id=coalition)
