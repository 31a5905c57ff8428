"""The open door: set up, asked at, and how each who asked is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.personal import erasure
from common.personal.fields import events_of
from common.refusal import Refusal
from governance.emails import joining as emails
from governance.models import JoinRequest, OpenDoor
from partners.models import Contact, Organisation
from partners.operations.pipeline import nominations
from partners.reports.people.naming_files import needles_of

State = JoinRequest.State
# So many organisations one address may ask for. It keeps robots from filling a mailbox.
MOST_OF_ONE_ADDRESS = 3


@transaction.atomic
def set_door(coalition: Coalition, values: Mapping[str, Any], *, by: Person) -> OpenDoor:
    """How the door stands from now on, and what it says."""
    Coalition.objects.lock(coalition.pk)
    was_open = OpenDoor.objects.of_coalition(coalition).filter(is_open=True).exists()
    verb = "open_door.set"
    if values["is_open"] != was_open:
        verb = "open_door.opened" if values["is_open"] else "open_door.closed"
    with recording(verb, by=by):
        door, _is_new = OpenDoor.objects.update_or_create(
            coalition=coalition, defaults=dict(values)
        )
    return door


@dataclass(frozen=True)
class Asked:
    """What somebody says who asks to join; without an organisation they come for themselves."""

    contact_name: str
    hopes: str
    organisation_name: str = ""
    website: str = ""
    contact_title: str = ""
    phone: str = ""
    speaks: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    needs: str = ""


@transaction.atomic
def ask_to_join(
    door: OpenDoor, said: Asked, *, email: str, language: str, at: datetime
) -> JoinRequest:
    """Keep it and say by letter that it has arrived.

    The same name from the same address that still waits changes nothing, and is answered alike. Refuses
    when the door was closed meanwhile, and a fourth one from one address.
    """
    door = OpenDoor.objects.select_related("coalition", "answered_by").get(pk=door.pk)
    if not door.is_open:
        raise Refusal(_("Nobody can ask here just now."))
    theirs = JoinRequest.objects.of_coalition(door.coalition).waiting().from_address(email)
    known = theirs.named(said.organisation_name).first()
    if known:
        return known
    _refuse_too_many(theirs.count())
    with recording("join_request.made"):
        made = JoinRequest.objects.create(
            coalition=door.coalition,
            email=email.strip(),
            language=language,
            consented_at=at,
            asked_at=at,
            **vars(said),
        )
        emails.join_request_received(made, door, at=at)
    return made


def _refuse_too_many(waiting: int) -> None:
    if waiting >= MOST_OF_ONE_ADDRESS:
        raise Refusal(
            _(
                "From this address several people or groups have asked already. We answer them first."
            )
        )


# ---------------------------------------------------------------- what we answer


@transaction.atomic
def welcome(
    request: JoinRequest, *, owner: Person | None, answer: str, by: Person, at: datetime
) -> Organisation:
    """They become a prospect, by way of a suggestion of ours, with the person who asked as a contact.

    Refuses for somebody who comes for themselves: they are linked to an organisation of residents.
    """
    request = _waiting(request)
    if not request.organisation_name:
        raise Refusal(_("They come for themselves. Link them to an organisation of residents."))
    today = request.coalition.day(at=at)
    with recording("join_request.welcomed", by=by):
        suggested = nominations.suggest(
            request.coalition,
            {
                "name": request.organisation_name,
                "website": request.website,
                "why": request.hopes,
                "known_from": _("They asked to join on our public page"),
            },
            by=by,
            at=at,
        )
        made = nominations.accept(suggested, owner=owner, by=by, at=at, on=today)
        _add_contact(request, made, on=today)
        _settle(request, State.WELCOMED, organisation=made, answer=answer, by=by, at=at)
    return made


@transaction.atomic
def link(
    request: JoinRequest, organisation: Organisation, *, answer: str, by: Person, at: datetime
) -> Organisation:
    """They are on the list already; whoever asked becomes a contact there, unless they are one."""
    home = Organisation.objects.locked_home(organisation.pk)
    request = _waiting(request)
    if home.coalition_id != request.coalition_id:
        raise Refusal(_("They are not in the same coalition."))
    with recording("join_request.linked", by=by):
        _add_contact(request, home, on=request.coalition.day(at=at))
        _settle(request, State.KNOWN, organisation=home, answer=answer, by=by, at=at)
    return home


@transaction.atomic
def decline(request: JoinRequest, *, answer: str, by: Person, at: datetime) -> JoinRequest:
    """Not now. They read our words, so there must be some."""
    request = _waiting(request)
    if not answer:
        raise Refusal(_("Please write them an answer: they are waiting for one."))
    with recording("join_request.declined", by=by):
        return _settle(request, State.DECLINED, answer=answer, by=by, at=at)


def _add_contact(request: JoinRequest, organisation: Organisation, *, on: Any) -> None:
    known = Contact.objects.at([organisation.pk]).current().with_address(request.email)
    if known.exists():
        return
    Contact.objects.create(
        coalition_id=organisation.coalition_id,
        organisation=organisation,
        name=request.contact_name,
        title=request.contact_title,
        role=Contact.Role.REPRESENTATIVE,
        email=request.email,
        phone=request.phone,
        since_on=on,
    )


def _settle(
    request: JoinRequest,
    state: str,
    *,
    answer: str,
    by: Person,
    at: datetime,
    organisation: Organisation | None = None,
) -> JoinRequest:
    request.state, request.answer, request.organisation = state, answer, organisation
    request.answered_by, request.answered_at = by, at
    request.save()
    if answer:
        emails.join_request_answered(request, by=by, at=at)
    return request


def _waiting(request: JoinRequest) -> JoinRequest:
    request = JoinRequest.objects.locked(request.pk)
    if request.is_erased:
        raise Refusal(_("We hold nothing of them any more."))
    if not request.is_waiting:
        raise Refusal(
            _("This was answered already: %(state)s.") % {"state": request.get_state_display()}
        )
    return request


# ---------------------------------------------------------------- forgetting


@transaction.atomic
def erase_asker(request: JoinRequest, *, by: Person, at: datetime) -> JoinRequest:
    """Blank the person in the row, in every earlier version, in letters and wherever they are named.

    It cannot be taken back. Refuses while they wait for an answer, and for somebody who is a contact or a
    member by now: those are erased there, and this goes along.
    """
    request = JoinRequest.objects.locked(request.pk)
    if request.is_erased:
        return request
    _refuse_unerasable(request)
    needles = needles_of(name=request.contact_name, email=request.email, phone=request.phone)
    with recording("join_request.erased", by=by):
        erasure.erase(request, within=request.coalition_id)
        erasure.scrub(needles, within=request.coalition_id)
        words = {"erased_on": request.coalition.day(at=at), "erased_by": by.pk}
        JoinRequest.objects.filter(pk=request.pk).update(**words)
        for event in events_of(JoinRequest):  # whatever is put back from history, the note stays
            event._default_manager.filter(pgh_obj_id=request.pk).update(**words)  # noqa: SLF001
    request.refresh_from_db()
    return request


def _refuse_unerasable(request: JoinRequest) -> None:
    if request.is_waiting:
        raise Refusal(_("They wait for an answer. Answer them first."))
    contacts = Contact.objects.filter(coalition=request.coalition_id).with_address(request.email)
    contact = contacts.select_related("organisation").first()
    if contact:
        raise Refusal(
            _("They are on your list too, at %(name)s. Erase them there; it takes this along.")
            % {"name": contact.organisation}
        )
    if request.coalition.members.unended().with_address(request.email).exists():
        raise Refusal(_("They sign in to this coalition, and can erase their account themself."))
