from datetime import datetime

from django.db import transaction

from accounts.models import Person, Session
from accounts.models.sessions import SessionQuerySet


@transaction.atomic
def end_sign_in(person: Person, *, mark: str) -> int:
    """Sign one browser out; how many that were. Of one's own only, and twice does no harm."""
    keys = [row.pk for row in Session.objects.of(person) if row.is_marked(mark)]
    return _deleted(Session.objects.of(person).filter(pk__in=keys))


@transaction.atomic
def end_other_sign_ins(person: Person, *, this: str | None) -> int:
    """Sign every browser out but this one; how many that were."""
    return _deleted(Session.objects.of(person).other_than(this))


@transaction.atomic
def forget_over(*, at: datetime) -> int:
    """Drop the sign-ins that ran out: they let nobody in, nor need we know of them. How many."""
    return _deleted(Session.objects.over(at=at))


def _deleted(sessions: SessionQuerySet) -> int:
    count, _by_model = sessions.delete()
    return count
