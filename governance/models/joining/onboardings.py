"""The checklist of one newcomer: started once, ticked item by item, finished or stopped."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned, Membership
from accounts.permissions import Permission
from common.database.blanks import Blank, Day
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.assignments import RoleAssignment
from governance.models.joining.steps import JoiningStep, Milestone
from partners.models import Organisation
from partners.models.merged import FOLLOWS_MERGES


class OnboardingQuerySet(models.QuerySet["Onboarding"]):
    def of_coalition(self, coalition: Coalition | int | Blank) -> "OnboardingQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "OnboardingQuerySet":
        """All for those who see partners; a partner sees their organisation's and everybody their own."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        return rows.filter(
            Q(organisation__representations__membership=membership.pk) | Q(membership=membership.pk)
        ).distinct()

    def open(self) -> "OnboardingQuerySet":
        return self.filter(ended_on__isnull=True)

    def ended(self) -> "OnboardingQuerySet":
        return self.filter(ended_on__isnull=False)

    def of_partner(self, organisation: Organisation | int) -> "OnboardingQuerySet":
        return self.filter(organisation=organisation)

    def of_member(self, membership: Membership | int) -> "OnboardingQuerySet":
        return self.filter(membership=membership)

    def with_whom(self) -> "OnboardingQuerySet":
        return self.select_related("organisation", "membership__person", "coalition")

    def newest_first(self) -> "OnboardingQuerySet":
        return self.order_by("-joined_on", "-pk")

    def locked(self, pk: int) -> "Onboarding":
        return self.with_whom().select_for_update(of=("self",)).get(pk=pk)


@holds(
    free=["ended_because"],
    plain=["organisation", "membership", "joined_on", "started_on", "ended_on"],
    about={"accounts.Person": "membership__person"},
)
@tracked()
class Onboarding(CoalitionOwned):
    """A new partner, or a new member, is on the way in: from the day they joined to the last item."""

    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="onboardings",
        db_constraint=False,
    )
    membership = models.ForeignKey(
        "accounts.Membership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="onboardings",
        db_constraint=False,
    )
    joined_on = models.DateField(_("joined on"))
    started_on = models.DateField(_("checklist since"))
    ended_on = models.DateField(_("finished on"), null=True, blank=True)
    ended_because = models.CharField(
        _("why it stopped"),
        max_length=500,
        blank=True,
        help_text=_("Needed while something on the list is open."),
    )

    objects = OnboardingQuerySet.as_manager()

    TOLD_AS = ("organisation__name", "membership__person__full_name")

    class Meta:
        ordering = ["-joined_on", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "organisation"], name="onboarding_by_partner"),
            models.Index(fields=["coalition", "membership"], name="onboarding_by_member"),
            models.Index(fields=["coalition", "ended_on"], name="onboarding_by_end"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="onboarding_of_coalition"),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(ended_on__isnull=True),
                name="partner_has_one_open_checklist",
            ),
            models.UniqueConstraint(
                fields=["membership"],
                condition=Q(ended_on__isnull=True),
                name="member_has_one_open_checklist",
            ),
            models.CheckConstraint(
                name="onboarding_is_of_a_partner_or_of_a_member",
                condition=Q(organisation__isnull=False, membership__isnull=True)
                | Q(organisation__isnull=True, membership__isnull=False),
            ),
            models.CheckConstraint(
                name="onboarding_ends_after_it_started",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
            ),
            models.CheckConstraint(
                name="onboarding_says_why_it_stopped_only_once_it_did",
                condition=Q(ended_on__isnull=False) | Q(ended_because=""),
            ),
        ]
        triggers = [FOLLOWS_MERGES]

    def __str__(self) -> str:
        return str(self.membership.person if self.membership else self.organisation)

    def get_absolute_url(self) -> str:
        if self.organisation_id:
            return reverse(
                "governance:joining_of", args=[self.coalition.slug, self.organisation_id]
            )
        return reverse("governance:onboarding", args=[self.coalition.slug, self.pk])

    @property
    def is_open(self) -> bool:
        return self.ended_on is None


