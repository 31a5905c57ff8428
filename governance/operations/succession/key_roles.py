"""Which roles are key, and who could follow in them."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Deputy, Function, Interest, KeyRole, Seat
from partners.models import Contact


@dataclass(frozen=True)
class Loss:
    """What happens without the holder, and how soon it hurts."""

    if_lost: str
    hurts: str


@dataclass(frozen=True)
class Standing:
    """Whether a deputy would, how soon they could, and what they still need."""

    willing: str
    ready: str
    note: str = ""


@transaction.atomic
def mark(
    coalition: Coalition, role: Seat | Function, loss: Loss, *, on: date, by: Person
) -> KeyRole:
    """From now on it is key. Refuses what is marked already, and what the coalition has closed."""
    Coalition.objects.lock(coalition.pk)
    _refuse_closed(role)
    named = {"seat": role} if isinstance(role, Seat) else {"function": role}
    rows = KeyRole.objects.of_coalition(coalition.pk)
    if rows.filter(unmarked_on__isnull=True, **named).exists():
        raise Refusal(_("This is a key role already."))
    with recording("key_role.marked", by=by):
        return KeyRole.objects.create(
            coalition=coalition, if_lost=loss.if_lost, hurts=loss.hurts, marked_on=on, **named
        )


@transaction.atomic
def mark_task(
    coalition: Coalition, *, name: str, about: str, loss: Loss, on: date, by: Person
) -> KeyRole:
    """Another task of the coalition becomes a function that need not be held, and is key.

    So it is held, ends and is handed over like every other. One that is there already is taken.
    """
    Coalition.objects.lock(coalition.pk)
    rows = Function.objects.of_coalition(coalition.pk).current()
    function = rows.filter(name__iexact=name).first()
    with recording("key_role.marked", by=by):
        if function is None:
            function = Function.objects.create(
                coalition=coalition, name=name, about=about, is_required=False
            )
        return mark(coalition, function, loss, on=on, by=by)


@transaction.atomic
def tell_loss(role: KeyRole, loss: Loss, *, by: Person) -> KeyRole:
    role = _marked(role)
    with recording("key_role.edited", by=by):
        role.if_lost, role.hurts = loss.if_lost, loss.hurts
        role.save(update_fields=["if_lost", "hurts"])
    return role


@transaction.atomic
def unmark(role: KeyRole, *, on: date, by: Person) -> KeyRole:
    """It is key no more; its deputies stay on record with it."""
    role = KeyRole.objects.select_for_update(of=("self",)).get(pk=role.pk)
    if role.is_marked:
        with recording("key_role.unmarked", by=by):
            role.unmarked_on = on
            role.save(update_fields=["unmarked_on"])
    return role


# ---------------------------------------------------------------- deputies


@transaction.atomic
def name_deputy(
    role: KeyRole,
    contact: Contact,
    standing: Standing,
    *,
    interest: Interest | None = None,
    on: date,
    by: Person,
) -> Deputy:
    """Refuses whoever is one already, and people who have left."""
    role = _marked(role)
    if contact.coalition_id != role.coalition_id or contact.left_on is not None:
        raise Refusal(_("This person is not there any more."))
    if role.deputies.filter(contact=contact, ended_on__isnull=True).exists():
        raise Refusal(_("%(name)s is a deputy for this role already.") % {"name": contact})
    with recording("deputy.named", by=by):
        return Deputy.objects.create(
            coalition_id=role.coalition_id,
            key_role=role,
            contact=contact,
            willing=standing.willing,
            ready=standing.ready,
            note=standing.note,
            interest=interest,
            since_on=on,
        )


@transaction.atomic
def tell_standing(deputy: Deputy, standing: Standing, *, by: Person) -> Deputy:
    deputy = _current(deputy)
    with recording("deputy.edited", by=by):
        deputy.willing, deputy.ready, deputy.note = standing.willing, standing.ready, standing.note
        deputy.save(update_fields=["willing", "ready", "note"])
    return deputy


@transaction.atomic
def release_deputy(deputy: Deputy, *, reason: str = "", on: date, by: Person) -> Deputy:
    """They are named no more; that they were is kept. Twice keeps the first day."""
    deputy = Deputy.objects.select_for_update(of=("self",)).get(pk=deputy.pk)
    if deputy.ended_on is None:
        with recording("deputy.released", by=by, reason=reason):
            deputy.ended_on, deputy.ended_because = on, reason
            deputy.save(update_fields=["ended_on", "ended_because"])
    return deputy


def _refuse_closed(role: Seat | Function) -> None:
    if isinstance(role, Seat):
        is_closed = role.closed_on is not None or role.body.is_closed
    else:
        is_closed = role.retired_on is not None
    if is_closed:
        raise Refusal(_("There is no such seat or function any more."))


def _marked(role: KeyRole) -> KeyRole:
    found = KeyRole.objects.select_for_update(of=("self",)).filter(pk=role.pk).first()
    if found is None or not found.is_marked:
        raise Refusal(_("This is not a key role any more."))
    return found


def _current(deputy: Deputy) -> Deputy:
    found = Deputy.objects.select_for_update(of=("self",)).filter(pk=deputy.pk).first()
    if found is None or found.ended_on is not None:
        raise Refusal(_("They are not a deputy any more."))
    return found
