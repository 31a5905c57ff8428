"""What an organisation gains by being here: promised, delivered, and whether they say it came."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, When
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.permissions import Permission
from common.blanks import Blank
from common.history import tracked
from common.personal import holds
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation
from partners.models.taxonomy import Classification, Vocabulary

if TYPE_CHECKING:
    from accounts.models import Person

WINDOW = timedelta(days=365)  # over which the on-time measure looks back
SOON = timedelta(days=7)  # so long before its day a promise shows on the home page
OPEN, DOUBTS = ("promised", "under_way"), ("not_yet", "no")
# What one may ask for beyond the states and answers that there are.
LATE, DOUBTED, UNANSWERED = "late", "doubted", "unanswered"


def counted_on(day: date) -> Q:
    """The promises that the on-time measure of a day counts; `Benefit.counts` says the same of one.

    Their day lies within the last 365 days and is over; of those of today the delivered ones.
    """
    is_over = Q(due_on__lt=day) | Q(due_on=day, state="delivered")
    return is_over & Q(due_on__gt=day - WINDOW) & ~Q(state="withdrawn")


class BenefitQuerySet(models.QuerySet["Benefit"]):
    def of_coalition(self, coalition: int | Blank) -> "BenefitQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "BenefitQuerySet":
        """All of the coalition's, or for a partner those of the organisations that they speak for."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(organisation__representations__membership=membership.pk)
        return rows.none()

    def of(self, organisations: Iterable[Organisation | int]) -> "BenefitQuerySet":
        return self.filter(organisation__in=organisations)

    def with_people(self) -> "BenefitQuerySet":
        return self.select_related("promised_by", "came_by")

    def of_partners_of_today(self) -> "BenefitQuerySet":
        """Neither retired nor merged into another."""
        return self.filter(
            organisation__retired_on__isnull=True, organisation__merged_into__isnull=True
        )

    def of_kinds(self, kinds: Iterable[str]) -> "BenefitQuerySet":
        return self.filter(kind__in=kinds)

    def standing(self, states: Collection[str], *, on: date) -> "BenefitQuerySet":
        """In one of the states, which may also be LATE or DOUBTED; none named means all."""
        if not states:
            return self
        found = Q(state__in=[state for state in states if state in Benefit.State.values])
        if LATE in states:
            found |= Q(state__in=OPEN, due_on__lt=on)
        if DOUBTED in states:
            found |= Q(state=Benefit.State.DELIVERED, came__in=DOUBTS)
        return self.filter(found)

    def answered(self, answers: Collection[str]) -> "BenefitQuerySet":
        """With one of the answers, which may also be UNANSWERED; none named means all."""
        if not answers:
            return self
        found = Q(came__in=[answer for answer in answers if answer in Benefit.Came.values])
        if UNANSWERED in answers:
            found |= Q(state=Benefit.State.DELIVERED, came="")
        return self.filter(found)

    def in_their_sectors(self) -> models.QuerySet:
        """Grouped by `sector` and `sector_name`, to be counted; of two sectors, once in each."""
        carried = self.order_by().filter(
            organisation__classifications__term__vocabulary=Vocabulary.SECTOR
        )
        return carried.values(
            sector=F("organisation__classifications__term"),
            sector_name=F("organisation__classifications__term__name"),
        )

    def without_sector(self) -> "BenefitQuerySet":
        carried = Classification.objects.filter(
            organisation=OuterRef("organisation"), term__vocabulary=Vocabulary.SECTOR
        )
        return self.filter(~Exists(carried))

    def promised_much(self, *, at_least: int) -> models.QuerySet:
        """Organisations that were promised so much and received nothing, the most first."""
        living = self.order_by().exclude(state=Benefit.State.WITHDRAWN)
        found = living.values(pk=F("organisation"), name=F("organisation__name")).annotate(
            promised=Count("id"),
            since=Min("promised_on"),
            received=Count("id", filter=Q(state=Benefit.State.DELIVERED)),
        )
        much = found.filter(promised__gte=at_least, received=0)
        return much.order_by("-promised", "since", "name").values("pk", "name", "promised", "since")

    def of_sectors(self, terms: Iterable[int]) -> "BenefitQuerySet":
        carried = Q(
            organisation__classifications__term__in=list(terms),
            organisation__classifications__term__vocabulary=Vocabulary.SECTOR,
        )
        return self.filter(pk__in=self.model._default_manager.filter(carried).values("pk"))  # noqa: SLF001

    def looked_after_by(self, people: Iterable[int]) -> "BenefitQuerySet":
        return self.filter(organisation__owner__in=people)

    def open(self) -> "BenefitQuerySet":
        """Promised, and neither delivered nor taken back."""
        return self.filter(state__in=OPEN)

    def due_by(self, day: date | Blank) -> "BenefitQuerySet":
        return self.open().filter(due_on__lte=day)

    def for_keeper(self, person: "Person | int | Blank") -> "BenefitQuerySet":
        """Of partners that this member looks after, and of those that nobody does."""
        return self.filter(Q(organisation__owner=person) | Q(organisation__owner__isnull=True))

    def for_listing(self) -> "BenefitQuerySet":
        """What waits stands first, as it falls due; then what came last."""
        rows = self.select_related("organisation", "promised_by")
        return rows.order_by(
            Case(When(state__in=OPEN, then=0), default=1),
            F("due_on").asc(nulls_last=True),
            "-delivered_on",
            "organisation__sort_name",
            "pk",
        )


