"""What waits about power: a lead that is not shared, an experiment to look at, interests to declare."""

from datetime import date

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Person
from accounts.permissions import Permission, Role
from governance.models import Body, Experiment, LeadershipOverride
from governance.models.power.interests import seat_holders, undeclared
from governance.models.power.leadership import breaking_the_rule
from governance.reports.matters import Asked, Matter, Row, Told
from governance.reports.power.leadership import in_the_lead
from partners.models import Representation


def _broken(asked: Asked) -> QuerySet:
    """Bodies that break the rule without a reason that covers it, or whose day to mend it has come."""
    bodies = Body.objects.of_coalition(asked.coalition).standing()  # type: ignore[arg-type]
    covering = LeadershipOverride.objects.standing().filter(
        body=OuterRef("pk"), mend_by__gt=asked.on, sectors_found__lte=OuterRef("leading")
    )
    rows = breaking_the_rule(bodies, on=asked.on)
    leading = in_the_lead().in_force(on=asked.on).filter(seat__body=OuterRef("pk"))
    return rows.filter(~Exists(covering)).annotate(is_led=Exists(leading)).order_by("name", "pk")


def _broken_told(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:body_leadership", args=[slug, row.ref])
    found, asked, is_led = row.words.split("/")
    if not is_led:
        words = _("No leads yet. The rule asks for co-leads from %(n)s different sectors.")
    else:
        words = _("The rule asks for co-leads from %(n)s different sectors; there are %(found)s.")
    return Told(row.name, url, words % {"n": asked, "found": found}, _("Look at it"), url)


def _experiments(asked: Asked) -> QuerySet:
    rows = Experiment.objects.of_coalition(asked.coalition)  # type: ignore[arg-type]
    return rows.to_review(on=asked.on).order_by("review_on", "pk")


def _experiment_told(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:experiment", args=[slug, row.ref])
    review = reverse("governance:experiment_review", args=[slug, row.ref])
    words = _("It is time to say what you learned.")
    return Told(row.name, url, words, _("Look at it"), review)


def _missing(asked: Asked) -> QuerySet:
    """A line for each person, whatever number of seats they hold."""
    holders = seat_holders(asked.coalition, on=asked.on)
    earlier = holders.filter(
        Q(contact=OuterRef("contact")) | Q(contact__isnull=True),
        organisation=OuterRef("organisation"),
        pk__lt=OuterRef("pk"),
    )
    rows = undeclared(holders, on=asked.on).filter(~Exists(earlier))
    return rows.order_by("organisation__name", "pk")


def _missing_told(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:interests", args=[slug])
    words = _("They hold a seat, and no declaration of interests holds for them.")
    return Told(row.name, url, words, _("See who has declared"), url)


def _own(asked: Asked) -> QuerySet:
    """Seats held by the member, or by an organisation for which they sign."""
    themselves = Person.objects.filter(
        pk=asked.person, email__iexact=OuterRef("contact__email")
    ).exclude(email="")
    signing = Representation.objects.filter(
        organisation=OuterRef("organisation"),
        membership__person=asked.person,
        membership__role=Role.PARTNER,
        membership__ended_on__isnull=True,
    )
    rows = undeclared(seat_holders(asked.coalition, on=asked.on), on=asked.on)
    return rows.filter(Exists(themselves) | Exists(signing)).order_by("organisation__name", "pk")


def _own_told(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:interests_own", args=[slug])
    words = _("Say once a year whether an interest of your own could pull you another way.")
    return Told(row.name, url, words, _("Declare"), url)


WHO = Concat(
    Coalesce(F("contact__name"), Value("")),
    Value(" · "),
    F("organisation__name"),
    output_field=CharField(),
)

MATTERS: tuple[Matter, ...] = (
    Matter(
        key="interests_own",
        title=gettext_lazy("Your interests"),
        permission=Permission.SEE_GOVERNANCE,
        rows=_own,
        told=_own_told,
        page=lambda slug: reverse("governance:interests_own", args=[slug]),
        name=WHO,
    ),
    Matter(
        key="co_leads",
        title=gettext_lazy("A lead that is not shared"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_broken,
        told=_broken_told,
        page=lambda slug: reverse("governance:leadership", args=[slug]),
        name="name",
        words=Concat(
            Cast("leading", CharField()),
            Value("/"),
            Cast("asked", CharField()),
            Case(When(is_led=True, then=Value("/led")), default=Value("/")),
            output_field=CharField(),
        ),
    ),
    Matter(
        key="experiments",
        title=gettext_lazy("Experiments to look at"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_experiments,
        told=_experiment_told,
        page=lambda slug: reverse("governance:experiments", args=[slug]),
        name="title",
        on="review_on",
    ),
    Matter(
        key="interests",
        title=gettext_lazy("Interests not declared"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_missing,
        told=_missing_told,
        page=lambda slug: reverse("governance:interests", args=[slug]),
        name=WHO,
    ),
)
