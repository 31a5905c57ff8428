"""Walking through the interview over several visits, and saying that all is still right."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Contact, InterviewVisit, Organisation, Verification
from partners.models.depth import Topic


@transaction.atomic
def begin_visit(
    organisation: Organisation, *, contact: Contact | None, by: Person, on: date
) -> InterviewVisit:
    """Sit down together: go on where the last visit stopped, or from the start after a finished one.

    Somebody who left the page and comes back on the same day, with the same person, goes on with the
    visit that there is.
    """
    organisation = Organisation.objects.locked(organisation.pk)
    last = InterviewVisit.objects.of(organisation.pk).first()
    is_open = last is not None and not last.is_finished
    if last and is_open and (last.by, last.contact, last.on) == (by, contact, on):
        return last
    with recording("interview.begun", by=by):
        return InterviewVisit.objects.create(
            coalition_id=organisation.coalition_id,
            organisation=organisation,
            by=by,
            contact=contact,
            on=on,
            topic=last.topic if last and is_open else Topic.MISSION,
        )


@transaction.atomic
def stop_at(visit: InterviewVisit, *, topic: str, by: Person) -> InterviewVisit:
    """Remember the question that comes next; without one, all of them were walked through."""
    visit = InterviewVisit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    with recording("interview.continued" if topic else "interview.finished", by=by):
        visit.is_finished = not topic
        visit.topic = topic or visit.topic
        visit.save()
    return visit


@transaction.atomic
def verify(
    organisation: Organisation, *, contact: Contact | None = None, by: Person, on: date
) -> Verification:
    """Somebody says that what is written is still right. Twice on one day by one person is once.

    `contact` is whoever of theirs said so, if we have it from somebody; named later that day, they are added.
    """
    organisation = Organisation.objects.locked(organisation.pk)
    if organisation.is_retired:
        raise Refusal(_("They are retired. Work with them again first."))
    said = {"coalition_id": organisation.coalition_id, "organisation": organisation}
    with recording("profile.verified", by=by):
        told, is_new = Verification.objects.get_or_create(
            **said, by=by, on=on, defaults={"contact": contact}
        )
        if contact and not is_new and told.contact != contact:
            told.contact = contact
            told.save(update_fields=["contact"])
    return told
