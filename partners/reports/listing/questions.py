"""What a list of partners is asked for: words, filters, order and page, as the address bar holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.datastructures import MultiValueDict

from accounts.models import Membership
from accounts.permissions import Permission, Role
from common.text.numbers import read_ids, read_page
from partners.models import Organisation, OwnField, Vocabulary
from partners.models.organisation_queries import ORDERS, OrganisationQuerySet
from partners.models.own_fields.order import OWN_ORDER
from partners.models.search.words import Sought, typed_words
from partners.reports.listing import own_filters
from partners.reports.listing.abilities import GOVERNMENT, Abilities, AbilityShape

NOBODY = "none"
ME = "me"
BROAD = "broad"  # the filter, the group and the axis by broad sectors
RETIRED_TOO = "too"
RETIRED_ONLY = "only"


@dataclass(frozen=True)
class Question:
    """`/partners/?q=clinic&sector=Housing&sort=-since&page=2`, checked and in our types."""

    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    broad: tuple[str, ...] = ()
    retired: str = ""
    people: str = ""
    abilities: Abilities = field(default_factory=Abilities)
    own: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = "name"
    page: int = 1

    @classmethod
    def asked(cls, parameters: "MultiValueDict[str, str]") -> "Question":
        """Read from the address; what makes no sense is left out."""
        order = parameters.get("sort", "")
        return cls(
            words=typed_words(parameters.get("q", "")),
            kinds=_values(parameters, "kind"),
            owners=_values(parameters, "owner"),
            terms={name: chosen for name in Vocabulary if (chosen := _values(parameters, name))},
            broad=_values(parameters, BROAD),
            retired=parameters.get("retired", ""),
            people=parameters.get("people", ""),
            abilities=Abilities.asked(parameters),
            own=own_filters.asked(parameters),
            order=order if order in ORDERS or OWN_ORDER.fullmatch(order) else "name",
            page=read_page(parameters.get("page")),
        )

    @property
    def is_sorted_by_own(self) -> bool:
        """By one of the coalition's own fields, whether or not there is such a one."""
        return self.order not in ORDERS

    @property
    def asks_own(self) -> bool:
        """Something of the coalition's own fields: every coalition has others."""
        return bool(self.own) or self.is_sorted_by_own

    @property
    def is_narrowed(self) -> bool:
        """Something other than the order or the page was asked for."""
        return replace(self, order="name", page=1) != Question()

    @property
    def by_term(self) -> tuple[str, ...]:
        """The filters that choose by terms: a list by its own, broad sectors by the sectors in them."""
        return (*self.terms, BROAD) if self.broad else tuple(self.terms)

    def parameters(self) -> dict[str, list[str]]:
        """As the address says it, without the page: read again, it is the same question."""
        said = {
            "q": [" ".join(self.words)] if self.words else [],
            "kind": list(self.kinds),
            BROAD: list(self.broad),
            **{name: list(self.terms.get(name, ())) for name in Vocabulary},
            "owner": list(self.owners),
            "people": list(self.chosen("people")),
            **self.abilities.parameters(),
            "retired": list(self.chosen("retired")),
            **{name: list(self.own[name]) for name in sorted(self.own)},
            "sort": [self.order] if self.order != "name" else [],
        }
        return {str(name): values for name, values in said.items() if values}

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values of one filter, by its name in the address."""
        own: dict[str, Any] = {
            "kind": self.kinds,
            BROAD: self.broad,
            "owner": self.owners,
            "retired": (self.retired,) if self.retired else (),
            "people": (self.people,) if self.people else (),
            GOVERNMENT: self.abilities.governments,
        }
        return own.get(name, self.terms.get(name, ()))


def _values(parameters: "MultiValueDict[str, str]", name: str) -> tuple[str, ...]:
    return tuple(value.replace("\0", "") for value in parameters.getlist(name) if value)


@dataclass(frozen=True)
class Shape:
    """What of a question stands in the words of its SQL; the rest are the values it is asked with.

    Questions of one shape are one statement (`common.database.prepared`). `words` tells of each whether it is
    looked for inside words. What is asked of a coalition's own fields, or sorted by them, has no shape: every
    coalition has others.
    """

    role: str
    order: str = "name"
    retired: str = ""
    has_kinds: bool = False
    has_owners: bool = False
    or_nobody: bool = False
    without_people: bool = False
    terms: tuple[str, ...] = ()
    words: tuple[bool, ...] = ()
    abilities: AbilityShape = field(default_factory=AbilityShape)

    @classmethod
    def of(cls, question: Question, *, membership: Membership) -> "Shape":
        return cls(
            role=membership.role,
            order="name" if question.is_sorted_by_own else question.order,
            retired=question.retired if question.retired in (RETIRED_TOO, RETIRED_ONLY) else "",
            has_kinds=bool(question.kinds),
            has_owners=bool(question.owners),
            or_nobody=NOBODY in question.owners,
            without_people=question.people == NOBODY,
            terms=tuple(question.by_term),
            words=tuple(Sought.word(word).is_inside for word in question.words),
            abilities=AbilityShape.of(question.abilities),
        )

    @property
    def is_filtered(self) -> bool:
        """Something other than words and an order was asked for."""
        return self != Shape(role=self.role, order=self.order, words=self.words)

    def without(self, name: str) -> "Shape":
        """The same with one filter taken off, by its name in the address."""
        taken_off: dict[str, dict[str, Any]] = {
            "kind": {"has_kinds": False},
            "owner": {"has_owners": False, "or_nobody": False},
            "people": {"without_people": False},
            "retired": {"retired": ""},
            GOVERNMENT: {"abilities": self.abilities.without_government()},
        }
        rest = {"terms": tuple(term for term in self.terms if term != name)}
        return replace(self, **taken_off.get(name, rest))

    def rows(self, told: Mapping[str, Any]) -> OrganisationQuerySet:
        """The organisations, asked with values or with blanks for them."""
        rows = self.filtered(told)
        if self.words:
            sought = [Sought(told[f"word{n}"], inside) for n, inside in enumerate(self.words)]
            rows = rows.saying(sought, people_too=self.people_too)
        return rows.in_order(self.order)

    def filtered(self, told: Mapping[str, Any]) -> OrganisationQuerySet:
        """Those that pass every filter, before any word is looked for."""
        rows = _not_retired(Organisation.objects.visible_to(self._member(told)), self.retired)
        if self.has_kinds:
            rows = rows.of_kinds(told["kinds"])
        if self.has_owners:
            rows = rows.looked_after_by(told["owners"], or_nobody=self.or_nobody)
        if self.without_people:
            rows = rows.without_people()
        for vocabulary in self.terms:
            rows = rows.carrying(told[vocabulary])
        return self.abilities.narrowed(rows, told, reader=self._member(told))

    @property
    def people_too(self) -> bool:
        """Whether whoever asks finds by people's names and addresses."""
        return Permission.SEE_CONTACT_DETAILS in Role(self.role).permissions

    @property
    def reads_notes(self) -> bool:
        return Permission.READ_NOTES in Role(self.role).permissions

    def _member(self, told: Mapping[str, Any]) -> Membership:
        return Membership(
            pk=told["membership"], coalition_id=told["coalition"], role=Role(self.role)
        )


