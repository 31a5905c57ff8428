"""What a list of partners is asked for: words, filters, order and page, as the address bar holds them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.datastructures import MultiValueDict

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import Organisation, OwnField, Vocabulary
from partners.models.organisations import ORDERS, OrganisationQuerySet
from partners.models.own_order import OWN_ORDER
from partners.reports import own_filters

NOBODY = "none"
ME = "me"
RETIRED_TOO = "too"
RETIRED_ONLY = "only"
# What a person types; the rest of a text pasted by mistake is not looked for.
MOST_WORDS = 8
LONGEST_WORD = 60


@dataclass(frozen=True)
class Question:
    """`/partners/?q=clinic&sector=Housing&sort=-since&page=2`, checked and in our types."""

    words: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    retired: str = ""
    people: str = ""
    own: dict[str, tuple[str, ...]] = field(default_factory=dict)
    order: str = "name"
    page: int = 1

    @classmethod
    def asked(cls, parameters: "MultiValueDict[str, str]") -> "Question":
        """Read from the address; what makes no sense is left out."""
        typed = parameters.get("q", "").replace("\0", "").split()
        order = parameters.get("sort", "")
        page = parameters.get("page", "")
        return cls(
            words=tuple(word[:LONGEST_WORD] for word in typed[:MOST_WORDS]),
            kinds=_values(parameters, "kind"),
            owners=_values(parameters, "owner"),
            terms={name: chosen for name in Vocabulary if (chosen := _values(parameters, name))},
            retired=parameters.get("retired", ""),
            people=parameters.get("people", ""),
            own=own_filters.asked(parameters),
            order=order if order in ORDERS or OWN_ORDER.fullmatch(order) else "name",
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1,  # noqa: PLR2004
        )

    @property
    def is_sorted_by_own(self) -> bool:
        """By one of the coalition's own fields, whether or not there is such a one."""
        return self.order not in ORDERS

    @property
    def is_narrowed(self) -> bool:
        """Something other than the order or the page was asked for."""
        return replace(self, order="name", page=1) != Question()

    def parameters(self) -> dict[str, list[str]]:
        """As the address says it, without the page: read again, it is the same question."""
        said = {
            "q": [" ".join(self.words)] if self.words else [],
            "kind": list(self.kinds),
            **{name: list(self.terms.get(name, ())) for name in Vocabulary},
            "owner": list(self.owners),
            "people": list(self.chosen("people")),
            "retired": list(self.chosen("retired")),
            **{name: list(self.own[name]) for name in sorted(self.own)},
            "sort": [self.order] if self.order != "name" else [],
        }
        return {str(name): values for name, values in said.items() if values}

    def without(self, name: str) -> "Question":
        """The same with one filter taken off, by its name in the address."""
        if name in self.terms:
            rest = {other: chosen for other, chosen in self.terms.items() if other != name}
            return replace(self, terms=rest)
        taken_off: dict[str, dict[str, Any]] = {
            "kind": {"kinds": ()},
            "owner": {"owners": ()},
            "people": {"people": ""},
            "retired": {"retired": ""},
        }
        return replace(self, **taken_off.get(name, {}))

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values of one filter, by its name in the address."""
        own: dict[str, Any] = {
            "kind": self.kinds,
            "owner": self.owners,
            "retired": (self.retired,) if self.retired else (),
            "people": (self.people,) if self.people else (),
        }
        return own.get(name, self.terms.get(name, ()))


def _values(parameters: "MultiValueDict[str, str]", name: str) -> tuple[str, ...]:
    return tuple(value.replace("\0", "") for value in parameters.getlist(name) if value)


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
    rows = _not_retired(Organisation.objects.visible_to(membership), question.retired)
    if question.kinds:
        rows = rows.of_kinds(question.kinds)
    if question.owners:
        people = [membership.person_id if owner == ME else owner for owner in question.owners]
        rows = rows.looked_after_by(
            [int(person) for person in people if str(person).isdecimal()],
            or_nobody=NOBODY in question.owners,
        )
    if question.people == NOBODY:
        rows = rows.without_people()
    for vocabulary in question.terms:
        rows = rows.carrying(term_ids[vocabulary])
    if question.own:
        fields = own_filters.fields_of(membership) if own_fields is None else own_fields
        rows = own_filters.narrowed(rows, question.own, fields)
    return rows


def matching(
    question: Question,
    *,
    membership: Membership,
    term_ids: dict[str, list[int]],
    own_fields: Sequence[OwnField] | None = None,
) -> OrganisationQuerySet:
    """The organisations that pass every filter and say every word, in the order asked for."""
    if own_fields is None and question.is_sorted_by_own:
        own_fields = own_filters.fields_of(membership)
    rows = filtered(question, membership=membership, term_ids=term_ids, own_fields=own_fields)
    if question.words:
        rows = rows.saying(question.words, people_too=may_search_people(membership))
    return rows.in_order(question.order, own=own_fields or ())


def may_search_people(membership: Membership) -> bool:
    return membership.may(Permission.SEE_CONTACT_DETAILS)


def _not_retired(rows: OrganisationQuerySet, retired: str) -> OrganisationQuerySet:
    if retired == RETIRED_TOO:
        return rows
    return rows.retired() if retired == RETIRED_ONLY else rows.active()
