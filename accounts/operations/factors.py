from datetime import datetime
from typing import Any

import pghistory
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import emails
from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal

ALL_OF_THEM: Any = gettext_lazy("all of its second factors")


@transaction.atomic
def forget_second_factors(person: Person, *, by: Person | None, at: datetime) -> int:
    """Take the app, the passkeys and the recovery codes off an account whose person has lost them.

    The password stands alone again until they set one up; they are told by a letter. How many it was.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    factors = Authenticator.objects.filter(user=person)
    if not factors.exists():
        raise Refusal(_("This account has no second factor."))
    with recording("person.second_factors_forgotten", by=by):
        # No column of the person changes, so no trigger tells of it.
        pghistory.create_event(person, label="update")
    count, _by_model = factors.delete()
    emails.factor_removed(person, kind=ALL_OF_THEM, at=at)
    return count
