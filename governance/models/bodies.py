"""The bodies in which a coalition works and decides: steering committee, working groups and others."""

from collections.abc import Iterable
from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.models.memberships import today_there
from accounts.permissions import Permission
from common.history.tracking import tracked
from common.personal.fields import holds
from common.text.numbers import read_id
from governance.models.circles import HAS_NO_CIRCLE
from governance.models.saying import saying


class Publication(models.TextChoices):
    """Who may read of something: the world, the coalition's members, or those who sit in it."""

    PUBLIC = "public", _("Everybody, also outside the coalition")
    MEMBERS = "members", _("All members of the coalition")
    BODY = "body", _("Only those who sit in it, and coordinators")


class BodyQuerySet(models.QuerySet["Body"]):
    def of_coalition(self, coalition: int) -> "BodyQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "BodyQuerySet":
        """Of the member's coalition: what all members may read, and where the member sits.

        Somebody sits where the person or the delegate of a seat's holder has their e-mail address today.
        """
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.EDIT_GOVERNANCE):
            return rows
        return rows.filter(
            ~Q(publication=Publication.BODY) | Exists(self._seating(membership.person.email))
        )

    def _seating(self, address: str) -> "BodyQuerySet":
        their_own = Q(seats__assignments__contact__email__iexact=address)
        in_their_place = Q(seats__assignments__delegate__email__iexact=address)
        return self.model.objects.filter(
            their_own | in_their_place,
            Q(seats__assignments__ends_on__isnull=True)
            | Q(seats__assignments__ends_on__gte=today_there()),
            pk=OuterRef("pk"),
            seats__assignments__starts_on__lte=today_there(),
        )

    def public(self) -> "BodyQuerySet":
        return self.filter(publication=Publication.PUBLIC)

    def standing(self) -> "BodyQuerySet":
        """Not closed; it may be paused."""
        return self.filter(closed_on__isnull=True)

    def at_work(self) -> "BodyQuerySet":
        return self.standing().filter(paused_on__isnull=True)

    def but(self, body: "Body") -> "BodyQuerySet":
        return self.exclude(pk=body.pk)

    def told(self) -> "BodyQuerySet":
        """With its coalition, which every address of it names."""
        return self.select_related("coalition")

    def chosen(self, told: str) -> "Body | None":
        """The one that an address names by its id, if it names one."""
        return self.filter(pk=read_id(told)).first()

    def among(self, ids: Iterable[int]) -> "BodyQuerySet":
        return self.filter(pk__in=list(ids))

    def beneath(self, body: "Body") -> "BodyQuerySet":
        """Those that belong to it directly."""
        return self.filter(coalition=body.coalition_id, parent=body)

    def saying(self, words: Iterable[str]) -> "BodyQuerySet":
        return saying(self, words, columns=["name", "own_kind", "purpose"])

    def own_kinds(self, coalition: int) -> list[str]:
        """The words that were used for kinds of its own, to be offered again."""
        rows = self.of_coalition(coalition).exclude(own_kind="").order_by("own_kind")
        return list(rows.values_list("own_kind", flat=True).distinct())

    def ways_up(self, coalition: int) -> dict[int, int | None]:
        """Each body with the one that it belongs to."""
        return dict(self.of_coalition(coalition).order_by().values_list("pk", "parent"))

    def at_address(self, home: str) -> "BodyQuerySet":
        """What strangers may read of one coalition."""
        return self.filter(coalition__slug=home).public().standing()


