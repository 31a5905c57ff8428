"""Bodies are opened, changed, paused, closed and opened again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Body, RoleAssignment
from governance.operations.bodies.leads import FirstLead, seat_leads
from governance.operations.bodies.parts import write_duties, write_links
from governance.operations.leadership import keeping_power_shared


@dataclass(frozen=True)
class BodyWords:
    """What a form says of a body itself."""

    name: str
    kind: str
    own_kind: str
    parent: Body | None
    purpose: str
    cadence: str
    quorum: int | None
    publication: str
    opened_on: date


@dataclass(frozen=True)
class BodyTelling:
    """A body with its duties, in their order, and where it works: label and address of each link."""

    words: BodyWords
    duties: Sequence[str] = ()
    links: Sequence[tuple[str, str]] = ()
    leads: Sequence[FirstLead] = ()
    why_unshared: str = ""


@transaction.atomic
def open_body(coalition: Coalition, told: BodyTelling, *, on: date, by: Person) -> Body:
    """With those who lead it from its first day, if they are named, each in a seat of their own.

    Refuses a name that another standing body has, a parent that is closed, and a lead that is not shared as
    the coalition's rule asks, unless `why_unshared` says why.
    """
    Coalition.objects.lock(coalition.pk)
    _refuse_parent(told.words.parent, of=None, coalition=coalition.pk)
    body = Body(coalition=coalition, **_columns(told.words))
    first = max(on, told.words.opened_on)
    sharing = keeping_power_shared(body, on=first, by=by, reason=told.why_unshared, is_new=True)
    with recording("body.opened", by=by), sharing:
        _save(body)
        write_duties(body, told.duties)
        write_links(body, told.links)
        seat_leads(body, told.leads)
    return body


@transaction.atomic
def edit_body(body: Body, told: BodyTelling, *, on: date, by: Person) -> Body:
    """Refuses also a parent that belongs to the body itself, however many steps down.

    And a kind of which the rule asks for a lead that is shared wider, unless `why_unshared` says why.
    """
    body = _locked(body)
    if body.is_closed:
        raise Refusal(_("It is closed. Open it again to change it."))
    _refuse_parent(told.words.parent, of=body, coalition=body.coalition_id)
    sharing = keeping_power_shared(body, on=on, by=by, reason=told.why_unshared)
    with recording("body.edited", by=by), sharing:
        for name, value in _columns(told.words).items():
            setattr(body, name, value)
        _save(body)
        write_duties(body, told.duties)
        write_links(body, told.links)
    return body


@transaction.atomic
def pause(body: Body, *, reason: str, on: date, by: Person) -> Body:
    body = _locked(body)
    if body.is_closed or body.is_paused:
        raise Refusal(_("It does not work at present anyway."))
    with recording("body.paused", by=by, reason=reason):
        body.paused_on, body.paused_because = on, reason
        body.save(update_fields=["paused_on", "paused_because"])
    return body


@transaction.atomic
def resume(body: Body, *, by: Person) -> Body:
    body = _locked(body)
    if not body.is_paused:
        raise Refusal(_("It is not paused."))
    with recording("body.resumed", by=by):
        body.paused_on, body.paused_because = None, ""
        body.save(update_fields=["paused_on", "paused_because"])
    return body


@transaction.atomic
def close(body: Body, *, reason: str, on: date, by: Person) -> Body:
    """Who sits in it gives up the seat that day. Refuses while other bodies belong to it."""
    body = _locked(body)
    if body.is_closed:
        raise Refusal(_("It is closed already."))
    if on < body.opened_on:
        raise Refusal(_("It cannot be closed before it was opened."))
    under = Body.objects.beneath(body).standing().order_by("name").first()
    if under:
        words = _("“%(name)s” belongs to it. Close that first, or say where it belongs now.")
        raise Refusal(words % {"name": under.name})
    with recording("body.closed", by=by, reason=reason):
        body.closed_on, body.closed_because = on, reason
        body.save(update_fields=["closed_on", "closed_because"])
        _end_terms(body, reason=reason, on=on)
    return body


def _end_terms(body: Body, *, reason: str, on: date) -> None:
    """Terms that run end; terms that would begin later are none any more."""
    terms = RoleAssignment.objects.filter(coalition=body.coalition_id, seat__body=body)
    terms.coming(on=on).delete()
    running = terms.in_force(on=on).exclude(ends_on=on)
    running.update(ends_on=on, ended_because=reason)


@transaction.atomic
def reopen(body: Body, *, by: Person) -> Body:
    """With its seats, which are vacant. Where it belonged, if that still stands."""
    body = _locked(body)
    if not body.is_closed:
        raise Refusal(_("It is open."))
    with recording("body.reopened", by=by):
        body.closed_on, body.closed_because = None, ""
        if body.parent and body.parent.is_closed:
            body.parent = None
        _save(body)
    return body


def _columns(words: BodyWords) -> dict[str, object]:
    return {name: getattr(words, name) for name in BodyWords.__dataclass_fields__}


def _locked(body: Body) -> Body:
    """One change of the tree at a time: whether it makes a circle is judged over all of it."""
    Coalition.objects.lock(body.coalition_id)
    rows = Body.objects.select_related("coalition", "parent").select_for_update(of=("self",))
    return rows.get(pk=body.pk)


def _refuse_parent(parent: Body | None, *, of: Body | None, coalition: int) -> None:
    if parent is None:
        return
    if parent.is_closed:
        raise Refusal(_("“%(name)s” is closed: nothing can belong to it.") % {"name": parent.name})
    if of is not None and of.pk in _upwards(parent.pk, Body.objects.ways_up(coalition)):
        words = _("“%(parent)s” belongs to “%(name)s” itself, so it cannot stand above it.")
        raise Refusal(words % {"parent": parent.name, "name": of.name})


def _upwards(pk: int | None, parents: dict[int, int | None]) -> set[int]:
    """The body itself and all above it."""
    found: set[int] = set()
    while pk is not None and pk not in found:
        found.add(pk)
        pk = parents.get(pk)
    return found


def _save(body: Body) -> None:
    try:
        with transaction.atomic():
            body.save()
    except IntegrityError as error:
        if "body_name_is_used_once_while_it_stands" not in str(error):
            raise
        raise Refusal(_("There is a body of that name already.")) from None
