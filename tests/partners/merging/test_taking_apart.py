"""Taking apart."""

import pytest
from django.urls import reverse

from common.templatetags.look import undo_address
from partners.models import Alias, Contact, Merge, Organisation
from tests.factories import AliasFactory, ContactFactory
from tests.partners.changes import change
from tests.partners.merging.steps import add, aliases, last_message, merge, unmerge


def test_undo_right_after_takes_all_of_them_apart(coordinator, cedar, clhc):
    third = add(coordinator, "Cedar Lane")
    before = sorted(Organisation.including_merged.values_list())
    answer = merge(coordinator, cedar, clhc, third)
    coordinator.post(undo_address(last_message(answer)))
    assert sorted(Organisation.including_merged.values_list()) == before
    assert not Alias.objects.exists()


def test_what_came_along_goes_back_as_it_stands_and_what_is_new_stays(coordinator, cedar, clhc):
    person = ContactFactory(organisation=clhc, name="Dev Patel")
    merge(coordinator, cedar, clhc)
    Contact.objects.filter(pk=person.pk).update(title="Director")
    since = ContactFactory(organisation=cedar, name="Came later")
    unmerge(coordinator, clhc)
    person.refresh_from_db()
    assert (person.organisation, person.title) == (clhc, "Director")
    since.refresh_from_db()
    assert since.organisation == cedar
    assert coordinator.get(clhc.get_absolute_url()).status_code == 200


def test_field_goes_back_unless_somebody_has_changed_it_since(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    Organisation.objects.filter(pk=cedar.pk).update(description="Written since")
    made = Merge.objects.get()
    page = coordinator.get(made.get_absolute_url()).context["apart"]
    assert [field.label for field in page.fields_back] == ["E-mail address"]
    assert [field.now for field in page.fields_kept] == ["Written since"]
    unmerge(coordinator, clhc)
    cedar.refresh_from_db()
    assert (cedar.email, cedar.description) == ("", "Written since")
    clhc.refresh_from_db()
    assert clhc.description == "A clinic."


def test_edited_other_name_stays(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    Alias.objects.filter(name="CLHC").update(name="C.L.H.C.")
    unmerge(coordinator, clhc)
    assert aliases(cedar) == ["C.L.H.C."]


def test_retired_with_its_reason_goes_back_as_one(coordinator, cedar, clhc):
    Organisation.objects.filter(pk=clhc.pk).update(retired_on="2026-01-31", retired_reason="Closed")
    merge(coordinator, cedar, clhc, **{"pick-retired_on": clhc.pk})
    Organisation.objects.filter(pk=cedar.pk).update(retired_reason="Closed for good")
    unmerge(coordinator, clhc)
    cedar.refresh_from_db()
    assert cedar.retired_reason == "Closed for good"
    assert cedar.is_retired


def test_what_one_had_set_aside_for_another_stands_in_when_that_one_leaves(
    coordinator, cedar, clhc
):
    third = add(coordinator, "Cedar Lane")
    for one in (clhc, third):
        AliasFactory(organisation=one, name="The clinic on Cedar")
    merge(coordinator, cedar, clhc)
    merge(coordinator, cedar, third)
    unmerge(coordinator, clhc)
    assert "The clinic on Cedar" in aliases(cedar)
    assert aliases(clhc) == ["The clinic on Cedar"]
    unmerge(coordinator, third)
    assert aliases(cedar) == []
    assert aliases(third) == ["The clinic on Cedar"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_merges_into_one_come_apart_in_any_order_with_its_fields(coordinator, cedar, order):
    others = [add(coordinator, f"Other {n}", website=f"https://{n}.example/longer") for n in (0, 1)]
    before = sorted(Organisation.including_merged.values_list())
    for other in others:
        merge(coordinator, cedar, other, **{"pick-website": other.pk})
    for number in order:
        unmerge(coordinator, others[number])
    assert sorted(Organisation.including_merged.values_list()) == before


def test_merge_of_a_merge_says_which_one_comes_first(coordinator, cedar, clhc):
    last = add(coordinator, "Cedar Network")
    merge(coordinator, cedar, clhc)
    merge(coordinator, last, cedar)
    assert coordinator.get(clhc.get_absolute_url())["Location"] == last.get_absolute_url()
    answer = unmerge(coordinator, clhc)
    assert "Take that apart first" in str(last_message(answer))
    page = coordinator.get(answer["Location"]).content.decode()
    assert "Take them apart" not in page
    unmerge(coordinator, cedar)
    unmerge(coordinator, clhc)
    assert Organisation.objects.count() == 3


def test_going_back_in_history_does_not_reach_across_a_merge(coordinator, cedar, clhc):
    """Else what came along would be dropped, and could never go back."""
    with change(day=1) as made:
        Organisation.objects.filter(pk=cedar.pk).update(description="Written first")
    person = ContactFactory(organisation=clhc)
    merge(coordinator, cedar, clhc)
    put_back = reverse("partners:put_back", args=[coordinator.slug, cedar.pk, made])
    answer = coordinator.post(put_back)
    assert "merged" in str(last_message(answer))
    assert Contact.objects.get(pk=person.pk).organisation == cedar


def test_story_tells_of_a_merge_and_its_end_to_both(coordinator, cedar, clhc):
    ContactFactory(organisation=clhc, name="Dev Patel")
    merge(coordinator, cedar, clhc)
    unmerge(coordinator, clhc)
    who = coordinator.membership.person.full_name
    for one, heads in (
        (cedar, [f"{who} took CLHC out of them again", f"{who} merged CLHC into them"]),
        (
            clhc,
            [
                f"{who} took them out of the other organisation again",
                f"{who} merged them into another organisation",
            ],
        ),
    ):
        page = coordinator.get(reverse("partners:history", args=[coordinator.slug, one.pk]))
        told = [entry.headline for entry in page.context["timeline"].entries]
        assert [head for head in told if who in head] == heads
