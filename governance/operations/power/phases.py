from collections.abc import Iterable

from django.db import transaction

from accounts.models import Person
from common.history.tracking import recording
from governance.models import Body, BodyPhase


@transaction.atomic
def set_phases(body: Body, phases: Iterable[str], *, by: Person) -> None:
    """In which phases of the work the body takes part, and in no other."""
    body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
    wanted, kept = set(phases), set(body.phases.values_list("phase", flat=True))
    if wanted == kept:
        return
    with recording("phases.set", by=by):
        body.phases.exclude(phase__in=wanted).delete()
        for phase in sorted(wanted - kept):
            BodyPhase.objects.create(coalition_id=body.coalition_id, body=body, phase=phase)
