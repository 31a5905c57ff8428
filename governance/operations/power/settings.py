from collections.abc import Mapping

from django.db import transaction

from accounts.models import Coalition, Person
from common.history.tracking import recording
from governance.models import PowerSettings


@transaction.atomic
def set_power(coalition: Coalition, values: Mapping[str, int], *, by: Person) -> None:
    """From where on this coalition looks at how power is shared."""
    with recording("power.set", by=by):
        PowerSettings.objects.update_or_create(coalition=coalition, defaults=dict(values))
