"""The coalition's own checklist for newcomers: what happens with each, in which order and by when."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds

LONGEST = 365  # days after joining by which something may be due


class Audience(models.TextChoices):
    PARTNER = "partner", _("For a new partner")
    PERSON = "person", _("For a new member")


class Milestone(models.TextChoices):
    """What an item of a checklist is about. Figures read some of these, so each keeps its meaning."""

    WELCOME = "welcome", _("Welcome call")
    BUDDY = "buddy", _("Buddy named")
    CHARTER = "charter", _("Charter read")
    GROUND_RULES = "ground_rules", _("Ground rules read")
    FIRST_MEETING = "first_meeting", _("First meeting")
    FIRST_ROLE = "first_role", _("First role")
    FIRST_VOICE = "first_voice", _("First voice")
    OTHER = "other", _("Something else")


# The days of these make the times and the funnel; a first role is read from the seats and functions.
COUNTED = (Milestone.FIRST_MEETING, Milestone.FIRST_ROLE, Milestone.FIRST_VOICE)


class JoiningStepQuerySet(models.QuerySet["JoiningStep"]):
    def of_coalition(self, coalition: Coalition | int) -> "JoiningStepQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "JoiningStepQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "JoiningStepQuerySet":
        return self.filter(retired_on__isnull=False)

    def meant_for(self, audience: str) -> "JoiningStepQuerySet":
        return self.filter(audience=audience)

    def called(self, words: str) -> "JoiningStepQuerySet":
        """Whatever the accents and capitals."""
        told = models.Func(
            models.Value(words), function="plain_text", output_field=models.TextField()
        )
        return self.alias(plain=models.Func("words", function="plain_text")).filter(plain=told)


@holds(
    free=["words", "hint"],
    plain=["audience", "kind", "due_days", "is_theirs", "position", "retired_on"],
)
@tracked()
class JoiningStep(CoalitionOwned):
    """One item that stands on the checklist of every newcomer who comes from now on."""

    audience = models.CharField(_("for whom"), max_length=8, choices=Audience)
    kind = models.CharField(
        _("what it is about"), max_length=16, choices=Milestone, default=Milestone.OTHER
    )
    words = models.CharField(_("what is to happen"), max_length=200)
    hint = models.CharField(
        _("how, or with what"),
        max_length=500,
        blank=True,
        help_text=_("Where to find the charter, whom to call, what to say."),
    )
    due_days = models.PositiveSmallIntegerField(
        _("within how many days"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(LONGEST)],
        help_text=_("Counted from the day they joined. Empty: no day is set."),
    )
    is_theirs = models.BooleanField(
        _("they may tick it themselves"),
        default=False,
        help_text=_("For what they alone know: that they have read the charter."),
    )
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = JoiningStepQuerySet.as_manager()

    TOLD_AS = "words"

    class Meta:
        ordering = ["audience", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="joining_step_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                "audience",
                models.Func("words", function="plain_text"),
                condition=Q(retired_on__isnull=True),
                name="joining_step_stands_on_the_list_once",
                violation_error_message=_("This is on the list already."),
            ),
            models.CheckConstraint(
                name="joining_step_audience_is_known",
                condition=Q(audience__in=["partner", "person"]),
            ),
            models.CheckConstraint(
                name="joining_step_kind_is_known",
                condition=Q(kind__in=list(Milestone.values)),
            ),
            models.CheckConstraint(name="joining_step_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="joining_step_is_due_within_a_year",
                condition=Q(due_days__isnull=True) | Q(due_days__lte=LONGEST),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None
