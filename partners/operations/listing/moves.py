"""Moving a partner from one column of a board to another: one value changes, and can be put back."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from common.history.tracking import recording
from common.refusal import Refusal
from common.text.numbers import read_id
from partners.models import Organisation


@transaction.atomic
def move_to_kind(
    organisation: Organisation, *, kind: str, by: Person, seen: str | None = None
) -> Organisation:
    """`seen` is the column in which it stood when somebody took hold of it, if they say so."""
    if kind not in Organisation.Kind.values:
        raise Refusal(_("There is no such column."))
    organisation = _lock(organisation)
    _refuse_elsewhere(organisation.kind, seen, column=organisation.get_kind_display())
    with recording("organisation.moved", by=by):
        organisation.kind = kind
        organisation.save()
    return organisation


@transaction.atomic
def move_to_owner(
    organisation: Organisation, *, owner: str, by: Person, seen: str | None = None
) -> Organisation:
    """`owner` is the id of a member who looks after partners, or empty for nobody; so is `seen`."""
    organisation = _lock(organisation)
    stands = str(organisation.owner_id or "")
    _refuse_elsewhere(stands, seen, column=str(organisation.owner or _("nobody")))
    person = read_id(owner)
    if owner and person is None:
        raise Refusal(_("There is no such column."))
    members = Membership.objects.looking_after_partners().filter(
        coalition=organisation.coalition_id
    )
    keeper = members.filter(person=person).first() if person else None
    if owner and keeper is None:
        raise Refusal(_("They no longer look after partners here. Choose someone else."))
    with recording("organisation.moved", by=by):
        organisation.owner = keeper.person if keeper else None
        organisation.save()
    return organisation


def _refuse_elsewhere(stands: str, seen: str | None, *, column: str) -> None:
    """Somebody else has moved it since: what they did is shown before it is undone."""
    if seen is not None and seen != stands:
        raise Refusal(
            _(
                "Somebody has moved it since you looked: it stands under “%(column)s” now."
                " Move it again if you still want to."
            )
            % {"column": column}
        )


def _lock(organisation: Organisation) -> Organisation:
    return Organisation.objects.locked(organisation.pk)
