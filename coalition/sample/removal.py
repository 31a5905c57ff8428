"""Taking the sample away: every row that carries its id, in whatever table, history included.

Nothing else in the product deletes what has a past. A sample has none: it was made up. So this goes
around models and triggers, one statement for each table, and needs no change when a table is added.
"""

import logging

import pgtrigger
from django.apps import apps
from django.conf import settings
from django.core.files.storage import Storage
from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper
from django.utils.translation import gettext as _
from pghistory.models import Context, Event

from accounts.models import Coalition, Membership, Person
from coalition.sample.added import Added, added_since
from coalition.sample.sign_ins import FILE_NAME, forget_sign_ins
from common.history.event_tables import event_model
from common.models import Letter
from common.refusal import Refusal

logger = logging.getLogger(__name__)


class HasMore(Refusal):
    """People have added something of their own, or more than they were told of."""

    def __init__(self, added: Added) -> None:
        kinds = ", ".join(f"{kind.label}: {kind.count}" for kind in added.kinds)
        super().__init__(
            _("Since the sample was made, people have added to it (%(kinds)s). That would go too.")
            % {"kinds": kinds}
        )
        self.added = added


@transaction.atomic
def remove_sample(coalition: Coalition, *, by: Person | None, also_added: int = 0) -> None:
    """Take away a sample coalition, all it owns, and the people who are members nowhere else.

    `by` is nobody when the command does it; the log keeps it, because all other history goes too.
    Refuses any coalition that is not a sample, and, with HasMore, one to which people have added more than
    the `also_added` things that somebody knows will go too.
    """
    locked = Coalition.objects.select_for_update().filter(pk=coalition.pk).first()
    if locked is None:
        return
    if not locked.is_sample:
        raise Refusal(_("%(coalition)s is not a sample. It stays.") % {"coalition": locked.name})
    added = added_since(locked)
    if added.total > also_added:
        raise HasMore(added)
    people, files = _people_of_this_alone(locked), _files_of(locked)
    with pgtrigger.ignore():  # the history of a removal would be rows of the removed
        _delete_history(locked, people)
        _delete_rows(locked)
        _delete_people(people)
    transaction.on_commit(lambda: _delete_files(files))
    transaction.on_commit(lambda: forget_sign_ins(settings.DATA_DIR / FILE_NAME))
    logger.info("sample coalition %s removed by person %s", locked.pk, by.pk if by else "-")


def models_of_a_coalition() -> list[type[models.Model]]:
    """Every table that carries a coalition's id, events included."""
    return [
        model
        for model in apps.get_models()
        if any(field.column == "coalition_id" for field in model._meta.concrete_fields)  # noqa: SLF001
    ]


def _delete_history(coalition: Coalition, people: list[int]) -> None:
    """Every version of every row, and the changes that made them."""
    versions = [
        *((events, "coalition_id", [coalition.pk]) for events in _event_models_of_a_coalition()),
        (event_model(Coalition), "pgh_obj_id", [coalition.pk]),
        (event_model(Person), "pgh_obj_id", people),
    ]
    with connection.cursor() as cursor:
        for events, column, ids in versions:
            made_by = f"SELECT pgh_context_id FROM {_table(events)} WHERE {column} = ANY (%s)"  # noqa: S608 - our own names, here and below
            cursor.execute(f"DELETE FROM {_table(Context)} WHERE id IN ({made_by})", [ids])  # noqa: S608
            _delete_where(cursor, events, column, ids)


def _delete_rows(coalition: Coalition) -> None:
    """In any order: the database compares the tables at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL commonweal.search = 'later'")  # nobody will search here again
        for model in models_of_a_coalition():
            _delete_where(cursor, model, "coalition_id", [coalition.pk])
        _delete_where(cursor, Letter, "tenant", [coalition.pk])
        _delete_where(cursor, Coalition, "id", [coalition.pk])
        cursor.execute("SET LOCAL commonweal.search = ''")  # whoever called us may write on


def _delete_people(people: list[int]) -> None:
    """By Django, so that what hangs on a person alone, such as proven addresses, goes along."""
    leaving = Person.objects.filter(pk__in=people)
    Letter.objects.filter(tenant=None, to_address__in=leaving.values("email")).delete()
    leaving.delete()


def _event_models_of_a_coalition() -> list[type[models.Model]]:
    return [model for model in models_of_a_coalition() if issubclass(model, Event)]


def _people_of_this_alone(coalition: Coalition) -> list[int]:
    """Members, present and former, without a membership of any other coalition."""
    elsewhere = Membership.objects.exclude(coalition=coalition).values("person")
    members = Membership.objects.filter(coalition=coalition).values("person")
    people = Person.objects.filter(pk__in=members).exclude(pk__in=elsewhere)
    return list(people.values_list("pk", flat=True))


def _files_of(coalition: Coalition) -> list[tuple[Storage, str]]:
    """Uploaded files whose rows will be gone."""
    return [
        (field.storage, name)
        for model in models_of_a_coalition()
        for field in model._meta.concrete_fields  # noqa: SLF001
        if isinstance(field, models.FileField)
        for name in model._default_manager.filter(coalition=coalition)  # noqa: SLF001
        .exclude(**{field.name: ""})
        .values_list(field.name, flat=True)
    ]


def _delete_files(files: list[tuple[Storage, str]]) -> None:
    for storage, name in files:
        storage.delete(name)


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001


def _delete_where(
    cursor: CursorWrapper, model: type[models.Model], column: str, ids: list[int]
) -> None:
    cursor.execute(f"DELETE FROM {_table(model)} WHERE {column} = ANY (%s)", [ids])  # noqa: S608
