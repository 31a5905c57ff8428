"""Whether an applicant is perhaps on the list already."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Func, Q, Value

from partners.likeness.faces import Face, face, host_of, tells
from partners.likeness.judging import THRESHOLD, compare
from partners.models import Application, Organisation
from partners.reports.merging.pairs import in_words

# pg_trgm similarity from which a name is worth comparing; the comparison itself decides.
CLOSE = 0.3
COMPARED = 20
SHOWN = 3


@dataclass(frozen=True)
class Likely:
    """An organisation that is perhaps the applicant, how likely (0 to 100), and why."""

    organisation: Organisation
    percent: int
    reasons: tuple[str, ...]


def likely_the_same(application: Application) -> list[Likely]:
    """At most three, the likeliest first; judged as likely duplicates are. Five queries."""
    theirs = face(
        names=[application.organisation_name],
        emails=[application.email],
        websites=[application.website],
        phones=[application.phone],
    )
    judged = [(one, compare(theirs, _face(one))) for one in _candidates(application)]
    likely = sorted(judged, key=lambda pair: (-pair[1].score, pair[0].sort_name))
    return [
        Likely(
            organisation=one,
            percent=round(likeness.score * 100),
            reasons=tuple(in_words((reason.kind, reason.value) for reason in likeness.reasons)),
        )
        for one, likeness in likely
        if likeness.score >= THRESHOLD
    ][:SHOWN]


def _candidates(application: Application) -> list[Organisation]:
    """Those of nearly the name, or who are reached by the same address, site or other name."""
    plain: Any = Func(Value(application.organisation_name), function="plain_text")
    alike = Q(likeness__gte=CLOSE)
    if application.email:
        alike |= Q(email__iexact=application.email) | Q(contacts__email__iexact=application.email)
    host = host_of(application.website) or application.email.rpartition("@")[2]
    if tells(host):
        alike |= Q(website__icontains=host)
    alike |= Q(aliases__name__iexact=application.organisation_name)
    rows = Organisation.objects.of_coalition(application.coalition_id)
    found = rows.alias(likeness=TrigramSimilarity("sort_name", plain)).filter(alike)
    nearest = found.order_by("-likeness", "pk").values_list("pk", flat=True)[: COMPARED * 2]
    ids = list(dict.fromkeys(nearest))[:COMPARED]
    whole = Organisation.objects.filter(pk__in=ids).select_related("coalition")
    return list(whole.prefetch_related("aliases", "contacts", "phones", "addresses"))


def _face(organisation: Organisation) -> Face:
    return face(
        names=[organisation.name, *(one.name for one in organisation.aliases.all())],
        emails=[organisation.email, *(one.email for one in organisation.contacts.all())],
        websites=[organisation.website],
        phones=[one.number for one in organisation.phones.all()],
        addresses=[
            (one.street, one.city, one.region, one.postcode) for one in organisation.addresses.all()
        ],
    )
