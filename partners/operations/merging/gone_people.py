"""Those who became one with a person: what a merge and history keep of them is erased with the person."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from accounts.models import Person
from common.history.event_tables import events_of
from common.personal.erasure import erase_history
from common.personal.fields import declaration_of
from partners.models import Contact, ContactMerge, MergeMove
from partners.operations.merging.people import CONTACT


def gone_into(contact: Contact) -> set[int]:
    """Ids of the rows that are gone, whether somebody made them one or both said exactly the same."""
    gone = set(ContactMerge.objects.gone_into(contact).values_list("gone", flat=True))
    looked_at: set[int] = set()
    while todo := {contact.pk, *gone} - looked_at:
        looked_at |= todo
        aside = MergeMove.objects.set_aside().for_twins(CONTACT, todo)
        gone |= set(map(int, aside.values_list("row", flat=True)))
    return gone


def told_of_gone(gone: Collection[int]) -> list[tuple[str, str, str]]:
    """Every name, address and phone under which history knows them."""
    if not gone:
        return []
    rows = events_of(Contact).filter(pgh_obj_id__in=gone)
    return list(rows.order_by().values_list("name", "email", "phone").distinct())


def forget_gone(gone: Collection[int], *, by: Person, on: date) -> None:
    """Should the merge be taken apart, somebody comes back who is erased too."""
    words = declaration_of(Contact)
    if not gone or words is None:
        return
    erase_history(Contact, words, gone)
    blank: dict[str, Any] = {name: told.value for name, told in words.erased.items()}
    note = {"erased_on": on.isoformat(), "erased_by_id": by.pk}
    moves = list(MergeMove.objects.set_aside().of_rows(CONTACT, gone))
    for move in moves:
        row = json.loads(move.kept)
        left = row["left_on"] or on.isoformat()
        move.kept = json.dumps({**row, **blank, **note, "left_on": left})
    MergeMove.objects.bulk_update(moves, ["kept"])
