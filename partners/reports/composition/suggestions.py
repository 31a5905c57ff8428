"""Who could fill a gap: organisations the coalition knows already that stand for what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Count, IntegerField, OuterRef, Q, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from partners.models import Classification, NeededVoice, Organisation, Term
from partners.reports.areas import Areas

SHOWN = 12
MOST_WORDS = 8
KINDS: dict[str, Any] = {
    Organisation.Kind.PARTNER: gettext_lazy("partner"),
    Organisation.Kind.PROSPECT: gettext_lazy("prospect"),
    Organisation.Kind.STAKEHOLDER: gettext_lazy("stakeholder"),
}


@dataclass(frozen=True)
class Suggestion:
    """`stands_for` names what of the missing they carry; `lacks` what they do not."""

    organisation: Organisation
    stands_for: list[str]
    lacks: list[str]

    @property
    def standing(self) -> str:
        """ "prospect", or since when they are away."""
        if self.organisation.retired_on:
            return _("retired: %(why)s") % {"why": self.organisation.retired_reason}
        return str(KINDS[self.organisation.kind])


def suggestions(
    needed: NeededVoice, *, words: str = "", membership: Membership, lying: Areas
) -> list[Suggestion]:
    """Those that carry most of what is missing, who are not at the table for it yet: one query.

    First prospects and stakeholders, then who was here before, then partners who carry a part of it. With
    words, whoever is called so, whatever they carry. A town's partner stands for its county too.
    """
    terms = needed.terms
    wanted = lying.downwards(needed.term_ids)
    carried = Classification.objects.filter(organisation=OuterRef("pk"), term__in=wanted)
    rows: Any = Organisation.objects.visible_to(membership).select_related("coalition")
    rows = rows.annotate(
        carried=ArraySubquery(carried.order_by().values("term_id")),
        matching=Count(
            "classifications__term__vocabulary",
            filter=Q(classifications__term__in=wanted),
            distinct=True,
        ),
    )
    is_seated = Q(kind=Organisation.Kind.PARTNER, retired_on__isnull=True)
    if words.strip():
        rows = rows.saying(words.split()[:MOST_WORDS], people_too=False)
    else:
        rows = rows.filter(matching__gt=0).exclude(is_seated & Q(matching=len(terms)))
    place = Case(
        When(is_seated, then=Value(2)),
        When(retired_on__isnull=False, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    found = rows.order_by("-matching", place, "sort_name", "pk")[:SHOWN]
    return [_suggestion(one, terms, lying) for one in found]


def _suggestion(organisation: Any, terms: Iterable[Term], lying: Areas) -> Suggestion:
    carried = lying.upwards(organisation.carried)
    return Suggestion(
        organisation,
        stands_for=[term.name for term in terms if term.pk in carried],
        lacks=[term.name for term in terms if term.pk not in carried],
    )
