"""What must be seen to for the whole coalition: put on the list, ordered, given to somebody, ended."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Function, RoleAssignment
from governance.presets.functions import FUNCTIONS
from partners.models import Contact, Organisation


@dataclass(frozen=True)
class FunctionWords:
    """What a form says of a function."""

    name: str
    about: str
    is_required: bool


@dataclass(frozen=True)
class Given:
    """Who takes a function over, from when to when."""

    organisation: Organisation
    contact: Contact | None
    starts_on: date
    ends_on: date | None = None
    duties: str = ""


@transaction.atomic
def fill_functions(coalition: Coalition, *, by: Person) -> list[Function]:
    """The usual seven, but for those of a kind or of a name that is there already."""
    Coalition.objects.lock(coalition.pk)
    current = list(Function.objects.of_coalition(coalition.pk).current())
    kinds, names = {one.kind for one in current}, {one.name.casefold() for one in current}
    wanted = [
        Function(
            coalition=coalition,
            name=str(kind.label),
            kind=kind,
            about=str(about),
            position=len(current) + place,
        )
        for place, (kind, about) in enumerate(FUNCTIONS)
        if kind not in kinds and str(kind.label).casefold() not in names
    ]
    if not wanted:
        raise Refusal(_("All seven are on your list already."))
    with recording("function.filled", by=by):
        return Function.objects.bulk_create(wanted)


@transaction.atomic
def add_function(coalition: Coalition, words: FunctionWords, *, by: Person) -> Function:
    """At the end of the list. Refuses a name that is on it."""
    Coalition.objects.lock(coalition.pk)
    position = Function.objects.of_coalition(coalition.pk).count()
    function = Function(coalition=coalition, position=position, **words.__dict__)
    with recording("function.added", by=by):
        _save(function)
    return function


@transaction.atomic
def edit_function(function: Function, words: FunctionWords, *, by: Person) -> Function:
    function = _locked(function)
    with recording("function.edited", by=by):
        for name, value in words.__dict__.items():
            setattr(function, name, value)
        _save(function)
    return function


@transaction.atomic
def move_function(function: Function, *, up: bool, by: Person) -> None:
    """One place up or down. At either end nothing changes, nor for one that is off the list by now."""
    Coalition.objects.lock(function.coalition_id)
    rows = list(Function.objects.of_coalition(function.coalition_id).current())
    here = next((place for place, row in enumerate(rows) if row.pk == function.pk), None)
    step = -1 if up else 1
    if here is None or not 0 <= here + step < len(rows):
        return
    rows.insert(here + step, rows.pop(here))
    with recording("function.moved", by=by):
        for position, row in enumerate(rows):
            if row.position != position:
                row.position = position
                row.save(update_fields=["position"])


@transaction.atomic
def retire_function(function: Function, *, on: date, by: Person) -> Function:
    """Off the list; who held it is kept. Refuses while somebody holds it."""
    function = _locked(function)
    held = RoleAssignment.objects.filter(coalition=function.coalition_id, function=function)
    if held.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on)).exists():
        raise Refusal(_("Somebody holds it. Say first until when."))
    with recording("function.retired", by=by):
        function.retired_on = on
        function.save(update_fields=["retired_on"])
    return function


@transaction.atomic
def reinstate_function(function: Function, *, by: Person) -> Function:
    function = _locked(function)
    with recording("function.reinstated", by=by):
        function.retired_on = None
        _save(function)
    return function


# ---------------------------------------------------------------- who holds it


@transaction.atomic
def give_function(function: Function, given: Given, *, by: Person) -> RoleAssignment:
    """Several may hold it side by side. Refuses the same holder twice at a time."""
    function = _locked(function)
    if function.retired_on:
        raise Refusal(_("It is off your list. Put it back first."))
    if given.ends_on and given.ends_on < given.starts_on:
        raise Refusal(_("The term ends before it begins."))
    home = Organisation.objects.locked_home(given.organisation.pk)
    _refuse_twice(function, home, given)
    with recording("function.given", by=by):
        return RoleAssignment.objects.create(
            coalition_id=function.coalition_id,
            function=function,
            organisation=home,
            contact=given.contact,
            starts_on=given.starts_on,
            ends_on=given.ends_on,
            duties=given.duties,
        )


def _refuse_twice(function: Function, home: Organisation, given: Given) -> None:
    same = RoleAssignment.objects.filter(
        coalition=function.coalition_id,
        function=function,
        organisation=home,
        contact=given.contact,
    ).filter(Q(ends_on__isnull=True) | Q(ends_on__gte=given.starts_on))
    if given.ends_on:
        same = same.filter(starts_on__lte=given.ends_on)
    if same.exists():
        raise Refusal(_("They hold it in that time already."))


@transaction.atomic
def end_function(role: RoleAssignment, *, on: date, reason: str, by: Person) -> RoleAssignment:
    """The day is the last one. Refuses a day before the first."""
    rows = RoleAssignment.objects.select_for_update(of=("self",))
    role = rows.get(pk=role.pk)
    if on < role.starts_on:
        raise Refusal(_("The term ends before it begins."))
    with recording("function.ended", by=by, reason=reason):
        role.ends_on, role.ended_because = on, reason
        role.save(update_fields=["ends_on", "ended_because"])
    return role


def _locked(function: Function) -> Function:
    Coalition.objects.lock(function.coalition_id)
    rows = Function.objects.select_related("coalition").select_for_update(of=("self",))
    return rows.get(pk=function.pk)


def _save(function: Function) -> None:
    try:
        with transaction.atomic():
            function.save()
    except IntegrityError as error:
        if "function_name_is_used_once" not in str(error):
            raise
        raise Refusal(_("There is a function of that name already.")) from None
