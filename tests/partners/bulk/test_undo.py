"""Taking back what was changed of many together: all of it, but what somebody has changed since."""

import pytest
from django.urls import reverse

from common.history.tracking import recording
from partners.models import BulkEdit, Classification, Organisation, Term
from tests.factories import ClassificationFactory, MembershipFactory, TermFactory
from tests.partners.selecting import changed, many, pick, some, undo

pytestmark = pytest.mark.django_db


def carry(organisation: Organisation, term: Term) -> Classification:
    """By somebody else: a test is one transaction, in which the change of a request would go on."""
    with recording("organisation.edited"):
        return ClassificationFactory(organisation=organisation, term=term)


def rows() -> dict[str, list]:
    """Everything that a bulk edit may write, as it stands."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (Organisation, Classification, Term)
    }


@pytest.mark.parametrize(
    ("what", "answers"),
    [
        ("owner", {"owner": "none"}),
        ("kind", {"kind": "stakeholder"}),
        ("retire", {"reason": "Closed", "on": "2026-05-12"}),
        ("tag", {"how": "add", "names": "asthma, food"}),
        ("sector", {"how": "remove"}),
        ("sector", {"how": "replace", "names": "Housing"}),
        ("sector", {"how": "replace"}),
    ],
)
def test_undo_leaves_everything_as_it_was(coordinator, what, answers):
    sector = TermFactory(coalition=coordinator.membership.coalition)
    for organisation in some(coordinator, 3, owner=coordinator.membership.person):
        carry(organisation, sector)
    if answers.get("how") == "remove":
        answers = answers | {"terms": sector.pk}
    pick(coordinator, do="all")
    before = rows()
    edit = changed(coordinator, what, **answers)
    assert rows() != before
    answer = undo(coordinator, edit)
    assert edit.state == BulkEdit.State.UNDONE
    assert answer["Location"] == edit.list_url
    assert rows() == before


def test_undo_leaves_what_somebody_changed_since_and_names_it(coordinator):
    first, second = some(coordinator, 2)
    pick(coordinator, first.pk, second.pk)
    edit = changed(coordinator, "kind", kind="prospect")
    with recording("organisation.edited"):
        Organisation.objects.filter(pk=first.pk).update(kind="stakeholder")
    answer = undo(coordinator, edit)
    kinds = dict(Organisation.objects.values_list("pk", "kind"))
    assert kinds == {first.pk: "stakeholder", second.pk: "partner"}
    page = coordinator.get(answer["Location"])
    assert [organisation.pk for organisation in page.context["kept"]] == [first.pk]
    assert "Changed again since: these stay as they are" in page.content.decode()


def test_undo_of_tags_is_not_stopped_by_an_edit_of_something_else(coordinator):
    organisation = some(coordinator, 1)[0]
    pick(coordinator, organisation.pk)
    edit = changed(coordinator, "tag", how="add", names="asthma")
    with recording("organisation.edited"):
        Organisation.objects.update(description="Written since")
    undo(coordinator, edit)
    assert not organisation.classifications.exists()
    assert edit.kept == []


def test_tag_taken_away_and_given_again_since_stays(coordinator):
    tag = TermFactory(coalition=coordinator.membership.coalition, vocabulary="tag")
    first, second = some(coordinator, 2)
    carry(first, tag)
    carry(second, tag)
    pick(coordinator, first.pk, second.pk)
    edit = changed(coordinator, "tag", how="remove", terms=tag.pk)
    carry(first, tag)
    undo(coordinator, edit)
    assert edit.kept == [first.pk]
    assert Classification.objects.filter(term=tag).count() == 2


def test_new_tag_that_others_carry_since_stays_in_the_list(coordinator):
    first, second = some(coordinator, 2)
    pick(coordinator, first.pk)
    edit = changed(coordinator, "tag", how="add", names="asthma")
    carry(second, Term.objects.get(name="asthma"))
    undo(coordinator, edit)
    assert list(Classification.objects.values_list("organisation", flat=True)) == [second.pk]


def test_organisation_that_is_gone_does_not_stop_the_undo(coordinator):
    tag = TermFactory(coalition=coordinator.membership.coalition, vocabulary="tag")
    first, second = some(coordinator, 2)
    carry(first, tag)
    carry(second, tag)
    pick(coordinator, first.pk, second.pk)
    edit = changed(coordinator, "tag", how="remove", terms=tag.pk)
    with recording("organisation.undone"):
        first.delete()
    undo(coordinator, edit)
    assert edit.state == BulkEdit.State.UNDONE
    assert list(Classification.objects.values_list("organisation", flat=True)) == [second.pk]


def test_second_press_of_undo_changes_nothing(coordinator):
    pick(coordinator, *many(coordinator, 2))
    edit = changed(coordinator, "kind", kind="prospect")
    undo(coordinator, edit)
    pick(coordinator, do="all")
    changed(coordinator, "kind", kind="stakeholder")
    undo(coordinator, edit)
    assert set(Organisation.objects.values_list("kind", flat=True)) == {"stakeholder"}


def test_undo_brings_back_an_owner_who_has_left(coordinator):
    """The record says how it was; who left shows in the filter, and is replaced by hand."""
    left = MembershipFactory(coalition=coordinator.membership.coalition)
    pick(coordinator, *(one.pk for one in some(coordinator, 2, owner=left.person)))
    edit = changed(coordinator, "owner", owner="none")
    left.ended_on = "2026-05-12"
    left.save()
    undo(coordinator, edit)
    assert Organisation.objects.filter(owner=left.person).count() == 2


def test_message_of_the_change_carries_its_undo(coordinator):
    pick(coordinator, *many(coordinator, 2))
    edit = changed(coordinator, "kind", kind="prospect")
    html = coordinator.get(edit.list_url).content.decode()
    assert "2 partners changed." in html
    assert f'action="{reverse("partners:bulk_undo", args=[coordinator.slug, edit.pk])}"' in html
