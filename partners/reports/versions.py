"""An organisation as it stood at a moment, and how that differs from now."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from accounts.models import Membership, Person
from accounts.permissions import Permission
from partners.models import Classification, Contact, Organisation, Term, Vocabulary
from partners.reports.past import rows_at
from partners.reports.wording import (
    LIST_LABELS,
    OWN_FIELDS,
    PART_LABELS,
    PERSON_FIELDS,
    PERSONAL,
    RETIREMENT,
    Names,
    Row,
    field_label,
    field_value,
    part_text,
)


@dataclass(frozen=True)
class Fact:
    """One line of a profile: a label, and one or several values."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Version:
    """The profile at a moment. `others` are the facts that are told differently now."""

    at: datetime
    name: str
    facts: list[Fact]
    others: list[tuple[Fact, Fact]]

    @property
    def is_as_now(self) -> bool:
        return not self.others


def version(
    organisation: Organisation, *, at: datetime, now: datetime, membership: Membership
) -> Version | None:
    """None when the organisation was not here yet. Six queries."""
    with_addresses = membership.may(Permission.SEE_CONTACT_DETAILS)
    then = facts_at(organisation, at=at, with_addresses=with_addresses)
    if not then:
        return None
    today = facts_at(organisation, at=now, with_addresses=with_addresses)
    return Version(
        at=at, name=then[0].values[0], facts=then, others=list(told_differently(then, today))
    )


def facts_at(organisation: Organisation, *, at: datetime, with_addresses: bool) -> list[Fact]:
    """All that the profile said at the moment, the name first; empty values are left out."""
    rows = rows_at(organisation.pk, at=at)
    own = rows[Organisation]
    if not own:
        return []
    names = names_of(own[0], rows[Classification])
    told = chain(
        (
            Fact(field_label(Organisation, name), (field_value(Organisation, name, own[0], names),))
            for name in (*OWN_FIELDS, *RETIREMENT)
        ),
        (
            Fact(label(), tuple(sorted(part_text(model, row) for row in rows[model])))
            for model, label in PART_LABELS.items()
        ),
        (Fact(str(LIST_LABELS[v]), terms_in(v, rows[Classification], names)) for v in Vocabulary),
        (person(row, names, with_addresses=with_addresses) for row in rows[Contact]),
    )
    return [fact for fact in told if any(fact.values)]


def told_differently(then: list[Fact], now: list[Fact]) -> list[tuple[Fact, Fact]]:
    """Pairs of what was said then and what is said now, for each label where the two differ."""
    before = {fact.label: fact for fact in then}
    after = {fact.label: fact for fact in now}
    labels = dict.fromkeys([*before, *after])
    pairs = (
        (before.get(label, Fact(label, ())), after.get(label, Fact(label, ()))) for label in labels
    )
    return [(one, other) for one, other in pairs if one != other]


def names_of(own: Row, classifications: list[Row]) -> Names:
    people = Person.objects.filter(pk=own["owner_id"]).values_list("pk", "full_name")
    ids = [row["term_id"] for row in classifications]
    terms = Term.objects.filter(pk__in=ids).values_list("pk", "vocabulary", "name")
    return Names(
        people=dict(people), terms={pk: (vocabulary, name) for pk, vocabulary, name in terms}
    )


def terms_in(vocabulary: str, classifications: list[Row], names: Names) -> tuple[str, ...]:
    told = (names.terms.get(row["term_id"], ("", "")) for row in classifications)
    return tuple(sorted(name for listed, name in told if listed == vocabulary))


def person(row: Row, names: Names, *, with_addresses: bool) -> Fact:
    """A contact as one line under their name."""
    told = (
        field_value(Contact, name, row, names)
        for name in PERSON_FIELDS[1:]
        if with_addresses or name not in PERSONAL
    )
    return Fact(row["name"], tuple(value for value in told if value))