class OnboardingItemQuerySet(models.QuerySet["OnboardingItem"]):
    def tickable_by(self, membership: Membership) -> "OnboardingItemQuerySet":
        """Every item for those who keep governance; what is theirs for newcomers themselves."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.EDIT_GOVERNANCE):
            return rows
        own = Q(onboarding__membership=membership.pk)
        if membership.may(Permission.SIGN_FOR_ORGANISATION):
            own |= Q(onboarding__organisation__representations__membership=membership.pk)
        return rows.filter(own, is_theirs=True).distinct()

    def of(self, onboarding: "Onboarding | int") -> "OnboardingItemQuerySet":
        return self.filter(onboarding=onboarding)

    def kept_open(self) -> "OnboardingItemQuerySet":
        """Not ticked, on a checklist that is open; a first role counts as soon as one is given."""
        roles = RoleAssignment.objects.filter(
            Q(organisation=OuterRef("onboarding__organisation"))
            | Q(contact__email__iexact=OuterRef("onboarding__membership__person__email")),
            Q(ends_on__isnull=True) | Q(ends_on__gte=OuterRef("onboarding__joined_on")),
            coalition=OuterRef("coalition"),
        )
        return self.filter(
            ~Q(kind=Milestone.FIRST_ROLE) | ~Exists(roles.order_by()),
            done_on__isnull=True,
            onboarding__ended_on__isnull=True,
        )

    def late(self, *, on: Day) -> "OnboardingItemQuerySet":
        return self.kept_open().filter(due_on__lt=on)

    def with_newcomers(self) -> "OnboardingItemQuerySet":
        return self.select_related(
            "onboarding__organisation", "onboarding__membership__person", "onboarding__coalition"
        )

    def with_people(self) -> "OnboardingItemQuerySet":
        return self.select_related("ticked_by")


@holds(
    free=["words", "hint"],
    people=["ticked_by"],
    plain=[
        "onboarding",
        "step",
        "kind",
        "due_on",
        "is_theirs",
        "position",
        "done_on",
        "ticked_at",
    ],
)
@tracked()
class OnboardingItem(CoalitionOwned):
    """One item of one newcomer's checklist, as the list stood when it was started."""

    onboarding = models.ForeignKey(
        Onboarding,
        on_delete=models.CASCADE,
        related_name="items",
        db_constraint=False,
        db_index=False,
    )
    step = models.ForeignKey(
        JoiningStep,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="items",
        db_constraint=False,
        help_text=_("The item of the coalition's list; empty for one of this newcomer alone."),
    )
    kind = models.CharField(max_length=16, choices=Milestone, default=Milestone.OTHER)
    words = models.CharField(_("what is to happen"), max_length=200)
    hint = models.CharField(_("how, or with what"), max_length=500, blank=True)
    due_on = models.DateField(_("by when"), null=True, blank=True)
    is_theirs = models.BooleanField(_("they may tick it themselves"), default=False)
    position = models.PositiveIntegerField(default=0)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    ticked_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ticked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = OnboardingItemQuerySet.as_manager()

    TOLD_AS = "words"

    class Meta:
        ordering = ["position", "pk"]
        indexes = [
            models.Index(fields=["coalition", "onboarding"], name="onboarding_item_by_list"),
            models.Index(fields=["coalition", "step"], name="onboarding_item_by_step"),
            models.Index(fields=["coalition", "kind", "done_on"], name="onboarding_item_by_kind"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["onboarding", "step"], name="onboarding_item_is_listed_once"
            ),
            models.CheckConstraint(
                name="onboarding_item_kind_is_known", condition=Q(kind__in=list(Milestone.values))
            ),
            models.CheckConstraint(name="onboarding_item_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="onboarding_item_is_ticked_at_a_moment",
                condition=Q(done_on__isnull=True, ticked_at__isnull=True, ticked_by__isnull=True)
                | Q(done_on__isnull=False, ticked_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_read_from_roles(self) -> bool:
        """Nobody ticks it: seats and functions say when."""
        return self.kind == Milestone.FIRST_ROLE
