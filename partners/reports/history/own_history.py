"""What history holds of own fields, under the names that they and their choices have today."""

from collections.abc import Iterator

from partners.models import Contact, Organisation, OwnField
from partners.reports.history.events import State
from partners.reports.history.names import Names
from partners.reports.history.story_tables import Model
from partners.reports.own_fields.words import own_words

COLUMN = "own_values"
SUBJECTS: dict[Model, str] = {
    Organisation: OwnField.Subject.ORGANISATION.value,
    Contact: OwnField.Subject.CONTACT.value,
}


def told_fields(model: Model, names: Names, *, may_see_all: bool) -> list[OwnField]:
    """Those of a table of which history may tell, retired ones too, in the order of the forms."""
    fields = names.own_fields(SUBJECTS.get(model, ""))
    return [one for one in fields if may_see_all or not (one.is_personal or one.is_internal)]


def own_words_of(
    model: Model, state: State, names: Names, *, may_see_all: bool
) -> Iterator[tuple[str, str]]:
    """For every field its name and what the row said then, which may be nothing."""
    values = state.get(COLUMN) or {}
    for field in told_fields(model, names, may_see_all=may_see_all):
        yield field.label, own_words(field, values.get(field.key))


def own_changes(
    model: Model, before: State, after: State, names: Names, *, may_see_all: bool
) -> Iterator[tuple[str, str, str]]:
    """The name of each field that changed, what it said before and what it said after."""
    if before.get(COLUMN) == after.get(COLUMN):
        return
    was = own_words_of(model, before, names, may_see_all=may_see_all)
    now = own_words_of(model, after, names, may_see_all=may_see_all)
    for (label, words_before), (_label, words_after) in zip(was, now, strict=True):
        if words_before != words_after:
            yield label, words_before, words_after
