"""Who holds a seat and until when, in a sentence."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from governance.models import RoleAssignment


def day(on: date) -> str:
    return date_format(on, "DATE_FORMAT")


def held_words(role: RoleAssignment) -> str:
    """“Rosa Diaz, Northside Clinic, holds “Co-lead” from 1 March 2025 until 28 February 2027.”"""
    told = {"who": role.holder, "place": role.place, "start": day(role.starts_on)}
    if role.ends_on is None:
        return _("%(who)s holds “%(place)s” since %(start)s, without an end.") % told
    words = _("%(who)s holds “%(place)s” from %(start)s until %(end)s.")
    return words % {**told, "end": day(role.ends_on)}


def why_no_letter(role: RoleAssignment) -> str:
    """Why the holder cannot be asked by letter, in words; nothing when they can."""
    person = role.contact
    if person is None:
        return _("Nobody is named yet. Choose the person first.")
    if not person.email:
        return _("We have no e-mail address of %(name)s.") % {"name": person.name}
    if person.left_on or person.erasure_asked_on:
        return _("%(name)s is not there any more.") % {"name": person.name}
    if person.wants_no_letters:
        return _("%(name)s wants no letters from us. Please call.") % {"name": person.name}
    return ""
