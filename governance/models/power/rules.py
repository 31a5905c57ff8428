"""How a kind of decision is made: one row is one version of the rule, in the coalition or in one body."""

from datetime import date

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Person
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body
from governance.models.power.kinds import DecisionKind

LONGEST_NOTICE = 90

# What a decision is measured by later must not change under it: a change is a new version. Words and who
# stored it may change, because they are masked when a person is erased.
NEVER_EDITED = pgtrigger.ReadOnly(
    name="rule_is_never_edited",
    fields=[
        "kind",
        "body",
        "valid_from",
        "method",
        "participants",
        "threshold",
        "quorum",
        "block",
        "block_needs_harm",
        "notice_days",
        "stored_at",
    ],
)


class Method(models.TextChoices):
    """In which way a group comes to a decision."""

    CONSENT = "consent", _("Consent: nobody objects with a reason")
    CONSENSUS = "consensus", _("Consensus, measured on eight steps of agreement")
    VOTE = "vote", _("Vote")
    ADVICE = "advice", _("Advice: one person asks those affected and then decides")
    LEAD = "lead", _("The lead decides after consultation")
    AS_COALITION = "as_coalition", _("As the whole coalition decides it")


WITH_THRESHOLD = ("consensus", "vote")
WITH_BLOCK = ("consent", "consensus")


class Participants(models.TextChoices):
    VOTING_SEATS = "voting_seats", _("Everybody with a voting seat")
    ALL_SEATS = "all_seats", _("Everybody with a seat, voting or not")
    PARTNERS = "partners", _("Every partner, with one voice each")
    AFFECTED = "affected", _("Those whom it affects")
    LEADS = "leads", _("The chair and the co-leads")


class Block(models.TextChoices):
    """What happens when somebody blocks."""

    STOPS = "stops", _("The proposal does not pass")
    RETURNS = "returns", _("The proposal is reworded and comes back at the next meeting")
    RISES = "rises", _("The body above decides")
    NOTED = "noted", _("It is noted, and the decision stands")


class DecisionRuleQuerySet(models.QuerySet["DecisionRule"]):
    def of_coalition(self, coalition: int) -> "DecisionRuleQuerySet":
        return self.filter(coalition=coalition)

    def for_kind(self, kind: DecisionKind | int) -> "DecisionRuleQuerySet":
        return self.filter(kind=kind)

    def at_home_in(self, body: Body | int | None) -> "DecisionRuleQuerySet":
        """Of one body's own, or with None of the whole coalition."""
        return self.filter(body__isnull=True) if body is None else self.filter(body=body)

    def standing(self) -> "DecisionRuleQuerySet":
        return self.filter(withdrawn_on__isnull=True)

    def of_bodies(self, bodies: models.QuerySet) -> "DecisionRuleQuerySet":
        """The coalition's own, and those of these bodies."""
        return self.filter(Q(body__isnull=True) | Q(body__in=bodies))

    def begun(self, *, on: date) -> "DecisionRuleQuerySet":
        return self.standing().filter(valid_from__lte=on)

    def in_force(self, *, on: date) -> "DecisionRuleQuerySet":
        """For each kind and place the version that holds on a day: the latest that has begun."""
        latest = self.begun(on=on).order_by("kind_id", "body_id", "-valid_from")
        return self.filter(pk__in=latest.distinct("kind_id", "body_id").values("pk"))

    def common(self, kind: DecisionKind, *, on: date) -> "DecisionRule | None":
        """What holds on a day for that kind of decision wherever a body has no rule of its own."""
        rules = self.of_coalition(kind.coalition_id).for_kind(kind)
        return rules.at_home_in(None).in_force(on=on).first()

    def newest_first(self) -> "DecisionRuleQuerySet":
        return self.order_by("-valid_from", "-pk").select_related("body", "kind", "stored_by")