def told_by(
    question: Question, *, membership: Membership, term_ids: Mapping[str, list[int]]
) -> dict[str, Any]:
    """The values of a question. `term_ids` has the terms that were named, for each vocabulary."""
    people = [membership.person_id if owner == ME else owner for owner in question.owners]
    return {
        "membership": membership.pk,
        "coalition": membership.coalition_id,
        "kinds": list(question.kinds),
        "owners": read_ids(map(str, people)),
        **{vocabulary: term_ids[vocabulary] for vocabulary in question.by_term},
        **{f"word{n}": Sought.word(word).text for n, word in enumerate(question.words)},
        **question.abilities.told(),
    }


def filtered(
    question: Question,
    *,
    membership: Membership,
    term_ids: dict[str, list[int]],
    own_fields: Sequence[OwnField] | None = None,
) -> OrganisationQuerySet:
    """The organisations that pass every filter, before any word is looked for.

    `term_ids` has for each vocabulary that is filtered by the ids of the terms that were named;
    `own_fields` spares a query to whoever has them.
    """
    told = told_by(question, membership=membership, term_ids=term_ids)
    rows = Shape.of(question, membership=membership).filtered(told)
    return _narrowed(rows, question, membership=membership, own_fields=own_fields)


def matching(
    question: Question,
    *,
    membership: Membership,
    term_ids: dict[str, list[int]],
    own_fields: Sequence[OwnField] | None = None,
) -> OrganisationQuerySet:
    """The organisations that pass every filter and say every word, in the order asked for."""
    told = told_by(question, membership=membership, term_ids=term_ids)
    rows = Shape.of(question, membership=membership).rows(told)
    if not question.asks_own:
        return rows
    fields = own_filters.asked_by(membership) if own_fields is None else own_fields
    rows = _narrowed(rows, question, membership=membership, own_fields=fields)
    return rows.in_order(question.order, own=fields) if question.is_sorted_by_own else rows


def _narrowed(
    rows: OrganisationQuerySet,
    question: Question,
    *,
    membership: Membership,
    own_fields: Sequence[OwnField] | None,
) -> OrganisationQuerySet:
    if not question.own:
        return rows
    fields = own_filters.asked_by(membership) if own_fields is None else own_fields
    return own_filters.narrowed(rows, question.own, fields)


def may_search_people(membership: Membership) -> bool:
    return membership.may(Permission.SEE_CONTACT_DETAILS)


def _not_retired(rows: OrganisationQuerySet, retired: str) -> OrganisationQuerySet:
    if retired == RETIRED_TOO:
        return rows
    return rows.retired() if retired == RETIRED_ONLY else rows.active()
