import secrets
import zoneinfo
from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Role
from common.history.tracking import tracked
from common.personal.fields import holds

# The first part of an address is either one of these or a coalition.
RESERVED_SLUGS = frozenset(
    {
        "account",
        "accounts",
        "admin",
        "api",
        "coalitions",
        "components",
        "favicon",
        "healthz",
        "help",
        "i18n",
        "invitations",
        "language",
        "letters",
        "links",
        "me",
        "media",
        "metrics",
        "new",
        "privacy",
        "sign-in",
        "sign-out",
        "static",
        "theme",
        "welcome",
        "www",
    }
)


class CoalitionQuerySet(models.QuerySet["Coalition"]):
    def lock(self, pk: int) -> "Coalition":
        """What is judged over all of a coalition's people is judged by one at a time."""
        return self.select_for_update(no_key=True).get(pk=pk)

    def ids(self) -> models.QuerySet:
        """Of all of them, always in the same order: for work that goes through one after the other."""
        return self.order_by("pk").values_list("pk", flat=True)

    def by_day(self, among: models.QuerySet, *, at: datetime) -> dict[date, list[int]]:
        """The ids of some, by the day that it is there at a moment. One query, and three days at most."""
        found: dict[date, list[int]] = {}
        for coalition in self.filter(pk__in=among).order_by("pk").only("time_zone"):
            found.setdefault(coalition.day(at=at), []).append(coalition.pk)
        return found

    def stamp_glossary(self, pk: int) -> None:
        """Its glossary was changed: whoever kept what it says reads it anew."""
        self.filter(pk=pk).update(glossary_stamp=secrets.token_hex(8))

    def address_for(self, name: str) -> str:
        """A free address made of a name: "Sunnybrook Health" is sunnybrook-health, then …-2."""
        first = slugify(name)[:50].strip("-") or "coalition"
        taken = set(self.filter(slug__startswith=first).values_list("slug", flat=True))
        candidates = (first, *(f"{first}-{number}" for number in range(2, len(taken) + 3)))
        free = (one for one in candidates if one not in taken and one not in RESERVED_SLUGS)
        return next(free)


@holds(
    free=["problem_statement"],
    plain=[
        "name",
        "slug",
        "short_name",
        "tagline",
        "place",
        "sector_preset",
        "time_zone",
        "founded_on",
        "second_factor_for",
        "is_sample",
        "glossary_stamp",
        "created_at",
    ],
    tenant="id",
)
@tracked(exclude=["glossary_stamp"])
class Coalition(models.Model):
    """A health coalition: the tenant that owns its partners, people and everything they do."""

    class SectorPreset(models.TextChoices):
        DRUG_FREE_COMMUNITIES = "dfc", _("The 12 sectors of Drug-Free Communities")
        PUBLIC_HEALTH = "public_health", _("Public health, many sectors")
        EMPTY = "empty", _("Start with none and name our own")

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$")],
        help_text=_("The first part of every address: small letters, digits and hyphens."),
    )
    short_name = models.CharField(
        _("short name"), max_length=40, blank=True, help_text=_("Shown where room is scarce.")
    )
    tagline = models.CharField(
        _("tagline"),
        max_length=100,
        blank=True,
        db_default="",
        help_text=_(
            "A line that says what you stand for. Pages, letters and the directory carry it."
        ),
    )
    place = models.CharField(_("place"), max_length=200, help_text=_("County, city or district."))
    problem_statement = models.TextField(
        _("problem statement"),
        help_text=_("The health problem you set out to change, in plain words."),
    )
    sector_preset = models.CharField(
        _("sectors to start with"),
        max_length=20,
        choices=SectorPreset,
        default=SectorPreset.PUBLIC_HEALTH,
    )
    time_zone = models.CharField(_("time zone"), max_length=64, default="America/New_York")
    founded_on = models.DateField(_("founded on"))
    second_factor_for = ArrayField(
        models.CharField(max_length=16, choices=Role),
        verbose_name=_("second factor required for"),
        default=list,
        blank=True,
        help_text=_("Members of these roles open the coalition only with a second factor."),
    )
    is_sample = models.BooleanField(default=False)
    # Another with each change of the glossary. It stands here because every page reads this row anyway.
    glossary_stamp = models.CharField(max_length=16, blank=True, db_default="", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CoalitionQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="coalition_slug_is_not_reserved",
                condition=~models.Q(slug__in=sorted(RESERVED_SLUGS)),
            ),
            models.CheckConstraint(
                name="coalition_sector_preset_is_known",
                condition=models.Q(sector_preset__in=["dfc", "public_health", "empty"]),
            ),
            models.CheckConstraint(
                name="coalition_second_factor_is_for_known_roles",
                condition=models.Q(second_factor_for__contained_by=list(Role)),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("dashboard:home", args=[self.slug])

    @property
    def brief_name(self) -> str:
        return self.short_name or self.name

    def day(self, *, at: datetime) -> date:
        """The date in the coalition's own time zone: memberships begin and end by it."""
        return at.astimezone(zoneinfo.ZoneInfo(self.time_zone)).date()


class CoalitionOwned(models.Model):
    """What belongs to one coalition. Its table carries the coalition's id, whatever else it hangs on.

    Together with `common.database.tenancy.same_tenant` in the migration this is the wall between coalitions,
    and the key by which the database can be spread over machines. The column has no index of its
    own: each table has one that leads with it. (With both, PostgreSQL may choose the single one to
    check a composite key, and reads a whole coalition for every row.)
    """

    coalition = models.ForeignKey(
        Coalition, on_delete=models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        abstract = True
