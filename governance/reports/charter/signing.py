"""Who has signed the charter, who objects, and who has said nothing: a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from governance.models import CharterRequest, CharterSignature, CharterVersion
from governance.reports.charter.summary import members_of
from partners.models import Contact, Organisation

SHOWN = 100  # on one page
SIGNED, OBJECTS, SILENT = "signed", "objects", "silent"
ANSWERS = (SIGNED, OBJECTS, SILENT)
# Whom a letter reaches first: who speaks for them, else who decides there, else anybody.
ORDER = (Contact.Role.REPRESENTATIVE, Contact.Role.DECISION_MAKER, Contact.Role.DAY_TO_DAY)


@dataclass(frozen=True)
class Line:
    """One member organisation, and what it said. `signature` and `request` are None where there is none."""

    organisation: Organisation
    signature: CharterSignature | None
    request: CharterRequest | None


@dataclass(frozen=True)
class Signing:
    """A page of the members, and how many of all there are of each kind."""

    version: CharterVersion
    page: Page
    lines: list[Line]
    signed: int
    objects: int
    silent: int
    to_ask: int
    unreachable: int
    only: str

    @property
    def members(self) -> int:
        return self.signed + self.objects + self.silent


def signing(version: CharterVersion, *, only: str = "", page: str | int = 1) -> Signing:
    """`only` keeps to one answer. Six queries, however many members there are."""
    everyone = _told(version)
    counts = _counts(everyone)
    wanted = everyone.filter(told=only) if only in ANSWERS else everyone
    found = Paginator(_with_answers(wanted, version), SHOWN).get_page(page)
    unasked, to_ask = counts.pop("unasked"), _reachable(everyone).count()
    return Signing(
        version=version,
        page=found,
        lines=[_line(organisation) for organisation in found],
        to_ask=to_ask,
        unreachable=unasked - to_ask,
        only=only if only in ANSWERS else "",
        **counts,
    )


def to_be_asked(version: CharterVersion) -> list[Contact]:
    """Who gets the letter at each member that has said nothing and was not asked. Some have nobody."""
    return list(_reachable(_told(version)))


def _told(version: CharterVersion) -> QuerySet:
    """`told`: what each member says to the version; `was_asked`: whether a letter was sent."""
    given = CharterSignature.objects.filter(version=version, organisation=OuterRef("pk"))
    asked = CharterRequest.objects.filter(version=version, organisation=OuterRef("pk"))
    rows: QuerySet = members_of(version.coalition_id)
    return rows.annotate(
        told=Coalesce(Subquery(given.values("answer")[:1]), Value(SILENT)),
        was_asked=Exists(asked),
    )


def _counts(everyone: QuerySet) -> dict[str, int]:
    answers = {answer: Count("pk", filter=Q(told=answer)) for answer in ANSWERS}
    return everyone.aggregate(
        **answers, unasked=Count("pk", filter=Q(told=SILENT, was_asked=False))
    )


def _with_answers(rows: QuerySet, version: CharterVersion) -> QuerySet:
    asked = CharterRequest.objects.to(version).select_related("contact")
    return rows.order_by("sort_name", "pk").prefetch_related(
        Prefetch("charter_signatures", CharterSignature.objects.to(version), to_attr="said"),
        Prefetch("charter_requests", asked, to_attr="asked"),
    )


def _line(organisation: Organisation) -> Line:
    said, asked = organisation.said, organisation.asked  # type: ignore[attr-defined]
    return Line(organisation, next(iter(said), None), next(iter(asked), None))


def _reachable(everyone: QuerySet) -> QuerySet[Contact]:
    """One person of each: nobody who has left, has no address, or wants no letters."""
    unasked = everyone.filter(told=SILENT, was_asked=False).order_by().values("pk")
    rows = writable().filter(organisation__in=unasked)
    return rows.order_by("organisation_id", _rank(ORDER), "pk").distinct("organisation_id")


def writable() -> QuerySet[Contact]:
    """People to whom a letter may go; see `Contact.may_be_written_to`."""
    rows = Contact.objects.current().exclude(email="")
    return rows.filter(
        ~Q(listing_consent=Contact.Consent.NO),
        wants_no_letters=False,
        erasure_asked_on__isnull=True,
        erased_on__isnull=True,
    ).select_related("organisation")


def _rank(roles: Iterable[str]) -> Case:
    places = [When(role=role, then=Value(place)) for place, role in enumerate(roles)]
    return Case(*places, default=Value(len(places)), output_field=IntegerField())
