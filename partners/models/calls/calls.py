"""A call for partners: what it is about, from when to when, and how far it is."""

from datetime import date, datetime

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.pages.signed_links import absolute
from common.personal.fields import holds

SPANISH = "es"


class CallQuerySet(models.QuerySet["Call"]):
    def visible_to(self, membership: Membership) -> "CallQuerySet":
        """All of them for who may see calls; else those that the member was asked to read for."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.SEE_CALLS):
            return rows
        return rows.filter(
            reviewers__person=membership.person_id, reviewers__released_on__isnull=True
        )

    def of_coalition(self, coalition: Coalition | int) -> "CallQuerySet":
        return self.filter(coalition=coalition)

    def with_counts(self) -> "CallQuerySet":
        """`received`: the applications that stand; `undecided`: those among them without a decision.

        The one that closes last comes first.
        """
        standing = Q(applications__withdrawn_at=None, applications__isnull=False)
        return self.annotate(
            received=models.Count("applications", filter=standing),
            undecided=models.Count("applications", filter=standing & Q(applications__decision="")),
        ).order_by("-closes_on", "-pk")

    def told(self) -> "CallQuerySet":
        """With its coalition and who has written it."""
        return self.select_related("coalition", "written_by")

    def at_address(self, home: str, slug: str) -> "Call | None":
        """The one that a stranger asks for, once it was published."""
        rows = self.filter(coalition__slug=home, slug=slug, published_at__isnull=False)
        return rows.told().first()

    def locked(self, pk: int) -> "Call":
        rows = self.select_related("coalition").select_for_update(of=("self",))
        return rows.get(pk=pk)

    def shared(self, pk: int) -> "Call":
        """Nobody closes or changes it while something is written to it; others may write beside us."""
        return self.told().select_for_update(of=("self",), no_key=True).get(pk=pk)


@holds(
    people=["written_by"],
    free=["about", "about_es"],
    plain=[
        "title",
        "title_es",
        "slug",
        "opens_on",
        "closes_on",
        "published_at",
        "closed_at",
        "decided_at",
        "created_at",
    ],
)
@tracked()
class Call(CoalitionOwned):
    """A public invitation to apply as a partner, judged by criteria that everybody can read beforehand."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        OPEN = "open", pgettext_lazy("state of a call", "Open")
        CLOSED = "closed", _("Closed")
        DECIDED = "decided", _("Decided")

    title = models.CharField(_("title"), max_length=200)
    title_es = models.CharField(_("title in Spanish"), max_length=200, blank=True)
    slug = models.SlugField(
        _("address"),
        max_length=60,
        validators=[
            RegexValidator(
                r"^[a-z0-9]+(-[a-z0-9]+)*$",
                _("Small letters without accents, digits, and hyphens between them."),
            )
        ],
        help_text=_("The last part of the public address. Short is good: it goes onto flyers."),
    )
    about = models.TextField(_("what it is about"), max_length=8000)
    about_es = models.TextField(_("what it is about, in Spanish"), max_length=8000, blank=True)
    opens_on = models.DateField(_("opens on"))
    closes_on = models.DateField(
        _("closes on"), help_text=_("On this day one can still apply, until midnight.")
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Closed by hand, before its day."
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    written_by = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(editable=False)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call for partners")
        verbose_name_plural = _("calls for partners")
        ordering = ["-closes_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="call_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", "slug"],
                name="call_has_an_address_of_its_own",
                violation_error_message=_("Another call has this address already."),
            ),
            models.CheckConstraint(
                name="call_says_what_it_is", condition=~Q(title="") & ~Q(about="") & ~Q(slug="")
            ),
            models.CheckConstraint(
                name="call_closes_after_it_opens",
                condition=Q(closes_on__gte=models.F("opens_on")),
                violation_error_message=_("It closes on the day it opens, or later."),
            ),
            models.CheckConstraint(
                name="call_is_closed_and_decided_after_it_was_published",
                condition=Q(published_at__isnull=False)
                | Q(closed_at__isnull=True, decided_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("partners:call", args=[self.coalition.slug, self.pk])

    @property
    def applications_url(self) -> str:
        return reverse("partners:call_applications", args=[self.coalition.slug, self.pk])

    @property
    def public_path(self) -> str:
        return reverse("call", args=[self.coalition.slug, self.slug])

    @property
    def public_address(self) -> str:
        """Where strangers apply: for letters and flyers."""
        return absolute(self.public_path)

    @property
    def told_title(self) -> str:
        """In the reader's language, where the coalition has written it."""
        return in_reader_language(self.title, self.title_es)

    @property
    def told_about(self) -> str:
        return in_reader_language(self.about, self.about_es)

    def state(self, *, on: date) -> "Call.State":
        if self.published_at is None:
            return Call.State.DRAFT
        if self.decided_at:
            return Call.State.DECIDED
        is_over = self.closed_at is not None or on > self.closes_on
        return Call.State.CLOSED if is_over else Call.State.OPEN

    def members_to_ask(self) -> models.QuerySet[Person]:
        """Who could read for it and was not asked yet, or was released."""
        members = self.coalition.members.active().holding(Permission.REVIEW_APPLICATIONS)
        asked = self.reviewers.at_work().values("person")
        people = Person.objects.filter(pk__in=members.values("person")).exclude(pk__in=asked)
        return people.order_by("full_name", "pk")

    def takes_applications(self, *, at: datetime) -> bool:
        """Open, and its first day has come where the coalition is."""
        today = self.coalition.day(at=at)
        return self.state(on=today) == Call.State.OPEN and self.opens_on <= today


def in_reader_language(text: str, spanish: str) -> str:
    is_spanish = (get_language() or "").startswith(SPANISH)
    return spanish if is_spanish and spanish else text


class PartOfCall(CoalitionOwned):
    """What lives and goes with one call. The key that the database checks is the composite one."""

    call = models.ForeignKey(
        Call, on_delete=models.CASCADE, related_name="%(class)ss", db_constraint=False
    )

    class Meta:
        abstract = True
