"""What every operation that changes who leads a body does around its writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction

from accounts.models import Person
from governance.models import Body
from governance.operations.power import check_co_leads
from governance.reports.power.leadership import lead_of


@contextmanager
def keeping_power_shared(
    body: Body, *, on: date, by: Person, reason: str = "", is_new: bool = False
) -> Iterator[None]:
    """Compare who leads a body before and after what is written in the block.

    Raises Refusal, and nothing is written, when the body is led by fewer sectors than the coalition's rule
    asks for, the change has brought it no nearer, and no reason is given. With a reason the change is
    written, and the reason stands on the body's page until the rule is kept again. `on` is today: a term
    that begins later is judged when it begins. A body that nobody led and that nobody leads now breaks
    nothing: its page says that it has no leads yet, and the home page asks for them.

        with keeping_power_shared(seat.body, on=on, by=by, reason=reason):
            …  # seat somebody, end a term, close a leading seat
    """
    with transaction.atomic():
        before = None if is_new else lead_of(body, on=on)
        yield
        was_led = before is not None and before.leads
        if not was_led and not lead_of(body, on=on).leads:
            return
        check_co_leads(body, on=on, by=by, reason=reason, before=before)
