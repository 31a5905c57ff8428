"""Forgetting the person who applied: the record of the call stays, without them."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.personal import erasure
from common.personal.fields import events_of
from common.refusal import Refusal
from partners.models import Application, Contact
from partners.reports.people.naming_files import needles_of


@transaction.atomic
def erase_applicant(application: Application, *, by: Person | None, on: date) -> Application:
    """Blank the person in the row, in every earlier version, in letters and wherever they are named.

    Without `by` the applicant did it, by their own link. It cannot be taken back. Refuses for somebody who
    is a contact or a member by now: those are erased there, and this goes along.
    """
    application = Application.objects.locked(application.pk)
    if application.is_erased:
        return application
    _refuse_others(application)
    needles = needles_of(
        name=application.contact_name, email=application.email, phone=application.phone
    )
    with recording("application.erased", by=by):
        erasure.erase(application, within=application.coalition_id)
        erasure.scrub(needles, within=application.coalition_id)
        _note(application, by=by, on=on)
    application.refresh_from_db()
    return application


def _refuse_others(application: Application) -> None:
    coalition = application.call.coalition
    contacts = Contact.objects.filter(coalition=coalition).with_address(application.email)
    contact = contacts.select_related("organisation").first()
    if contact:
        raise Refusal(
            _("They are on your list too, at %(name)s. Erase them there; it takes this along.")
            % {"name": contact.organisation}
        )
    if coalition.members.unended().with_address(application.email).exists():
        raise Refusal(_("They sign in to this coalition, and can erase their account themself."))


def _note(application: Application, *, by: Person | None, on: date) -> None:
    """In earlier versions too: whatever is put back from history, the note stays."""
    words = {"erased_on": on, "erased_by": by and by.pk}
    Application.objects.filter(pk=application.pk).update(**words)
    for event in events_of(Application):
        event._default_manager.filter(pgh_obj_id=application.pk).update(**words)  # noqa: SLF001
