"""From today's profile back to the first day: what each organisation looked like, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coalition.sample.files import ContactCard, OrganisationCard, Profile, Revision


@dataclass(frozen=True)
class Step:
    """One change of one organisation; before the first there was nothing."""

    weeks: int
    by: str
    reason: str
    before: Profile | None
    after: Profile

    @property
    def verb(self) -> str:
        if self.before is None:
            return "organisation.added"
        if self.after.retired and not self.before.retired:
            return "organisation.retired"
        if replace(self.before, contacts=self.after.contacts) != self.after:
            return "organisation.changed"
        return self._verb_of_contacts(self.before)

    def _verb_of_contacts(self, before: Profile) -> str:
        """Somebody left and somebody else came: that is one change of people."""
        came = len(self.after.contacts) > len(before.contacts)
        left = self.after.contacts_left > before.contacts_left
        if came == left:
            return "contact.changed"
        return "contact.added" if came else "contact.left"


def steps_of(card: OrganisationCard) -> list[Step]:
    """Oldest first. A step without a told author was made by who looked after them then."""
    return list(_newest_first(card))[::-1]


def _newest_first(card: OrganisationCard) -> Iterator[Step]:
    revisions = {revision.weeks: revision for revision in card.revisions}
    after = card.profile
    for weeks in _weeks_with_changes(card):
        revision = revisions.get(weeks, Revision(weeks, by="", reason="", was={}))
        before = _as_it_stood_before(after, weeks, revision)
        reason = revision.reason or (after.retired_reason if after.retired == weeks else "")
        yield Step(weeks, revision.by or before.owner, reason, before, after)
        after = before
    yield Step(card.joined, after.owner, "", None, after)


def _weeks_with_changes(card: OrganisationCard) -> list[int]:
    """The latest first; what came with the organisation is no change of it."""
    told = {revision.weeks for revision in card.revisions} | {card.profile.retired}
    for contact in card.profile.contacts:
        told |= {contact.since, contact.left}
    return sorted(weeks for weeks in told if weeks is not None)


def _as_it_stood_before(profile: Profile, weeks: int, revision: Revision) -> Profile:
    contacts = tuple(
        _contact_before(contact, weeks, revision)
        for contact in profile.contacts
        if contact.since != weeks
    )
    fields = {} if revision.contact else revision.was
    if profile.retired == weeks:
        fields = fields | {"retired": None, "retired_reason": ""}
    return replace(profile, contacts=contacts, **fields)


def _contact_before(contact: ContactCard, weeks: int, revision: Revision) -> ContactCard:
    was = revision.was if revision.contact == contact.name else {}
    return replace(contact, **was, left=None if contact.left == weeks else contact.left)
