"""Which support partners need, kind by kind, who has needed it longest, and who was not asked yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.core.paginator import Page, Paginator
from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    DateField,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Least, TruncDate
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.database.unions import as_rows, united
from common.history.event_tables import events_of
from common.pages.filters import Choice, Filter
from common.text.numbers import read_ids
from partners.models import Organisation, ProfileAnswer, ProfileRow, Topic, Voice
from partners.models.depth import Support
from partners.models.organisation_queries import OrganisationQuerySet

A_PAGE = 50
OTHER = "other"  # said in words of their own
NOBODY = "none"
LAST = 10**6  # what is in no list stands behind what is
COLUMNS = ("rank", "kind", "since", "name", "pk", "words", "note", "voice", "keeper")


@dataclass(frozen=True)
class Question:
    """`?kind=17&kind=other&owner=3&owner=none`, checked."""

    kinds: tuple[int, ...] = ()
    or_other: bool = False
    owners: tuple[int, ...] = ()
    or_nobody: bool = False

    @classmethod
    def asked(cls, parameters: QueryDict) -> "Question":
        kinds, owners = parameters.getlist("kind"), parameters.getlist("owner")
        return cls(
            kinds=tuple(read_ids(kinds)),
            or_other=OTHER in kinds,
            owners=tuple(read_ids(owners)),
            or_nobody=NOBODY in owners,
        )

    @property
    def asks_kind(self) -> bool:
        return bool(self.kinds) or self.or_other


@dataclass(frozen=True)
class Need:
    """One partner needs one thing. `kind` is empty for what was said in other words.

    `since` is the day on which we first heard of it: when it was said, or when it was written down, whichever
    was earlier; of plain words, the day on which they were said.
    """

    kind: str
    since: date
    name: str
    pk: int
    words: str
    note: str
    voice: str
    keeper: str

    @property
    def is_ours(self) -> bool:
        return self.voice == Voice.OURS

    @property
    def told(self) -> str:
        """What was said beside the kind."""
        return ". ".join(part for part in (self.words, self.note) if part)


@dataclass(frozen=True)
class Needs:
    """`needing` partners told a need, `content` said that they need nothing, `unasked` were not asked yet.

    The three make up `partners`, all of today, whatever the filter; `page` has needs in the order of kinds.
    """

    page: Page
    filters: list[Filter]
    partners: int
    needing: int
    unasked: int

    @property
    def content(self) -> int:
        return self.partners - self.needing - self.unasked


def needs(question: Question, *, membership: Membership, page: str) -> Needs:
    """Seven queries, however many partners there are."""
    everybody = _partners(membership, Question())
    answers = ProfileAnswer.objects.readable_by(membership).about(Topic.SUPPORT)
    asked = answers.filter(organisation__in=everybody.values("pk")).order_by()
    rows, texts = _rows(membership, Question()), _texts(membership, Question())
    in_need = rows.values("organisation").union(texts.values("organisation"))
    found = Paginator(_all(question, membership=membership), A_PAGE).get_page(page)
    found.object_list = [_need(one) for one in found.object_list]
    partners = everybody.count()
    return Needs(
        page=found,
        filters=[_by_kind(question, rows, texts), _by_keeper(question, membership)],
        partners=partners,
        needing=in_need.count(),
        unasked=partners - asked.values("organisation").distinct().count(),
    )


def every_need(question: Question, *, membership: Membership) -> Iterator[Need]:
    """All pages of the list, one by one."""
    return map(_need, _all(question, membership=membership).iterator(chunk_size=500))


def _all(question: Question, *, membership: Membership) -> QuerySet:
    """By kind in the order of the list, the longest needed first."""
    parts = [_told_rows(_rows(membership, question), membership)]
    if not question.asks_kind or question.or_other:
        parts.append(_told_texts(_texts(membership, question)))
    return united(parts).order_by(
        *(f"told_{name}" for name in ("rank", "kind", "since", "name", "pk"))
    )


def _need(told: tuple[Any, ...]) -> Need:
    return Need(**dict(zip(COLUMNS[1:], told[1:], strict=True)))


# ---------------------------------------------------------------- rows


def _partners(membership: Membership, question: Question) -> OrganisationQuerySet:
    rows = Organisation.objects.visible_to(membership).active()
    rows = rows.of_kinds([Organisation.Kind.PARTNER])
    if question.owners or question.or_nobody:
        rows = rows.looked_after_by(question.owners, or_nobody=question.or_nobody)
    return rows


def _rows(membership: Membership, question: Question) -> QuerySet:
    rows = ProfileRow.objects.readable_by(membership).about(Topic.SUPPORT).order_by()
    if question.asks_kind:
        other = Q(term__isnull=True) if question.or_other else Q()
        named = Q(term__in=question.kinds)
        rows = rows.filter(named | other if question.or_other else named)
    return rows.filter(organisation__in=_partners(membership, question).order_by().values("pk"))


def _texts(membership: Membership, question: Question) -> QuerySet:
    """Who says that they need nothing may say more about it: that is no need."""
    said = ProfileAnswer.objects.readable_by(membership).about(Topic.SUPPORT).order_by()
    said = said.exclude(text="").exclude(choice=Support.NOTHING)
    return said.filter(organisation__in=_partners(membership, question).order_by().values("pk"))


def _told_rows(rows: QuerySet, membership: Membership) -> QuerySet:
    answer = ProfileAnswer.objects.filter(
        organisation=OuterRef("organisation"), topic=Topic.SUPPORT, voice=OuterRef("voice")
    )
    written = (
        events_of(ProfileRow).filter(pgh_obj_id=OuterRef("pk")).order_by().values("pgh_obj_id")
    )
    first = written.annotate(at=Min("pgh_created_at")).values("at")
    zone = ZoneInfo(membership.coalition.time_zone)
    return _as_needs(
        rows.annotate(first=Subquery(first)),
        rank=Coalesce("term__position", Value(LAST)),
        kind=Coalesce("term__name", Value("")),
        since=Least(Subquery(answer.values("said_on")[:1]), TruncDate("first", tzinfo=zone)),
        words=F("words"),
        note=F("note"),
    )


def _told_texts(texts: QuerySet) -> QuerySet:
    return _as_needs(
        texts, rank=Value(LAST), kind=Value(""), since=F("said_on"), words=F("text"), note=Value("")
    )


def _as_needs(
    rows: QuerySet, *, rank: Any, kind: Any, since: Any, words: Any, note: Any
) -> QuerySet:
    return as_rows(
        rows,
        rank=Cast(rank, IntegerField()),
        kind=Cast(kind, TextField()),
        since=Cast(since, DateField()),
        name=Cast(F("organisation__name"), TextField()),
        pk=Cast(F("organisation_id"), BigIntegerField()),
        words=Cast(words, TextField()),
        note=Cast(note, TextField()),
        voice=Cast(F("voice"), CharField()),
        keeper=Cast(Coalesce("organisation__owner__full_name", Value("")), TextField()),
    )


# ---------------------------------------------------------------- filters


def _by_kind(question: Question, rows: QuerySet, texts: QuerySet) -> Filter:
    """Each kind with how many partners need it; one that nobody needs is not offered."""
    counted = (
        rows.filter(term__isnull=False)
        .values_list("term", "term__name", "term__position")
        .annotate(number=Count("organisation", distinct=True))
    )
    kinds = sorted(counted, key=lambda one: (one[2], one[1]))
    choices = [
        Choice(str(pk), name, pk in question.kinds, count=number)
        for pk, name, _position, number in kinds
    ]
    others = rows.filter(term__isnull=True).values("organisation")
    number = others.union(texts.values("organisation")).count()
    choices.append(Choice(OTHER, _("In other words"), question.or_other, count=number))
    return Filter("kind", _("Kind of support"), tuple(choices))


def _by_keeper(question: Question, membership: Membership) -> Filter:
    keepers = membership.coalition.members.looking_after_partners()
    people = [(one.person_id, one.person.full_name) for one in keepers]
    choices = [Choice(str(pk), name, pk in question.owners) for pk, name in people]
    choices.append(Choice(NOBODY, _("Nobody"), question.or_nobody))
    return Filter("owner", _("Looked after by"), tuple(choices))


# ---------------------------------------------------------------- to take along


def headings() -> list[str]:
    return [
        _("Partner"),
        _("Kind of support"),
        _("What they said"),
        _("Since"),
        _("Whose words"),
        _("Looked after by"),
    ]


def cells(told: Iterable[Need]) -> Iterator[list[Any]]:
    voices = {voice.value: str(voice.label) for voice in Voice}
    other = _("In other words")
    for one in told:
        kind = one.kind or other
        yield [one.name, kind, one.told, one.since, voices[one.voice], one.keeper]
