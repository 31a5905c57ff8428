"""Retiring and reinstating: nothing with a past is deleted."""

from datetime import date

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Contact, Organisation


@transaction.atomic
def retire(
    organisation: Organisation, *, reason: str, on: date, by: Person, is_known: bool = False
) -> Organisation:
    """Stop working with an organisation; its record stays, with the day and the reason.

    Refuses when it is retired already, unless `is_known`: whoever asks has seen the day and the reason
    that stand, and puts others in their place.
    """
    organisation = _lock(organisation)
    if organisation.is_retired and not is_known:
        raise Refusal(
            _("%(name)s is retired already, since %(day)s.")
            % {"name": organisation.name, "day": date_format(organisation.retired_on or on)}
        )
    with recording("organisation.retired", by=by, reason=reason):
        organisation.retired_on, organisation.retired_reason = on, reason
        organisation.save()
    return organisation


@transaction.atomic
def restore(organisation: Organisation, *, by: Person) -> Organisation:
    """Work with them again; twice changes nothing."""
    organisation = _lock(organisation)
    with recording("organisation.reinstated", by=by):
        organisation.retired_on, organisation.retired_reason = None, ""
        organisation.save()
    return organisation


@transaction.atomic
def contact_left(contact: Contact, *, on: date, by: Person) -> Contact:
    """A person no longer works there, or no longer speaks for them; they stay on record."""
    contact = Contact.objects.locked(contact.pk)
    if contact.since_on and on < contact.since_on:
        raise Refusal(
            _("%(name)s came on %(day)s and cannot have left before.")
            % {"name": contact.name, "day": date_format(contact.since_on)}
        )
    with recording("contact.left", by=by):
        contact.left_on = on
        contact.save(update_fields=["left_on"])
    return contact


@transaction.atomic
def contact_returned(contact: Contact, *, by: Person) -> Contact:
    contact = Contact.objects.locked(contact.pk)
    with recording("contact.returned", by=by):
        contact.left_on = None
        contact.save(update_fields=["left_on"])
    return contact


def _lock(organisation: Organisation) -> Organisation:
    return Organisation.objects.locked(organisation.pk)