@holds(
    people=["stored_by"],
    free=["who_else", "because"],
    plain=[
        "kind",
        "body",
        "valid_from",
        "method",
        "participants",
        "threshold",
        "quorum",
        "block",
        "block_needs_harm",
        "notice_days",
        "is_suggested",
        "stored_at",
        "withdrawn_on",
    ],
)
@tracked()
class DecisionRule(CoalitionOwned):
    """One version of how a kind of decision is made: stored before it is used, and never edited.

    Without a body it holds for the whole coalition, wherever a body has none of its own.
    """

    kind = models.ForeignKey(
        DecisionKind, on_delete=models.PROTECT, related_name="rules", db_constraint=False
    )
    body = models.ForeignKey(
        Body,
        verbose_name=_("in which body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="decision_rules",
        db_constraint=False,
    )
    valid_from = models.DateField(_("valid from"))
    method = models.CharField(_("how it is decided"), max_length=12, choices=Method)
    participants = models.CharField(
        _("who takes part"), max_length=12, choices=Participants, blank=True
    )
    who_else = models.CharField(
        _("more exactly"),
        max_length=300,
        blank=True,
        help_text=_("For example: “and two residents of the street”."),
    )
    threshold = models.PositiveSmallIntegerField(
        _("share that must support it"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_(
            "Of a hundred who take a position. In consensus, the first three of the eight steps count as"
            " support."
        ),
    )
    quorum = models.PositiveSmallIntegerField(
        _("quorum"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("How many of a hundred must take part. Empty: the quorum of the body holds."),
    )
    block = models.CharField(_("what a block means"), max_length=8, choices=Block, blank=True)
    block_needs_harm = models.BooleanField(
        _("A block counts only with stated harm"),
        default=False,
        help_text=_(
            "It is reasoned, no matter of taste, shown by something, and the proposal is not safe to try."
        ),
    )
    notice_days = models.PositiveSmallIntegerField(
        _("days of notice"),
        default=0,
        validators=[MaxValueValidator(LONGEST_NOTICE)],
        help_text=_("So long before the decision everybody has the proposal."),
    )
    because = models.CharField(_("why so"), max_length=500, blank=True)
    is_suggested = models.BooleanField(default=False, help_text="As it came with the program.")
    stored_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stored_at = models.DateTimeField()
    withdrawn_on = models.DateField(
        null=True, blank=True, help_text=_("Taken back before it was valid.")
    )

    objects = DecisionRuleQuerySet.as_manager()

    TOLD_AS = "kind__name"

    class Meta:
        ordering = ["-valid_from", "-pk"]
        triggers = [NEVER_EDITED]
        indexes = [
            models.Index(fields=["coalition", "kind", "body", "valid_from"], name="rule_by_place"),
            models.Index(fields=["coalition", "body"], name="rule_by_body"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "kind", "body", "valid_from"],
                condition=Q(withdrawn_on__isnull=True),
                nulls_distinct=False,
                name="rule_begins_once_a_day",
                violation_error_message=_("Another version begins on that day already."),
            ),
            models.CheckConstraint(
                name="rule_method_is_known",
                condition=Q(
                    method__in=["consent", "consensus", "vote", "advice", "lead", "as_coalition"]
                ),
            ),
            models.CheckConstraint(
                name="rule_falls_back_only_in_a_body",
                condition=~Q(method="as_coalition") | Q(body__isnull=False),
            ),
            models.CheckConstraint(
                name="rule_says_who_takes_part_unless_it_falls_back",
                condition=Q(method="as_coalition", participants="", notice_days=0)
                | (
                    ~Q(method="as_coalition")
                    & Q(
                        participants__in=[
                            "voting_seats",
                            "all_seats",
                            "partners",
                            "affected",
                            "leads",
                        ]
                    )
                ),
            ),
            models.CheckConstraint(
                name="rule_has_a_threshold_where_support_is_counted",
                condition=Q(
                    method__in=["consensus", "vote"],
                    threshold__isnull=False,
                    threshold__range=(1, 100),
                )
                | (~Q(method__in=["consensus", "vote"]) & Q(threshold__isnull=True)),
            ),
            models.CheckConstraint(
                name="rule_quorum_is_a_share",
                condition=Q(quorum__isnull=True) | Q(quorum__range=(1, 100)),
            ),
            models.CheckConstraint(
                name="rule_says_what_a_block_means_where_one_can_block",
                condition=Q(
                    method__in=["consent", "consensus"],
                    block__in=["stops", "returns", "rises", "noted"],
                )
                | (~Q(method__in=["consent", "consensus"]) & Q(block="", block_needs_harm=False)),
            ),
            models.CheckConstraint(
                name="rule_notice_is_no_longer_than_a_quarter", condition=Q(notice_days__lte=90)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.valid_from}"

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None
