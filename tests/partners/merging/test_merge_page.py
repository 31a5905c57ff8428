"""The page on which two become one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Merge, Phone
from tests.factories import ClassificationFactory, ContactFactory, OrganisationFactory
from tests.partners.merging.steps import add, address, last_message, merge

# ---------------------------------------------------------------- the page


def test_fullest_values_are_chosen_beforehand_and_what_is_the_same_is_not_asked(
    coordinator, cedar, clhc
):
    shown = coordinator.get(address(coordinator, cedar, clhc)).context["preview"]
    chosen = {
        choice.name: option.organisation
        for choice in shown.choices
        for option in choice.options
        if option.is_chosen
    }
    assert chosen == {"name": cedar, "website": cedar, "email": clhc, "description": clhc}
    assert ("Kind", "Partner") in shown.alike


def test_page_tells_what_comes_together_and_what_both_have(coordinator, cedar, clhc):
    for one, number in (
        (cedar, "(410) 555-0100"),
        (clhc, "410 555 0100"),
        (clhc, "(410) 555-0101"),
    ):
        Phone.objects.create(coalition=one.coalition, organisation=one, number=number)
    shown = coordinator.get(address(coordinator, cedar, clhc)).context["preview"]
    phones = next(kind for kind in shown.gathered if kind.label == "Phones")
    assert (phones.count, phones.same, len(phones.words)) == (2, 1, 2)


def test_page_takes_as_many_queries_for_two_as_for_five_with_more_in_them(coordinator):
    counts = []
    for size in (2, 5):
        several = [add(coordinator, f"Partner {number}") for number in range(size)]
        for one in several:
            ContactFactory.create_batch(size, organisation=one)
            ClassificationFactory(organisation=one)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert coordinator.get(address(coordinator, *several)).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12


def test_one_alone_cannot_be_merged(coordinator, cedar):
    answer = coordinator.get(address(coordinator, cedar))
    assert "at least two" in str(last_message(answer))
    answer = coordinator.get(address(coordinator))
    assert answer["Location"] == reverse("partners:list", args=[coordinator.slug])


def test_organisations_of_others_are_not_there(coordinator, cedar):
    foreign, another = OrganisationFactory(), OrganisationFactory()
    assert coordinator.get(address(coordinator, foreign, another)).status_code == 404
    answer = coordinator.get(address(coordinator, cedar, foreign))
    assert answer["Location"] == cedar.get_absolute_url() or answer.status_code == 302


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_only_editors_merge_and_take_apart(coordinator, member, role, cedar, clhc):
    client = member(role, coalition=cedar.coalition)
    merge(coordinator, cedar, clhc)
    made = Merge.objects.get()
    for name, args in (
        ("merge", []),
        ("merge_undo", [made.change_id]),
        ("unmerge", [made.pk]),
        ("merge_with", [cedar.pk]),
    ):
        url = reverse(f"partners:{name}", args=[client.slug, *args])
        assert client.post(url).status_code == 403
    assert Merge.objects.standing().count() == 1


def test_other_one_is_found_by_its_name_or_offered_because_it_is_called_nearly_so(
    coordinator, cedar, clhc
):
    alike = add(coordinator, "Cedar Lane Health Centre")
    url = reverse("partners:merge_with", args=[coordinator.slug, cedar.pk])
    assert coordinator.get(url).context["others"] == [alike, clhc]
    assert coordinator.get(f"{url}?q=clhc").context["others"] == [clhc]
