"""Taking back one change at once: whose it was, and what to say when it cannot go.

`common.history.rewind` puts the rows back; here is what every verb that undoes has to ask before and after.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _
from pghistory.models import Context

from common.history.event_tables import events_of
from common.history.rewind import changed_since, undo_change
from common.history.tracking import recording
from common.refusal import Refusal

Models = Iterable[type[models.Model]]


def wrote_here(change: UUID, *, models: Models, coalition: int, person: int | None = None) -> bool:
    """Whether the change wrote rows of these tables in the coalition; with `person`, and they made it."""
    made = Context.objects.filter(pk=change)
    if person is not None:
        made = made.filter(metadata__person=person)
    return made.exists() and any(
        events_of(model).filter(pgh_context_id=change, coalition_id=coalition).exists()
        for model in models
    )


@transaction.atomic
def take_back(
    change: UUID,
    *,
    models: tuple[type[models.Model], ...],
    verb: str,
    by: models.Model,
    in_the_way: str = "",
) -> UUID:
    """Put back all that the change wrote in `models`, from parents to children; `verb` names the undoing.

    Returns the change that this makes. Raises Refusal when something of it was changed again since, and,
    with the words of `in_the_way`, when something else depends on how it stands by now.
    """
    if changed_since(change, models=models):
        raise Refusal(_("This was changed again since, so it cannot be undone any more."))
    in_the_way = in_the_way or _(
        "Something else depends on this by now, so it cannot be taken back."
    )
    with recording(verb, by=by) as made, bearable(otherwise=in_the_way):
        undo_change(change, models=models)
    return made


@contextmanager
def bearable(*, otherwise: str) -> Iterator[None]:
    """Find out now rather than at the commit whether the database can bear what the block writes."""
    try:
        with transaction.atomic():
            yield
            connection.check_constraints()
    except IntegrityError as error:
        raise Refusal(otherwise) from error
