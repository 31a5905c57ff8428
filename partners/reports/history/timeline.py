"""What happened with an organisation: one entry for each change, in sentences, newest first."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from partners.models import Organisation
from partners.reports.history.details import details_of
from partners.reports.history.events import Change, changes_of
from partners.reports.history.headlines import headline, together
from partners.reports.history.names import Names, names_of_changes
from partners.reports.history.sentences import Detail, sentences_of

A_PAGE = 20
DETAILS = 6


@dataclass(frozen=True)
class Entry:
    """One change. Without `change` it has no page and cannot be put back: nobody named it."""

    change: UUID | None
    moment: datetime
    actor: str
    headline: str
    reason: str
    details: tuple[Detail, ...]
    is_the_first: bool
    is_about_two: bool = False
    is_aside: bool = False

    @property
    def byline(self) -> str:
        """Who did it, unless the headline says so."""
        return "" if self.actor in self.headline else self.actor

    @cached_property
    def sentences(self) -> list[str]:
        """What the headline leaves open."""
        if self.is_about_two and len(self.details) == 1:
            return []
        told = list(sentences_of(self._details_within))
        return [] if told == [self.headline] else told

    @property
    def has_many_details(self) -> bool:
        """More than stand in the way of whoever reads on."""
        return len(self.sentences) > DETAILS

    @property
    def _details_within(self) -> list[Detail]:
        """Of whom they tell is left out where the headline says so, and all tell of the same one."""
        owners = {detail.owner for detail in self.details}
        is_named = len(owners) == 1 and all(owner and owner in self.headline for owner in owners)
        return [replace(each, owner="") if is_named else each for each in self.details]


@dataclass(frozen=True)
class Timeline:
    """`earlier` entries follow, all before the moment `next_before`, the oldest at `began_at`."""

    entries: tuple[Entry, ...]
    earlier: int
    next_before: datetime | None
    began_at: datetime | None


def timeline(
    organisation: Organisation,
    *,
    may_see_contacts: bool,
    before: datetime | None = None,
    limit: int = A_PAGE,
) -> Timeline:
    """The newest entries before a moment, in two queries, however long the history is."""
    stretch = changes_of(organisation, before=before, limit=limit)
    names = names_of_changes(stretch.changes)
    entries = tuple(
        entry_of(change, names=names, may_see_contacts=may_see_contacts)
        for change in stretch.changes
    )
    return Timeline(
        entries=entries,
        earlier=stretch.total - len(entries),
        next_before=entries[-1].moment if entries else None,
        began_at=stretch.began_at,
    )


def entry_of(change: Change, *, names: Names, may_see_contacts: bool) -> Entry:
    details = details_of(change, names=names, may_see_contacts=may_see_contacts)
    who, file = actor_of(change, names), names.file_of(change.id)
    said = headline(change, details, who=who, file=file, may_see_contacts=may_see_contacts)
    return Entry(
        change=change.id,
        moment=change.moment,
        actor=who,
        headline=together(said, others=names.together(change.id) - 1),
        reason=_reason(change, file=file),
        details=details,
        is_the_first=change.is_the_first,
        is_about_two=change.is_about_two,
        is_aside=change.is_aside,
    )


def actor_of(change: Change, names: Names) -> str:
    """The person, else the file that brought it, else nobody we know."""
    if change.context.get("person"):
        return names.person(change.context["person"])
    file = names.file_of(change.id)
    return _("The import of %(file)s") % {"file": file} if file else _("An unknown hand")


def _reason(change: Change, *, file: str) -> str:
    """Why, in somebody's words; imports and merges give names, which the headline says."""
    reason = change.context.get("reason", "")
    verb = change.context.get("verb", "")
    is_in_headline = file or "import" in verb or "merged" in verb
    return "" if is_in_headline else reason
