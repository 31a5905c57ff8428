"""Two edits of the same partners, and the first of them taken back: what stands as it left it returns."""

import pytest

from common.history.tracking import recording
from partners.models import BulkEdit, Organisation
from tests.factories import OwnFieldFactory
from tests.partners.bulk.test_own import changed as changed_own
from tests.partners.selecting import changed, pick, some, undo

pytestmark = pytest.mark.django_db


def heading(client, edit) -> str:
    html = client.get(edit.get_absolute_url()).content.decode()
    return " ".join(html.split("<h1", 1)[1].split("</h1>")[0].split())


def test_first_of_two_edits_is_taken_back_and_the_second_stays(coordinator):
    some(coordinator, 3, owner=coordinator.membership.person)
    pick(coordinator, do="all")
    first = changed(coordinator, "owner", owner="none")
    changed(coordinator, "kind", kind="prospect")
    undo(coordinator, first)
    told = set(Organisation.objects.values_list("owner", "kind"))
    assert told == {(coordinator.membership.person_id, "prospect")}
    assert (first.state, first.kept) == (BulkEdit.State.UNDONE, [])
    assert "The change is taken back" in heading(coordinator, first)


def test_own_field_is_taken_back_beside_one_that_was_answered_since(coordinator):
    coalition = coordinator.membership.coalition
    ours = OwnFieldFactory(coalition=coalition, key="ours", label="Ours", is_listed=True)
    theirs = OwnFieldFactory(coalition=coalition, key="theirs", label="Theirs", is_listed=True)
    one = some(coordinator, 1, own_values={"ours": "before"})[0]
    pick(coordinator, one.pk)
    first = changed_own(coordinator, ours, how="set", value="after")
    changed_own(coordinator, theirs, how="set", value="since")
    undo(coordinator, first)
    one.refresh_from_db()
    assert one.own_values == {"ours": "before", "theirs": "since"}


def test_what_was_written_by_hand_since_stays_beside_what_is_taken_back(coordinator):
    one = some(coordinator, 1)[0]
    pick(coordinator, one.pk)
    edit = changed(coordinator, "kind", kind="prospect")
    with recording("organisation.edited"):
        Organisation.objects.update(description="Written since")
    undo(coordinator, edit)
    one.refresh_from_db()
    assert (one.kind, one.description, edit.kept) == ("partner", "Written since", [])


def test_heading_says_for_how_many_it_is_taken_back(coordinator):
    first = some(coordinator, 3)[0]
    pick(coordinator, do="all")
    edit = changed(coordinator, "kind", kind="prospect")
    with recording("organisation.edited"):
        Organisation.objects.filter(pk=first.pk).update(kind="stakeholder")
    undo(coordinator, edit)
    assert edit.kept == [first.pk]
    assert "The change is taken back for 2 of 3" in heading(coordinator, edit)


def test_undo_of_nothing_says_so_and_can_be_tried_again(coordinator):
    some(coordinator, 2)
    pick(coordinator, do="all")
    first = changed(coordinator, "kind", kind="prospect")
    second = changed(coordinator, "kind", kind="stakeholder")
    undo(coordinator, first)
    assert first.state == BulkEdit.State.APPLIED
    assert "Nothing could be taken back" in heading(coordinator, first)
    undo(coordinator, second)
    assert "2 partners are changed" in heading(coordinator, first)
    undo(coordinator, first)
    assert first.state == BulkEdit.State.UNDONE
    assert set(Organisation.objects.values_list("kind", flat=True)) == {"partner"}