@holds(
    people=["promised_by", "came_by"],
    free=["words", "delivered_what", "withdrawn_reason", "note", "came_words"],
    plain=[
        "organisation",
        "kind",
        "is_tangible",
        "state",
        "promised_on",
        "due_on",
        "delivered_on",
        "withdrawn_on",
        "came",
        "came_on",
        "is_their_own_word",
    ],
)
@tracked()
class Benefit(PartOfOrganisation):
    """One thing that an organisation gains by being here.

    What we say of it (promised, delivered) and what they say (`came`) stand apart: neither is ever
    written from the other.
    """

    class Kind(models.TextChoices):
        VISIBILITY = "visibility", _("Being seen")
        FUNDING = "funding", _("Money or a grant")
        REACH = "reach", _("Reaching more people")
        DATA = "data", _("Data and knowledge")
        REPUTATION = "reputation", _("Reputation")
        MISSION = "mission", _("Their own mission")
        SKILLS = "skills", _("Skills and training")
        CONNECTIONS = "connections", _("Connections")
        SAVINGS = "savings", _("Money or work saved")
        VOICE = "voice", _("A voice in decisions")
        HELP = "help", _("Help with their work")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        PROMISED = "promised", _("Promised")
        UNDER_WAY = "under_way", _("Under way")
        DELIVERED = "delivered", _("Delivered")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Came(models.TextChoices):
        YES = "yes", _("Yes, it came")
        NOT_YET = "not_yet", _("Not yet")
        NO = "no", _("No, it did not")

    kind = models.CharField(_("what kind of gain"), max_length=12, choices=Kind)
    is_tangible = models.BooleanField(
        _("can be counted or touched"),
        default=False,
        help_text=_("Money, goods, hours, a list: not good will or a better name."),
    )
    words = models.CharField(
        _("what they gain"),
        max_length=500,
        help_text=_(
            "In plain words, as you would say it to them. They see it. For example: “A stand at"
            " the health fair in June, free of charge.”"
        ),
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROMISED)
    promised_on = models.DateField(_("promised on"))
    promised_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("promised by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    due_on = models.DateField(
        _("we promised it by"),
        null=True,
        blank=True,
        help_text=_("Without a day nobody is reminded, and it does not count as kept on time."),
    )
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    delivered_what = models.CharField(
        _("what they got, and how one can see it"),
        max_length=500,
        blank=True,
        help_text=_("How much, how many, or where it can be seen. They see this too."),
    )
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True)
    withdrawn_reason = models.CharField(
        _("why it was taken back"),
        max_length=500,
        blank=True,
        help_text=_("They see this, so write it as you would tell them."),
    )
    note = models.TextField(
        _("our own note"), blank=True, help_text=_("For ourselves. The partner never sees it.")
    )
    came = models.CharField(_("did it come?"), max_length=8, choices=Came, blank=True)
    came_words = models.CharField(_("in their words"), max_length=500, blank=True)
    came_on = models.DateField(_("they said so on"), null=True, blank=True)
    came_by = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("written down by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_their_own_word = models.BooleanField(
        default=False, help_text="Written by somebody who speaks for them, not told to one of us."
    )

    objects = BenefitQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("what they gain")
        verbose_name_plural = _("what they gain")
        ordering = ["organisation_id", "promised_on", "pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(
                fields=["coalition", "due_on"],
                condition=Q(state__in=["promised", "under_way"], due_on__isnull=False),
                name="benefit_due",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="benefit_kind_is_known",
                condition=Q(
                    kind__in=[
                        "visibility",
                        "funding",
                        "reach",
                        "data",
                        "reputation",
                        "mission",
                        "skills",
                        "connections",
                        "savings",
                        "voice",
                        "help",
                        "other",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="benefit_state_is_known",
                condition=Q(state__in=["promised", "under_way", "delivered", "withdrawn"]),
            ),
            models.CheckConstraint(name="benefit_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="benefit_is_due_after_it_was_promised",
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("promised_on")),
            ),
            models.CheckConstraint(
                name="benefit_is_delivered_on_a_day",
                condition=Q(state="delivered", delivered_on__isnull=False)
                | (~Q(state="delivered") & Q(delivered_on__isnull=True, delivered_what="")),
            ),
            models.CheckConstraint(
                name="benefit_is_withdrawn_on_a_day_for_a_reason",
                condition=(
                    Q(state="withdrawn", withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")
                )
                | (~Q(state="withdrawn") & Q(withdrawn_on__isnull=True, withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="benefit_answer_has_a_day_and_a_hand",
                condition=Q(
                    came="",
                    came_words="",
                    came_on__isnull=True,
                    came_by__isnull=True,
                    is_their_own_word=False,
                )
                | Q(
                    came__in=["yes", "not_yet", "no"], came_on__isnull=False, came_by__isnull=False
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.PROMISED, self.State.UNDER_WAY)

    @property
    def is_delivered(self) -> bool:
        return self.state == self.State.DELIVERED

    @property
    def is_withdrawn(self) -> bool:
        return self.state == self.State.WITHDRAWN

    @property
    def is_doubted(self) -> bool:
        """We say that it is delivered, and they say that it did not come."""
        return self.is_delivered and self.came in (self.Came.NOT_YET, self.Came.NO)

    @property
    def was_kept_on_time(self) -> bool:
        """Delivered on or before the day that was promised; False without such a day."""
        return bool(self.due_on and self.delivered_on and self.delivered_on <= self.due_on)

    def is_overdue(self, *, on: date) -> bool:
        return bool(self.is_open and self.due_on and self.due_on < on)

    def counts(self, *, on: date) -> bool:
        """Whether the on-time measure of that day counts it: its day is over, within the window.

        A promise whose day is today counts once it is delivered; what was taken back never does.
        """
        if not self.due_on or self.is_withdrawn or self.due_on <= on - WINDOW:
            return False
        return self.due_on < on or (self.due_on == on and self.is_delivered)

    def lived_in(self, year: int) -> bool:
        """Promised by the end of the year, and still open, delivered or taken back in it or later."""
        ended_on = self.delivered_on or self.withdrawn_on
        return self.promised_on.year <= year and (ended_on is None or ended_on.year >= year)


class ValueStatementQuerySet(models.QuerySet["ValueStatement"]):
    def of_coalition(self, coalition: int) -> "ValueStatementQuerySet":
        return self.filter(coalition=coalition)

    def told_of(self, organisation: Organisation) -> "ValueStatement":
        """What is said of the organisation; nothing yet is an unsaved row that says nothing."""
        rows = self.filter(organisation=organisation).select_related("stated_by", "hoped_by")
        nothing = ValueStatement(coalition_id=organisation.coalition_id, organisation=organisation)
        return rows.first() or nothing


@holds(
    people=["stated_by", "hoped_by"],
    free=["statement", "hopes"],
    plain=["organisation", "stated_on", "hoped_on"],
)
@tracked()
class ValueStatement(PartOfOrganisation):
    """What one organisation gains, in two voices: what we say to them, and what they hope for."""

    statement = models.TextField(
        _("what we say they gain"),
        blank=True,
        max_length=4000,
        help_text=_("To them, in your words: what being here is worth to them. They see it."),
    )
    stated_on = models.DateField(null=True, blank=True)
    stated_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    hopes = models.TextField(
        _("what we hope to gain"),
        blank=True,
        max_length=4000,
        help_text=_("In your own words: what would make being here worth your time?"),
    )
    hoped_on = models.DateField(null=True, blank=True)
    hoped_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ValueStatementQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("value statement")
        verbose_name_plural = _("value statements")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], name="value_is_stated_once_per_organisation"
            ),
            models.CheckConstraint(
                name="value_statement_has_a_day_and_a_hand",
                condition=Q(statement="", stated_on__isnull=True, stated_by__isnull=True)
                | (~Q(statement="") & Q(stated_on__isnull=False, stated_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="value_hopes_have_a_day_and_a_hand",
                condition=Q(hopes="", hoped_on__isnull=True, hoped_by__isnull=True)
                | (~Q(hopes="") & Q(hoped_on__isnull=False, hoped_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.statement or self.hopes
