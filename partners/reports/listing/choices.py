"""The answers that each filter of the partner list offers, in one query."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from accounts.permissions import Permission, Role
from common.database.prepared import prepared
from common.database.unions import united
from common.pages.filters import Choice, Filter, chosen_filter
from partners.models import (
    BroadSector,
    Organisation,
    OwnField,
    SavedView,
    Selection,
    Term,
    Vocabulary,
)
from partners.models.own_fields.fields import as_text
from partners.reports.listing import own_filters
from partners.reports.listing.abilities import GOVERNMENT, Able, governments
from partners.reports.listing.facets import Counts
from partners.reports.listing.kept_views import in_tab_order, somebody, views_as_text
from partners.reports.listing.questions import (
    BROAD,
    ME,
    NOBODY,
    RETIRED_ONLY,
    RETIRED_TOO,
    Question,
)
from partners.reports.own_fields.fields import asked_among, shown_to

FILTERED_BY = {
    Vocabulary.SECTOR: gettext_lazy("Sector"),
    Vocabulary.POPULATION: gettext_lazy("Serves"),
    Vocabulary.AREA: gettext_lazy("Area"),
    Vocabulary.LANGUAGE: gettext_lazy("Language"),
    Vocabulary.DETERMINANT: gettext_lazy("Social determinant"),
    Vocabulary.TAG: gettext_lazy("Tag"),
}

TERM, KEEPER, OWN, VIEW, PICKED = "term", "keeper", "own", "view", "picked"
# Members who left are offered too: their partners need somebody else.
KEEPING = [role for role in Role if Permission.EDIT_PARTNERS in role.permissions]


@dataclass(frozen=True)
class Lists:
    """A coalition's terms, the members who look after partners or once did, its own fields and its views.

    And whether this member has picked rows lately: who has not need not be asked which.
    """

    terms: list[Term]
    keepers: list[Membership]
    own_fields: list[OwnField]  # of organisations: columns, and orders
    asked_fields: list[OwnField]  # also of people: filters
    views: list[SavedView]
    has_picked: bool = True

    @classmethod
    def of(cls, membership: Membership) -> "Lists":
        told: dict[str, list[str]] = {TERM: [], KEEPER: [], OWN: [], VIEW: [], PICKED: []}
        asked = {"coalition": membership.coalition_id, "person": membership.person_id}
        for kind, text in _lists.ask(membership.role, membership=membership.pk, **asked):
            told[kind].append(text)
        terms = [Term(**json.loads(text)) for text in told[TERM]]
        keepers = [_keeper(**json.loads(text)) for text in told[KEEPER]]
        fields = list(map(OwnField.of_text, told[OWN]))
        return cls(
            terms=sorted(terms, key=lambda term: (term.vocabulary, term.position, term.name)),
            own_fields=shown_to(membership, fields, about="organisation"),
            asked_fields=asked_among(membership, fields),
            keepers=sorted(keepers, key=lambda keeper: (keeper.person.full_name, keeper.pk)),
            views=in_tab_order(told[VIEW], me=membership.person_id),
            has_picked=bool(told[PICKED]),
        )

    def ids(self, question: Question) -> dict[str, list[int]]:
        """The ids of the terms that the question names, retired ones included."""
        named = {
            vocabulary: [
                term.pk
                for term in self.terms
                if term.vocabulary == vocabulary and term.name in names
            ]
            for vocabulary, names in question.terms.items()
        }
        broad = [term.pk for term in self.terms if term.broad_sector in question.broad]
        return {**named, BROAD: broad} if question.broad else named

    def filters(self, question: Question, counts: Counts, *, me: int) -> list[Filter]:
        """A list without entries has no chip: there is nothing to choose."""
        offered = [
            _filter(question, "kind", _("Kind"), Organisation.Kind.choices),
            *(self._by_term(question, vocabulary) for vocabulary in Vocabulary),
            self._by_keeper(question, me=me),
            _filter(question, "people", _("People"), [(NOBODY, _("nobody to call"))], single=True),
            Retired.chosen(question),
        ]
        seldom = [
            self._by_broad(question),
            _filter(question, GOVERNMENT, _("Level of government"), governments()),
        ]
        chips = [
            *(each for each in offered if each.choices),
            *own_filters.filters(question.own, self.asked_fields),
            *(each for each in seldom if each.choices),
        ]
        chips.insert(1, Able.chosen(question.abilities))  # where nobody has to unfold the bar
        return [_counted(each, counts, me=me) if each.choices else each for each in chips]

    def notes(self, question: Question) -> list[str]:
        """What the address names and the lists no longer offer, in plain words."""
        offered = {(term.vocabulary, term.name): term.retired_on for term in self.terms}
        named = [(voc, name) for voc, names in question.terms.items() for name in names]
        people = {str(keeper.person_id) for keeper in self.keepers} | {ME, NOBODY}
        unknown = [name for vocabulary, name in named if (vocabulary, name) not in offered]
        retired = [name for vocabulary, name in named if offered.get((vocabulary, name))]
        return [
            *(
                _("“%(name)s” is not in your lists any more, so nobody carries it.")
                % {"name": name}
                for name in unknown
            ),
            *(
                _("“%(name)s” is offered no more. Who still carries it is shown.") % {"name": name}
                for name in retired
            ),
            *(
                [_("Someone by whom this list is filtered looks after nobody here any more.")]
                if set(question.owners) - people
                else []
            ),
            *own_filters.notes(question.own, self.asked_fields),
        ]

    def _by_term(self, question: Question, vocabulary: Vocabulary) -> Filter:
        terms = [term for term in self.terms if term.vocabulary == vocabulary]
        named = question.chosen(vocabulary)
        offered = [term.name for term in terms if not term.retired_on or term.name in named]
        return _filter(
            question, vocabulary, str(FILTERED_BY[vocabulary]), [(n, n) for n in offered]
        )

    def _by_broad(self, question: Question) -> Filter:
        """Those of which there are sectors."""
        offered = {term.broad_sector for term in self.terms if not term.retired_on}
        choices = [
            (value, label)
            for value, label in BroadSector.choices
            if value in offered or value in question.broad
        ]
        return _filter(question, BROAD, _("Broad sector"), choices)

    def _by_keeper(self, question: Question, *, me: int) -> Filter:
        people = {keeper.person_id: str(keeper.person) for keeper in self.keepers}
        others = [(str(pk), name) for pk, name in people.items() if pk != me]
        mine = [(ME, _("Me"))] if me in people else []
        return _filter(
            question, "owner", _("Looked after by"), [*mine, *others, (NOBODY, _("Nobody"))]
        )


@prepared
def _lists(role: str, *, membership: int, coalition: int, person: int) -> QuerySet:
    """All in one query, each row as text: four short lists are not worth four."""
    member = Membership(pk=membership, coalition_id=coalition, person_id=person, role=role)
    terms = JSONObject(
        id="pk",
        vocabulary="vocabulary",
        position="position",
        name="name",
        retired_on="retired_on",
        broad_sector="broad_sector",
    )
    keepers = JSONObject(
        pk="pk",
        ended_on="ended_on",
        person="person_id",
        name="person__full_name",
        email="person__email",
        erased_at="person__erased_at",
    )
    kept = Membership.objects.filter(coalition=coalition, role__in=KEEPING)
    parts = [
        (TERM, Term.objects.of_coalition(coalition), Cast(terms, TextField())),
        (KEEPER, kept, Cast(keepers, TextField())),
        (OWN, OwnField.objects.of_coalition(coalition), as_text()),
        (VIEW, *views_as_text(member)),
        (PICKED, Selection.objects.filter(membership=membership), Cast("pk", TextField())),
    ]
    return united(rows.order_by().values_list(Value(kind), text) for kind, rows, text in parts)


def _keeper(
    *, pk: int, ended_on: str | None, person: int, name: str, email: str, erased_at: str | None
) -> Membership:
    """As much of a membership as tells who somebody is, and whether they are still here."""
    return Membership(pk=pk, person=somebody(person, name, email, erased_at), ended_on=ended_on)


def _counted(plain: Filter, counts: Counts, *, me: int) -> Filter:
    """The filter with how many each of its choices would leave."""

    def number(value: str) -> int | None:
        return counts.of(plain.name, str(me) if value == ME else value)

    choices = tuple(
        Choice(choice.value, choice.label, choice.is_chosen, number(choice.value))
        for choice in plain.choices
    )
    return replace(plain, choices=choices, is_countable=True)


@dataclass(frozen=True)
class Retired(Filter):
    """Unlike the others it hides something when it is not set, and says so."""

    @classmethod
    def chosen(cls, question: Question) -> "Retired":
        plain = _filter(
            question,
            "retired",
            _("Retired"),
            [(RETIRED_TOO, _("shown too")), (RETIRED_ONLY, _("only these"))],
        )
        return cls(plain.name, plain.label, plain.choices, is_single=True)

    @property
    def summary(self) -> str:
        return super().summary if self.is_set else _("hidden")


def _filter(
    question: Question,
    name: str,
    label: str,
    choices: Iterable[tuple[str, object]],
    *,
    single: bool = False,
) -> Filter:
    """A filter; a value in the address that is no longer offered is shown, so that it can be taken off."""
    values = list(question.chosen(name))
    offered = [(value, str(words)) for value, words in choices]
    known = {value for value, _words in offered}
    unknown = [(value, value) for value in values if value not in known]
    made = chosen_filter(name=name, label=label, choices=[*offered, *unknown], values=values)
    return Filter(made.name, made.label, made.choices, is_single=single)
