"""The charter: what a coalition sets out to do and how, in versions."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds

# Of what a charter consists, in the order in which it is read.
PARTS = (
    "problem_statement",
    "evidence",
    "vision",
    "purpose",
    "scope",
    "values",
    "membership_terms",
)
SOON = timedelta(days=30)  # so long before its day the yearly reading is told of
LONGEST = 6000  # characters of one part: two pages
# “Adults told that they have it, 2024: https://health.example/atlas” has its address at the end.
ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Evidence:
    """One source for the problem statement: what it shows, and where it can be read."""

    words: str
    address: str


class CharterVersionQuerySet(models.QuerySet["CharterVersion"]):
    def of_coalition(self, coalition: int | Blank) -> "CharterVersionQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "CharterVersionQuerySet":
        """What was adopted is for all members; the draft for those who read what changes, and when."""
        rows = self.filter(coalition=membership.coalition_id)
        return rows if membership.may(Permission.SEE_HISTORY) else rows.adopted()

    def adopted(self) -> "CharterVersionQuerySet":
        return self.filter(adopted_on__isnull=False)

    def current(self) -> "CharterVersionQuerySet":
        """Of each coalition the version that holds: the last that was adopted."""
        later = self.model.objects.adopted().filter(
            coalition=models.OuterRef("coalition"), number__gt=models.OuterRef("number")
        )
        return self.adopted().filter(~models.Exists(later))

    def held_by(self, coalition: int) -> "CharterVersion | None":
        """The version that holds in the coalition; None before it has adopted one."""
        return self.of_coalition(coalition).current().first()

    def told(self) -> "CharterVersionQuerySet":
        """With its coalition, which every address of it names."""
        return self.select_related("coalition")

    def held_in(self, coalition: int) -> "CharterVersion | None":
        """The version that holds; none before the first is adopted."""
        return self.of_coalition(coalition).current().told().first()

    def draft_in(self, coalition: int) -> "CharterVersion | None":
        """What is being written; there is one draft at a time."""
        return self.of_coalition(coalition).drafts().told().first()

    def drafts(self) -> "CharterVersionQuerySet":
        return self.filter(adopted_on__isnull=True)

    def to_be_read(self, *, on: date | Blank) -> "CharterVersionQuerySet":
        """Those that hold and are to be read again within a month, or were before."""
        told_from = Cast(F("review_on") - Value(SOON), models.DateField())
        return self.current().alias(told_from=told_from).filter(told_from__lte=on)

    def before(self, version: "CharterVersion") -> "CharterVersionQuerySet":
        """Earlier versions, the latest first."""
        earlier = self.filter(coalition=version.coalition_id, number__lt=version.number)
        return earlier.order_by("-number")


@holds(
    people=["drafted_by"],
    free=[*PARTS, "what_changed", "adopted_how"],
    plain=["number", "adopted_on", "review_on"],
)
@tracked()
class CharterVersion(CoalitionOwned):
    """One version of the charter: a draft until it is adopted, and never changed afterwards."""

    number = models.PositiveSmallIntegerField(_("version"))
    problem_statement = models.TextField(
        _("the problem"),
        max_length=LONGEST,
        help_text=_("Who suffers from what, where, and how much of it there is."),
    )
    evidence = models.TextField(
        _("how we know"),
        max_length=LONGEST,
        blank=True,
        help_text=_("A line for each source: what it shows, then its web address."),
    )
    vision = models.TextField(
        _("vision"), max_length=LONGEST, blank=True, help_text=_("What will be true one day.")
    )
    purpose = models.TextField(
        _("purpose"),
        max_length=LONGEST,
        blank=True,
        help_text=_("What you do together that nobody could do alone."),
    )
    scope = models.TextField(
        _("scope"),
        max_length=LONGEST,
        blank=True,
        help_text=_("For whom and where, until when, and what you leave to others."),
    )
    values = models.TextField(
        _("values"),
        max_length=LONGEST,
        blank=True,
        help_text=_("How you want to treat each other."),
    )
    membership_terms = models.TextField(
        _("membership"),
        max_length=LONGEST,
        blank=True,
        help_text=_("Who can be a member, what a member gives and gets, and how one leaves."),
    )
    what_changed = models.TextField(
        _("what is new in it"),
        max_length=1000,
        blank=True,
        help_text=_("In a sentence or two, for those who know the version before."),
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    adopted_how = models.CharField(
        _("how it was adopted"),
        max_length=300,
        blank=True,
        help_text=_("“By consent of the steering committee, 7 of 9 there.”"),
    )
    review_on = models.DateField(
        _("read again by"),
        null=True,
        blank=True,
        help_text=_("A charter is read again every year."),
    )
    drafted_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CharterVersionQuerySet.as_manager()

    TOLD_AS = "number"

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="charter_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", "number"], name="charter_number_is_used_once"
            ),
            models.UniqueConstraint(
                fields=["coalition", "adopted_on"],
                condition=Q(adopted_on__isnull=True),
                nulls_distinct=False,
                name="charter_has_one_draft_at_a_time",
            ),
            models.CheckConstraint(
                name="charter_is_adopted_somehow_and_read_again",
                condition=Q(adopted_on__isnull=True, adopted_how="", review_on__isnull=True)
                | (Q(adopted_on__isnull=False, review_on__isnull=False) & ~Q(adopted_how="")),
            ),
            models.CheckConstraint(
                name="charter_is_read_again_after_it_was_adopted",
                condition=Q(adopted_on__isnull=True) | Q(review_on__gt=F("adopted_on")),
            ),
            models.CheckConstraint(
                name="charter_says_what_the_problem_is", condition=~Q(problem_statement="")
            ),
        ]

    def __str__(self) -> str:
        return str(_("Version %(number)s") % {"number": self.number})

    def get_absolute_url(self) -> str:
        return reverse("governance:charter_version", args=[self.coalition.slug, self.number])

    @property
    def is_draft(self) -> bool:
        return self.adopted_on is None

    @property
    def fingerprint(self) -> str:
        """Another for every wording: whether somebody has read what they adopt."""
        told = "\0".join(getattr(self, part) for part in PARTS)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def sources(self) -> list[Evidence]:
        """The lines of `evidence`; words without an address are a source on paper."""
        return [source_of(line) for line in self.evidence.splitlines() if line.strip()]

    @property
    def written_parts(self) -> list[tuple[str, str]]:
        """What stands in it but for the evidence, by the name of the part; empty parts are left out."""
        told = ((name, getattr(self, name)) for name in PARTS if name != "evidence")
        return [(name, words) for name, words in told if words]


def source_of(line: str) -> Evidence:
    """“Health atlas 2024: https://a.example/b” is the words “Health atlas 2024” and the address."""
    found = ADDRESS.search(line)
    if found is None:
        return Evidence(line.strip(), "")
    address = found.group().rstrip(".,;)")
    words = line.replace(address, " ").strip(" \t.,;:–—-()")
    return Evidence(" ".join(words.split()) or address, address)