@holds(
    free=["purpose", "closed_because", "paused_because"],
    plain=[
        "name",
        "kind",
        "own_kind",
        "parent",
        "cadence",
        "quorum",
        "publication",
        "opened_on",
        "paused_on",
        "closed_on",
    ],
)
@tracked()
class Body(CoalitionOwned):
    """A group in which the coalition works or decides, and which people hold seats in."""

    class Kind(models.TextChoices):
        STEERING = "steering", _("Steering committee")
        WORKING_GROUP = "working_group", _("Working group")
        LEAD_ORGANISATION = "lead_organisation", _("Lead organisation")
        ADVISORY = "advisory", _("Advisory group")
        OTHER = "other", _("A kind of our own")

    class Cadence(models.TextChoices):
        WEEKLY = "weekly", _("Every week")
        FORTNIGHTLY = "fortnightly", _("Every two weeks")
        MONTHLY = "monthly", _("Every month")
        QUARTERLY = "quarterly", _("Every three months")
        HALF_YEARLY = "half_yearly", _("Twice a year")
        YEARLY = "yearly", _("Once a year")
        AS_NEEDED = "as_needed", _("When there is need")

    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.WORKING_GROUP)
    own_kind = models.CharField(
        _("what you call this kind"),
        max_length=80,
        blank=True,
        help_text=_("For a kind of your own: “Youth council”, “Residents’ table”."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        db_constraint=False,
        help_text=_("The body that it reports to."),
    )
    purpose = models.TextField(_("what it is for"), max_length=2000, blank=True)
    cadence = models.CharField(_("meets"), max_length=12, choices=Cadence, blank=True)
    quorum = models.PositiveSmallIntegerField(
        _("quorum"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("How many of a hundred voting seats must be there. Empty: none is set."),
    )
    publication = models.CharField(
        _("who may read of it"),
        max_length=8,
        choices=Publication,
        default=Publication.MEMBERS,
    )
    opened_on = models.DateField(_("since"))
    paused_on = models.DateField(_("paused since"), null=True, blank=True)
    paused_because = models.CharField(_("why it is paused"), max_length=500, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    closed_because = models.CharField(_("why it was closed"), max_length=500, blank=True)

    objects = BodyQuerySet.as_manager()

    TOLD_AS = "name"

    class Meta:
        ordering = ["name", "pk"]
        triggers = [HAS_NO_CIRCLE]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="body_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                models.Func("name", function="plain_text"),
                condition=Q(closed_on__isnull=True),
                name="body_name_is_used_once_while_it_stands",
                violation_error_message=_("There is a body of that name already."),
            ),
            models.CheckConstraint(
                name="body_kind_is_known",
                condition=Q(
                    kind__in=["steering", "working_group", "lead_organisation", "advisory", "other"]
                ),
            ),
            models.CheckConstraint(
                name="body_has_a_word_for_its_own_kind_and_only_then",
                condition=(Q(kind="other") & ~Q(own_kind="")) | (~Q(kind="other") & Q(own_kind="")),
            ),
            models.CheckConstraint(
                name="body_cadence_is_known",
                condition=Q(
                    cadence__in=[
                        "",
                        "weekly",
                        "fortnightly",
                        "monthly",
                        "quarterly",
                        "half_yearly",
                        "yearly",
                        "as_needed",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="body_quorum_is_a_share",
                condition=Q(quorum__isnull=True) | Q(quorum__range=(1, 100)),
            ),
            models.CheckConstraint(
                name="body_publication_is_known",
                condition=Q(publication__in=["public", "members", "body"]),
            ),
            models.CheckConstraint(
                name="body_is_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
            models.CheckConstraint(
                name="body_says_why_it_is_paused",
                condition=Q(paused_on__isnull=True, paused_because="")
                | (Q(paused_on__isnull=False) & ~Q(paused_because="")),
            ),
            models.CheckConstraint(
                name="body_says_why_it_was_closed",
                condition=Q(closed_on__isnull=True, closed_because="")
                | (Q(closed_on__isnull=False) & ~Q(closed_because="")),
            ),
            models.CheckConstraint(
                name="body_closes_after_it_opened",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("governance:body", args=[self.coalition.slug, self.pk])

    @property
    def kind_in_words(self) -> str:
        return self.own_kind or str(self.get_kind_display())

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    @property
    def is_paused(self) -> bool:
        return self.paused_on is not None and not self.is_closed

    def stood(self, *, on: date) -> bool:
        """Whether it was open on that day."""
        return self.opened_on <= on and (self.closed_on is None or on < self.closed_on)
