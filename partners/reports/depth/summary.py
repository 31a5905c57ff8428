"""The one line of a partner's depth: what they can give, what they need, when that was last confirmed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from accounts.models import Membership
from common.prepared import prepared
from partners.models import Organisation, ProfileAnswer, ProfileRow, Topic, Verification, Voice
from partners.models.depth import Capacity

KINDS = dict(Capacity.choices)
GIVEN = 3  # strengths and kinds of capacity that one line names
SOME = 2  # of which they said to have some or plenty


@dataclass(frozen=True)
class Summary:
    """`gives` are the strongest first; `needs` is their own sentence; without a date nobody confirmed it."""

    gives: tuple[str, ...] = ()
    needs: str = ""
    band: str = ""
    verified_on: date | None = None

    def __bool__(self) -> bool:
        return bool(self.gives or self.needs or self.band or self.verified_on)


def summary_of(organisation: Organisation, *, membership: Membership) -> Summary:
    """In one query. Only the partner's own words, so whoever sees the partner may read it."""
    told = _told.ask(organisation=organisation.pk, coalition=membership.coalition_id)
    gives = sorted((-level, words) for what, words, level in told if what == "gives")
    said = {what: words for what, words, _level in told if what != "gives"}
    on = said.get("verified")
    return Summary(
        gives=tuple(str(KINDS.get(words, words)) for _level, words in gives[:GIVEN]),
        needs=said.get("needs", ""),
        band=said.get("band", ""),
        verified_on=date.fromisoformat(on) if on else None,
    )


@prepared
def _told(*, organisation: int, coalition: int) -> QuerySet:
    here = {"organisation": organisation, "coalition": coalition}
    theirs = {**here, "voice": Voice.THEIRS}
    rows = ProfileRow.objects.filter(**theirs, level__gte=SOME)
    answers = ProfileAnswer.objects.filter(**theirs)
    latest = Verification.objects.filter(**here).order_by("-on", "-pk")
    parts = [
        _part("gives", rows.filter(topic=Topic.STRENGTHS), F("words"), level=F("level")),
        _part("gives", rows.filter(topic=Topic.CAPACITY), F("kind"), level=F("level")),
        _part("needs", answers.filter(topic=Topic.SUPPORT), F("text")),
        _part("band", answers.filter(topic=Topic.CAPACITY), F("choice")),
        _part("verified", Verification.objects.filter(pk__in=latest.values("pk")[:1]), F("on")),
    ]
    return parts[0].union(*parts[1:], all=True)


def _part(what: str, rows: QuerySet, words: F, *, level: F | None = None) -> QuerySet:
    return (
        rows.order_by()
        .annotate(
            told_what=Value(what, CharField()),
            told_words=Cast(words, CharField()),
            told_level=Coalesce(level or Value(0), Value(0), output_field=IntegerField()),
        )
        .values_list("told_what", "told_words", "told_level")
    )
