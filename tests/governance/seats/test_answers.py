"""What holders say: by the link in a letter, here, for their organisation, or told to a coordinator."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from common.models import Letter
from governance.models import AskedChange, RoleAssignment, RoleLetter
from tests.conftest import MemberClient
from tests.factories import ContactFactory, MembershipFactory, RepresentationFactory
from tests.forms import carried
from tests.governance.seats.doors import (
    a_seat,
    a_term,
    address,
    coalition_of,
    day,
    said,
    send,
    somebody,
    text,
)
from tests.governance.seats.factories import AskedChangeFactory, RoleLetterFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def role(coordinator) -> RoleAssignment:
    rosa = somebody(coordinator, email="rosa@clinic.example")
    return a_term(a_seat(coordinator, duties="Reads the papers before"), rosa)


def written(role, *, days_ago: int = 1, **fields) -> RoleLetter:
    sent = timezone.now() - timedelta(days=days_ago)
    return RoleLetterFactory(role=role, sent_at=sent, sent_on=sent.date(), **fields)


def partner_of(organisation) -> MemberClient:
    membership = MembershipFactory(role=Role.PARTNER, coalition=organisation.coalition)
    RepresentationFactory(organisation=organisation, membership=membership)
    return MemberClient.of(membership)


def yes(letter, client=None):
    token = letter.link_path.rstrip("/").split("/")[-1]
    return (client or Client()).post(reverse("role_letter_yes", args=[token]), follow=True)


# ---------------------------------------------------------------- by the link


def test_link_shows_the_role_and_changes_nothing(role):
    letter = written(role)
    page = Client().get(letter.link_path)
    assert "Do you take this on?" in text(page)
    assert "Reads the papers before" in text(page)
    assert "Northside Clinic" in text(page)
    role.refresh_from_db()
    assert not role.is_accepted


def test_press_accepts_and_a_second_changes_nothing(role):
    letter = written(role)
    assert "Thank you, it is noted" in text(yes(letter))
    RoleAssignment.objects.filter(pk=role.pk).update(acknowledged_on=day(-1))
    yes(letter)
    role.refresh_from_db()
    letter.refresh_from_db()
    assert (role.acknowledged_on, role.acknowledged_how) == (day(-1), "")
    assert letter.answered_on == day(0)


def test_yearly_letter_confirms_and_accepts_what_was_never_accepted(role):
    yes(written(role, asks="confirm"))
    role.refresh_from_db()
    assert (role.confirmed_on, role.acknowledged_on) == (day(0), day(0))


def test_wish_by_link_waits_for_a_coordinator_once(role):
    letter = written(role)
    client = Client()
    page = client.get(letter.link_path)
    token = letter.link_path.rstrip("/").split("/")[-1]
    url = reverse("role_letter_change", args=[token])
    told = {"words": "I am on leave from June", "form_key": carried(page, "form_key")}
    for _press in range(2):
        assert "Thank you, it is noted" in text(client.post(url, told))
    change = AskedChange.objects.get()
    assert (change.words, change.contact, change.asked_on) == (
        "I am on leave from June",
        role.contact,
        day(0),
    )
    role.refresh_from_db()
    assert not role.is_accepted


def test_empty_wish_is_asked_for_again(role):
    token = written(role).link_path.rstrip("/").split("/")[-1]
    answer = Client().post(reverse("role_letter_change", args=[token]), {"words": " "})
    assert answer.status_code == 422
    assert not AskedChange.objects.exists()


def _changed_address(role):
    role.contact.email = "other@clinic.example"
    role.contact.save()


def _another_person(role):
    role.contact = ContactFactory(organisation=role.organisation)
    role.save()


def _over(role):
    role.ends_on = day(-1)
    role.save()


@pytest.mark.parametrize("happens", [_changed_address, _another_person, _over])
def test_link_leads_nowhere_once_it_is_not_theirs(role, happens):
    letter = written(role)
    path, token = letter.link_path, letter.link_path.rstrip("/").split("/")[-1]
    happens(role)
    assert Client().get(path).status_code == 404
    assert Client().post(reverse("role_letter_yes", args=[token])).status_code == 404
    role.refresh_from_db()
    assert not role.is_accepted


def test_link_of_three_months_ago_leads_nowhere(role):
    assert Client().get(written(role, days_ago=91).link_path).status_code == 404


def test_link_that_was_cut_off_says_so(role):
    answer = Client().get(written(role).link_path[:-4] + "/")
    assert answer.status_code == 404
    assert "This link does not work" in text(answer)


# ---------------------------------------------------------------- here


def test_partner_accepts_for_its_own_organisation(role):
    client = partner_of(role.organisation)
    page = client.get(address("seats_of", client, role.organisation_id))
    assert "One waits for your yes." in text(page)
    answer = client.post(address("role_accept", client, role.pk), follow=True)
    assert any("Thank you" in one for one in said(answer))
    role.refresh_from_db()
    assert role.acknowledged_on == day(0)


@pytest.mark.parametrize("name", ["role_accept", "role_confirm", "role_change"])
@pytest.mark.parametrize("who", [Role.STEERING, Role.VIEWER, Role.COORDINATOR, Role.PARTNER])
def test_nobody_answers_for_another(role, member, name, who):
    client = member(who, coalition=role.coalition)
    assert client.post(address(name, client, role.pk), {"words": "No"}).status_code == 404
    role.refresh_from_db()
    assert not role.is_accepted
    assert not AskedChange.objects.exists()


@pytest.mark.parametrize("who", [Role.STEERING, Role.VIEWER, Role.COORDINATOR])
def test_holder_who_signs_in_finds_and_accepts_it(role, who):
    membership = MembershipFactory(
        role=who, coalition=role.coalition, person__email="rosa@clinic.example"
    )
    client = MemberClient.of(membership)
    assert "Co-lead" in text(client.get(address("my_seats", client)))
    client.post(address("role_accept", client, role.pk))
    role.refresh_from_db()
    assert role.acknowledged_on == day(0)


def test_delegate_sees_it_but_does_not_answer(role):
    role.delegate = ContactFactory(organisation=role.organisation, email="ben@clinic.example")
    role.save()
    membership = MembershipFactory(
        role=Role.STEERING, coalition=role.coalition, person__email="ben@clinic.example"
    )
    client = MemberClient.of(membership)
    assert "Co-lead" in text(client.get(address("my_seats", client)))
    assert client.post(address("role_accept", client, role.pk)).status_code == 404


def test_wish_said_here_is_seen_to(role, coordinator):
    client = partner_of(role.organisation)
    page = client.get(address("role", client, role.pk))
    told = {"words": "Ben should come", "form_key": carried(page, "form_key")}
    for _press in range(2):
        client.post(address("role_change", client, role.pk), told)
    change = AskedChange.objects.get()
    assert change.asked_by == client.membership.person
    assert "Ben should come" in text(coordinator.get(address("role", coordinator, role.pk)))
    url = address("role_settle", coordinator, role.pk, change.pk)
    coordinator.post(url, {"words": "Ben is the delegate now"})
    change.refresh_from_db()
    assert (change.settled_on, change.settled_by) == (day(0), coordinator.membership.person)
    assert "Ben is the delegate now" in text(client.get(address("role", client, role.pk)))


@pytest.mark.parametrize("who", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_wish_is_read_by_the_holder_and_coordinators_alone(role, member, who):
    AskedChangeFactory(role=role, words="I am ill")
    client = member(who, coalition=role.coalition)
    assert "I am ill" not in text(client.get(address("role", client, role.pk)))


# ---------------------------------------------------------------- told to a coordinator


def test_coordinator_notes_a_yes_with_how_we_know(role, coordinator):
    url = address("role_accepted", coordinator, role.pk)
    told = {"on": day(-2).isoformat(), "how": "By phone"}
    send(coordinator, url, told, field="opened")
    role.refresh_from_db()
    assert (role.acknowledged_on, role.acknowledged_how) == (day(-2), "By phone")


def test_yes_of_a_day_to_come_is_refused(role, coordinator):
    url = address("role_accepted", coordinator, role.pk)
    answer = send(coordinator, url, {"on": day(1).isoformat(), "how": "By phone"}, field="opened")
    assert "still to come" in text(answer)
    role.refresh_from_db()
    assert not role.is_accepted


def test_asked_twice_a_day_one_letter_leaves(role, coordinator):
    for _press in range(2):
        coordinator.post(address("role_ask", coordinator, role.pk))
    assert RoleLetter.objects.get().asks == "accept"
    assert Letter.objects.count() == 1


def test_who_accepted_is_asked_whether_it_is_still_right(role, coordinator):
    RoleAssignment.objects.filter(pk=role.pk).update(acknowledged_on=day(-50))
    coordinator.post(address("role_ask", coordinator, role.pk))
    assert RoleLetter.objects.get().asks == "confirm"
    assert "Is this still right?" in Letter.objects.get().subject


@pytest.mark.parametrize(
    "fields", [{"email": ""}, {"wants_no_letters": True}, {"left_on": day(-1)}]
)
def test_who_cannot_be_written_to_is_not(role, coordinator, fields):
    for name, value in fields.items():
        setattr(role.contact, name, value)
    role.contact.save()
    answer = coordinator.post(address("role_ask", coordinator, role.pk), follow=True)
    assert said(answer)
    assert not Letter.objects.exists()
    assert not RoleLetter.objects.exists()


def test_letter_of_one_coalition_is_no_business_of_another(coordinator, role):
    letter = written(role)
    outsider = MemberClient.of(MembershipFactory(role=Role.COORDINATOR))
    assert outsider.get(address("role", outsider, role.pk)).status_code == 404
    assert letter.coalition_id == coalition_of(coordinator).pk
