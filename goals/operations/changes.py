"""Taking back one change of the goals."""

from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.changes import tables_of
from common.history.undoing import take_back, wrote_here
from partners.models import NeededVoice


def is_change_of_goals(coalition: Coalition, *, change: UUID, by: Person | None = None) -> bool:
    """Whether it wrote rows of goals here; with `by`, and they made it."""
    person = by.pk if by else None
    return wrote_here(change, models=tables_of("goals"), coalition=coalition.pk, person=person)


def undo(change: UUID, *, by: Person) -> None:
    """Put back what it wrote, a voice included that came to the table with it.

    Raises Refusal when something was changed again since, or depends on how it stands now.
    """
    take_back(
        change,
        models=(NeededVoice, *tables_of("goals")),
        verb="goals.undone",
        by=by,
        in_the_way=_("Something else depends on how it stands now. Change it by hand instead."),
    )
