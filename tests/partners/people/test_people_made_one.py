"""Two partners become one, and with them the people who stand at both."""

import pytest
from django.core.serializers import serialize
from django.urls import reverse

from partners.models import Contact, ContactMerge, Touchpoint, TouchpointContact
from tests.factories import TODAY, ContactFactory, TouchpointFactory
from tests.partners.merging.steps import add, address, last_message, merge, unmerge

MAIL = "ruth@cedar.example"


@pytest.fixture
def cedar(coordinator):
    return add(coordinator, "Cedar Lane Health Center")


@pytest.fixture
def clhc(coordinator):
    return add(coordinator, "CLHC")


@pytest.fixture
def third(coordinator):
    return add(coordinator, "Cedar Lane")


def ruth(partner, **told) -> Contact:
    return ContactFactory(organisation=partner, **{"name": "Ruth Amsel", "email": MAIL, **told})


def standing() -> str:
    """Every person, and who took part in which talk."""
    return serialize("json", [*Contact.objects.order_by("pk"), *TouchpointContact.objects.all()])


def pairs(client, *partners) -> list[tuple[str, bool]]:
    shown = client.get(address(client, *partners)).context["preview"].people.pairs
    return [(pair.reason, pair.is_ticked) for pair in shown]


def test_page_shows_who_looks_like_one_ticked_where_it_is_sure(coordinator, cedar, clhc):
    ruth(cedar)
    ruth(clhc, name="R. Amsel")
    ContactFactory(organisation=cedar, name="Ben Ito", email="info@cedar.example")
    ContactFactory(organisation=clhc, name="Lena Moss", email="info@cedar.example")
    ContactFactory(organisation=clhc, name="Somebody Else")
    assert pairs(coordinator, cedar, clhc) == [
        ("The same e-mail address", True),
        ("The same e-mail address under two names: perhaps a shared mailbox", False),
    ]
    html = coordinator.get(address(coordinator, cedar, clhc)).content.decode()
    assert "People who look like one" in html


def test_nobody_alike_is_not_spoken_of(coordinator, cedar, clhc):
    ruth(cedar)
    html = coordinator.get(address(coordinator, cedar, clhc)).content.decode()
    assert "People who look like one" not in html


def test_who_is_ticked_stands_there_once_with_what_both_told_and_all_that_named_them(
    coordinator, cedar, clhc
):
    ours = ruth(cedar, phone="", title="Director", role="other", left_on=TODAY)
    theirs = ruth(clhc, phone="(410) 555-0142", title="Head", wants_no_letters=True)
    talk = TouchpointFactory(organisation=clhc)
    talk.theirs.create(coalition=talk.coalition, contact=theirs)
    merge(coordinator, cedar, clhc)
    one = Contact.objects.get()
    assert (one.pk, one.organisation_id) == (ours.pk, cedar.pk)
    assert (one.title, one.phone, one.role) == ("Director", "(410) 555-0142", "representative")
    assert one.left_on is None
    assert one.wants_no_letters
    assert Touchpoint.objects.get().theirs.get().contact == ours


def test_who_is_not_ticked_stays_two(coordinator, cedar, clhc):
    ruth(cedar)
    ruth(clhc, title="Head")
    merge(coordinator, cedar, clhc, person=[])
    assert Contact.objects.filter(organisation=cedar).count() == 2


@pytest.mark.parametrize("asked", ["1-2-3", "nobody", "0-0", "99999999999999999999-1"])
def test_nonsense_about_people_makes_nobody_one(coordinator, cedar, clhc, asked):
    ruth(cedar)
    ruth(clhc, title="Head")
    merge(coordinator, cedar, clhc, person=[asked])
    assert Contact.objects.count() == 2


def test_people_of_elsewhere_are_left_alone(coordinator, cedar, clhc, third):
    ours, stranger = ruth(cedar), ruth(third)
    merge(coordinator, cedar, clhc, person=[f"{ours.pk}-{stranger.pk}"])
    assert Contact.objects.filter(organisation=third).count() == 1


@pytest.mark.parametrize("door", ["undo", "unmerge"])
def test_taking_it_apart_puts_both_back_exactly(coordinator, cedar, clhc, door):
    ruth(cedar, phone="", title="Director")
    theirs = ruth(clhc, phone="(410) 555-0142", own_values={"shirt": "M"})
    talk = TouchpointFactory(organisation=clhc)
    talk.theirs.create(coalition=talk.coalition, contact=theirs)
    before = standing()
    merge(coordinator, cedar, clhc)
    assert standing() != before
    if door == "undo":
        change = ContactMerge.objects.get().change_id
        coordinator.post(reverse("partners:merge_undo", args=[coordinator.slug, change]))
    else:
        unmerge(coordinator, clhc)
    assert standing() == before
    assert not ContactMerge.objects.exists()


def test_what_somebody_wrote_of_the_person_since_stays(coordinator, cedar, clhc):
    ruth(cedar, phone="", title="")
    ruth(clhc, phone="(410) 555-0142", title="Head")
    merge(coordinator, cedar, clhc)
    Contact.objects.update(title="Director")
    unmerge(coordinator, clhc)
    ours = Contact.objects.get(organisation=cedar)
    assert (ours.title, ours.phone) == ("Director", "")


def test_of_three_the_one_that_leaves_takes_only_its_own_along(coordinator, cedar, clhc, third):
    ruth(cedar, phone="", title="")
    ruth(clhc, phone="(410) 555-0142", title="")
    ruth(third, phone="(410) 555-0142", title="Head")
    merge(coordinator, cedar, clhc, third)
    unmerge(coordinator, clhc)
    ours = Contact.objects.get(organisation=cedar)
    assert (ours.title, ours.phone) == ("Head", "(410) 555-0142")
    unmerge(coordinator, third)
    ours = Contact.objects.get(organisation=cedar)
    assert (ours.title, ours.phone) == ("", "")


def test_when_who_stayed_goes_back_the_next_stands_in(coordinator, cedar, clhc, third):
    """The survivor knew nobody: of the two that came, one stayed for both."""
    ruth(clhc, phone="", title="")
    ruth(third, phone="(410) 555-0142", title="Head")
    before = standing()
    merge(coordinator, cedar, clhc, third)
    unmerge(coordinator, clhc)
    assert Contact.objects.get(organisation=clhc).title == ""
    assert Contact.objects.get(organisation=cedar).title == "Head"
    unmerge(coordinator, third)
    assert standing() == before


def test_refusal_keeps_the_ticks(coordinator, cedar, clhc):
    ruth(cedar)
    ruth(clhc, title="Head")
    answer = merge(coordinator, cedar, clhc, person=[], seen="")
    assert answer.status_code == 409
    assert [pair.is_ticked for pair in answer.context["preview"].people.pairs] == [False]
    assert "changed by somebody else" in str(last_message(answer))
