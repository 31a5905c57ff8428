"""Where things are: told, changed, gone. A secret is refused."""

from dataclasses import astuple, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Place
from governance.models.succession.places import looks_like_a_secret


@dataclass(frozen=True)
class Whereabouts:
    what: str
    where: str
    access: str


@transaction.atomic
def tell(coalition: Coalition, told: Whereabouts, *, by: Person) -> Place:
    refuse_secrets(told)
    with recording("place.told", by=by):
        return Place.objects.create(
            coalition=coalition, what=told.what, where=told.where, access=told.access
        )


@transaction.atomic
def edit(place: Place, told: Whereabouts, *, by: Person) -> Place:
    refuse_secrets(told)
    with recording("place.edited", by=by):
        place.what, place.where, place.access = told.what, told.where, told.access
        place.save(update_fields=["what", "where", "access"])
    return place


@transaction.atomic
def retire(place: Place, *, on: date | None, by: Person) -> Place:
    """It is there no more, and stands in no binder; without a day it is there again."""
    place = Place.objects.select_for_update().get(pk=place.pk)
    if (place.retired_on is None) != (on is None):
        with recording("place.retired" if on else "place.restored", by=by):
            place.retired_on = on
            place.save(update_fields=["retired_on"])
    return place


def refuse_secrets(told: Whereabouts) -> None:
    """The binder is printed and lies about: what opens a thing belongs in no line of it."""
    if any(looks_like_a_secret(text) for text in astuple(told)):
        raise Refusal(
            _("This looks like a password. Leave it out, and say who has it or where it is kept.")
        )
