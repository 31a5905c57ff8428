"""What happened to one organisation: an entry for each change, the latest first, in four queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership, Person
from accounts.permissions import Permission
from partners.models import Classification, Organisation, Term
from partners.reports.past import Change, Step, changes_of, steps_of
from partners.reports.wording import Difference, Names, differences

A_PAGE = 20
ON_PROFILE = 8

TITLES = {
    "organisation.added": gettext_lazy("Added"),
    "organisation.changed": gettext_lazy("Profile changed"),
    "organisation.retired": gettext_lazy("Retired"),
    "organisation.reinstated": gettext_lazy("Here again"),
    "organisation.put_back": gettext_lazy("Put back to an earlier version"),
    "change.undone": gettext_lazy("Change undone"),
    "contact.added": gettext_lazy("Person added"),
    "contact.changed": gettext_lazy("Person changed"),
    "contact.left": gettext_lazy("Person left"),
    "representative.invited": gettext_lazy("Invited to sign in for them"),
    "representative.ended": gettext_lazy("Access ended"),
    "invitation.accepted": gettext_lazy("Signed in for them for the first time"),
    "import.applied": gettext_lazy("Brought in from a spreadsheet"),
    "import.undone": gettext_lazy("Spreadsheet taken back"),
}


@dataclass(frozen=True)
class Entry:
    """One change. `change_id` is empty for one that was made outside the program."""

    change_id: UUID | None
    at: datetime
    title: str
    who: str
    reason: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Timeline:
    entries: list[Entry]
    total: int
    number: int = 1
    size: int = A_PAGE

    @property
    def earlier(self) -> int:
        """How many entries are older than those that are shown."""
        return max(self.total - self.number * self.size, 0)

    @property
    def has_next(self) -> bool:
        return self.earlier > 0

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


def timeline(
    organisation: Organisation, *, membership: Membership, number: int = 1, size: int = A_PAGE
) -> Timeline:
    """One page of the changes of the organisation and everything that belongs to it."""
    first = (number - 1) * size
    changes = changes_of(organisation.pk, first=first, last=first + size)
    by_change = defaultdict(list)
    for step in steps_of(organisation.pk, changes=changes.shown):
        by_change[step.change].append(step)
    names = names_in([step for steps in by_change.values() for step in steps])
    with_addresses = membership.may(Permission.SEE_CONTACT_DETAILS)
    entries = [
        entry_of(change, by_change[change.key], names, with_addresses=with_addresses)
        for change in changes.shown
    ]
    return Timeline(entries, total=changes.total, number=number, size=size)


def entry_of(change: Change, steps: list[Step], names: Names, *, with_addresses: bool) -> Entry:
    words = {key: value for step in steps for key, value in step.context.items()}
    told = [d for step in steps for d in differences(step, names, with_addresses=with_addresses)]
    title = TITLES.get(words.get("verb", ""))
    return Entry(
        change_id=UUID(change.key) if " " not in change.key else None,
        at=change.at,
        title=str(title) if title else _title_without_verb(steps),
        who=names.people.get(words.get("person", 0), ""),
        reason=words.get("reason", ""),
        differences=tuple(told),
    )


def names_in(steps: list[Step]) -> Names:
    """Two queries for the names of all people and terms that the steps mention."""
    rows = [row for step in steps for row in (step.before, step.after) if row]
    people = {row["owner_id"] for row in rows if row.get("owner_id")}
    people |= {step.context["person"] for step in steps if step.context.get("person")}
    terms = {
        row["term_id"]
        for step in steps
        for row in (step.before, step.after)
        if row and step.model is Classification
    }
    return Names(
        people=dict(Person.objects.filter(pk__in=people).values_list("pk", "full_name")),
        terms={
            pk: (vocabulary, name)
            for pk, vocabulary, name in Term.objects.filter(pk__in=terms).values_list(
                "pk", "vocabulary", "name"
            )
        },
    )


def _title_without_verb(steps: list[Step]) -> str:
    is_new = any(step.model is Organisation and step.before is None for step in steps)
    return _("Added") if is_new else _("Changed")
