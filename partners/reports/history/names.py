"""Names for the ids that history holds: people, terms and files, looked up in one query."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.translation import gettext as _

from accounts.models import Invitation, Membership, Person
from common.database.prepared import prepared
from common.database.unions import as_rows, united
from partners.models import (
    Application,
    BulkEdit,
    Call,
    Classification,
    Contact,
    DiligenceAnswer,
    DiligenceQuestion,
    DistinctPair,
    Gap,
    ImportRun,
    IncidentDecision,
    NeededVoice,
    Nomination,
    Organisation,
    OwnField,
    PipelinePlan,
    ProfileRow,
    Relation,
    Representation,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Term,
    Tie,
    Touchpoint,
    Verification,
)
from partners.models.own_fields.fields import as_text
from partners.reports.history.events import Change, State
from partners.reports.history.story_tables import Model

Ids = Iterable[Any]


# By the ids in which columns a row names somebody or something, and what that is.
POINTERS: dict[Model, tuple[tuple[str, str], ...]] = {
    Organisation: (("persons", "owner_id"),),
    Touchpoint: (("persons", "follow_up_by_id"),),
    Classification: (("terms", "term_id"),),
    ProfileRow: (("terms", "term_id"),),
    Verification: (("contacts", "contact_id"),),
    Application: (("calls", "call_id"),),
    Gap: (("needed", "needed_id"), ("persons", "owner_id")),
    PipelinePlan: (("persons", "inviter_id"), ("organisations", "through_id")),
    Nomination: (("persons", "suggested_by_id"),),
    DiligenceAnswer: (("questions", "question_id"),),
    IncidentDecision: (("persons", "decider_id"),),
    DistinctPair: (("organisations", "other_id"),),
    Tie: (("organisations", "other_id"), ("relations", "relation_id")),
    ServiceLocation: (("services", "service_id"), ("terms", "area_id")),
    ServiceTerm: (("services", "service_id"), ("terms", "term_id")),
    ServiceFunder: (("services", "service_id"), ("organisations", "funder_id")),
    Representation: (("memberships", "membership_id"), ("invitations", "invitation_id")),
}


# Of a table that another app tells from: what it carries of our lists.
TERM_ALONE = (("terms", "term_id"),)


@dataclass(frozen=True)
class Wanted:
    """The ids whose names a page will need."""

    persons: set[int] = field(default_factory=set)
    organisations: set[int] = field(default_factory=set)
    terms: set[int] = field(default_factory=set)
    needed: set[int] = field(default_factory=set)
    memberships: set[int] = field(default_factory=set)
    invitations: set[int] = field(default_factory=set)
    changes: set[UUID] = field(default_factory=set)
    own_fields_of: set[int] = field(default_factory=set)  # coalitions
    relations: set[int] = field(default_factory=set)
    services: set[int] = field(default_factory=set)
    questions: set[int] = field(default_factory=set)
    calls: set[int] = field(default_factory=set)
    contacts: set[int] = field(default_factory=set)

    def add_row(self, model: Model, state: State) -> None:
        for kind, column in POINTERS.get(model, TERM_ALONE):
            _add(getattr(self, kind), state.get(column))
        if state.get("own_values"):
            self.own_fields_of.add(state["coalition_id"])

    def add_change(self, change: Change) -> None:
        _add(self.persons, change.context.get("person"))
        if change.id:
            self.changes.add(change.id)
        for effect in change.effects:
            for state in (effect.before, effect.after):
                if state:
                    self.add_row(effect.model, state)


@dataclass(frozen=True)
class Names:
    """`known` holds by kind and id the name, and beside it what it is a name of."""

    known: dict[tuple[str, str], tuple[str, str]]

    def person(self, pk: object) -> str:
        return self._name("person", pk) or _("a former member")

    def member(self, pk: object) -> str:
        return self._name("membership", pk) or _("a former member")

    def invited(self, pk: object) -> str:
        return self._name("invitation", pk) or _("someone who is gone")

    def organisation(self, pk: object) -> str:
        return self._name("organisation", pk) or _("an organisation that is gone")

    def term(self, pk: object) -> str:
        return self._name("term", pk) or _("an entry that is gone")

    def needed(self, pk: object) -> str:
        return self._name("needed", pk) or _("a voice that is asked for no more")

    def relation(self, pk: object) -> str:
        return self._name("relation", pk) or _("an entry that is gone")

    def service(self, pk: object) -> str:
        return self._name("service", pk) or _("a service that is gone")

    def question(self, pk: object) -> str:
        return self._name("question", pk) or _("a question that is gone")

    def call(self, pk: object) -> str:
        return self._name("call", pk) or _("a call that is gone")

    def contact(self, pk: object) -> str:
        return self._name("contact", pk) or _("somebody who is gone")

    def vocabulary(self, term: object) -> str:
        return self.known.get(("term", str(term)), ("", ""))[1]

    def file_of(self, change: UUID | None) -> str:
        """The file whose import made the change, or nothing."""
        return self._name("import", change)

    def own_fields(self, subject: str) -> list[OwnField]:
        """The own fields of the coalition that any of the rows says something of, retired ones too."""
        told = [
            told
            for (kind, _key), (told, about) in self.known.items()
            if kind == "own" and about == subject
        ]
        return sorted(map(OwnField.of_text, told), key=lambda field: (field.position, field.pk))

    def together(self, change: UUID | None) -> int:
        """How many organisations the change was made to in one go, if it was."""
        return int(self._name("together", change) or 0)

    def _name(self, kind: str, pk: object) -> str:
        return self.known.get((kind, str(pk)), ("", ""))[0]


def names_of_changes(changes: Iterable[Change]) -> Names:
    wanted = Wanted()
    for change in changes:
        wanted.add_change(change)
    return look_up(wanted)


def names_of_rows(rows: Iterable[tuple[Model, int, State]]) -> Names:
    wanted = Wanted()
    for model, _pk, state in rows:
        wanted.add_row(model, state)
    return look_up(wanted)


def look_up(wanted: Wanted) -> Names:
    """One query, however many ids of however many kinds."""
    rows = _named.ask(
        persons=wanted.persons,
        organisations=wanted.organisations,
        terms=wanted.terms,
        needed=wanted.needed,
        memberships=wanted.memberships,
        invitations=wanted.invitations,
        changes=wanted.changes,
        coalitions=wanted.own_fields_of,
        relations=wanted.relations,
        services=wanted.services,
        questions=wanted.questions,
        calls=wanted.calls,
        contacts=wanted.contacts,
    )
    return Names({(kind, key): (name, more) for kind, key, name, more in rows})


@prepared
def _named(
    *,
    persons: Ids,
    organisations: Ids,
    terms: Ids,
    needed: Ids,
    memberships: Ids,
    invitations: Ids,
    changes: Ids,
    coalitions: Ids,
    relations: Ids,
    services: Ids,
    questions: Ids,
    calls: Ids,
    contacts: Ids,
) -> QuerySet:
    called = Coalesce(NullIf("full_name", Value("")), "email")
    here = Organisation.including_merged.filter(pk__in=organisations)
    own = OwnField.objects.filter(coalition__in=coalitions)
    return united(
        [
            _part("term", Term.objects.filter(pk__in=terms), "name", more="vocabulary"),
            _part("relation", Relation.objects.filter(pk__in=relations), "name"),
            _part("service", Service.objects.filter(pk__in=services), "name"),
            _part("question", DiligenceQuestion.objects.filter(pk__in=questions), "words"),
            _part("call", Call.objects.filter(pk__in=calls), "title"),
            _part("contact", Contact.objects.filter(pk__in=contacts), "name"),
            _part("person", Person.objects.filter(pk__in=persons), "full_name"),
            _part("organisation", here, "name"),
            _part("needed", NeededVoice.objects.filter(pk__in=needed).with_words(), "words"),
            _part("membership", Membership.objects.filter(pk__in=memberships), "person__full_name"),
            _part("invitation", Invitation.objects.filter(pk__in=invitations), called),
            _part("own", own, as_text(), more="subject"),
            *_of_changes(changes),
        ]
    )


def _of_changes(changes: Ids) -> Iterator[QuerySet]:
    """Which file an import brought in, and how many organisations were changed together."""
    imports = ImportRun.objects.filter(change_id__in=changes)
    yield _part("import", imports, "file_name", key="change_id")
    edits = BulkEdit.objects.filter(change_id__in=changes)
    yield _part("together", edits, "counts__changed", key="change_id")


def _part(kind: str, rows: QuerySet, name: Any, *, key: str = "pk", more: str = "") -> QuerySet:
    said = F(name) if isinstance(name, str) else name
    return as_rows(
        rows.order_by(),
        kind=_text(Value(kind)),
        key=_text(F(key)),
        name=_text(said),
        more=_text(F(more) if more else Value("")),
    )


def _text(expression: Any) -> Cast:
    return Cast(expression, CharField())


def _add(ids: set[int], pk: int | None) -> None:
    if pk:
        ids.add(pk)
