"""Asking a buddy, and what they answer by the link in their letter."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from accounts.permissions import Role
from common.models import Letter
from governance.models import Buddy
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.forms import carried
from tests.governance.joining.factories import (
    BuddyFactory,
    OnboardingFactory,
    OnboardingItemFactory,
)
from tests.governance.joining.pages import ago, at, joined, said, text, today, undo_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer(coordinator):
    organisation = joined(coordinator.membership.coalition, 9, name="Elm Clinic")
    ContactFactory(organisation=organisation, role="representative", email="new@elm.example")
    made = OnboardingFactory(organisation=organisation)
    OnboardingItemFactory(onboarding=made, kind="buddy", words="Buddy named")
    return made


@pytest.fixture
def helper(coordinator):
    other = OrganisationFactory(
        coalition=coordinator.membership.coalition, name="Greenway Food Bank"
    )
    return ContactFactory(organisation=other, name="Dev Patel", email="dev@green.example")


def ask(client, newcomer, contact, **told):
    address = at(client, "buddy_ask", newcomer.pk) + f"?organisation_id={contact.organisation_id}"
    page = client.get(address)
    typed = {"who": f"contact-{contact.pk}", "form_key": carried(page, "form_key"), **told}
    return client.post(address, typed, follow=True)


def standing() -> Buddy:
    buddy = Buddy.objects.get()
    Buddy.objects.filter(pk=buddy.pk).update(asked_on=ago(1))
    return Buddy.objects.get()


def test_partner_is_found_by_what_is_typed(coordinator, newcomer, helper):
    address = at(coordinator, "buddy_ask", newcomer.pk)
    page = coordinator.get(address, {"partner": "greenway food bank"})
    assert "Dev Patel" in text(page)
    assert "Nobody here is called" in text(coordinator.get(address, {"partner": "Xyzzy Qwert"}))


def test_buddy_is_asked_by_letter_and_says_yes_by_its_link(coordinator, newcomer, helper):
    ask(coordinator, newcomer, helper, message="You both cook.")
    letter = Letter.objects.get(kind="governance/asked_as_buddy")
    buddy = standing()
    assert (letter.to_address, letter.tenant) == ("dev@green.example", buddy.coalition_id)
    assert "You both cook." in letter.text
    assert "Elm Clinic" in letter.subject
    link = Buddy.objects.get().link_path
    assert "Would you be the buddy of Elm Clinic?" in text(Client().get(link))
    assert Buddy.objects.get().answer == ""
    Client().post(link, {"answer": "yes"})
    buddy = Buddy.objects.get()
    assert (buddy.answer, buddy.is_by_link) == ("accepted", True)
    item = newcomer.items.get()
    assert (item.done_on, item.ticked_by) == (buddy.answered_on, None)
    found = Letter.objects.get(kind="governance/buddy_found")
    assert found.to_address == "new@elm.example"
    assert "Dev Patel" in found.text
    assert "dev@green.example" in found.text
    assert "Dev Patel is the buddy" in text(coordinator.get(newcomer.get_absolute_url()))


def test_link_of_the_letter_is_not_shown_to_others(coordinator, newcomer, helper):
    ask(coordinator, newcomer, helper)
    letter = Letter.objects.get(kind="governance/asked_as_buddy")
    link = Buddy.objects.get().link
    assert link in letter.text
    assert link not in letter.text_for_others


def test_pressed_twice_asks_once(coordinator, newcomer, helper):
    address = at(coordinator, "buddy_ask", newcomer.pk)
    address += f"?organisation_id={helper.organisation_id}"
    key = carried(coordinator.get(address), "form_key")
    for _time in range(2):
        coordinator.post(address, {"who": f"contact-{helper.pk}", "form_key": key})
    assert Buddy.objects.count() == 1
    assert Letter.objects.count() == 1


def test_second_answer_changes_nothing(newcomer, helper):
    buddy = BuddyFactory(onboarding=newcomer, contact=helper, organisation=helper.organisation)
    Buddy.objects.filter(pk=buddy.pk).update(asked_on=ago(1))
    link = Buddy.objects.get().link_path
    Client().post(link, {"answer": "no"})
    answer = Client().post(link, {"answer": "yes"})
    assert Buddy.objects.get().answer == "declined"
    assert "settled meanwhile" in text(answer)


def test_link_that_was_cut_or_taken_back_leads_nowhere(coordinator, newcomer, helper):
    answer = ask(coordinator, newcomer, helper)
    link = Buddy.objects.get().link_path
    assert Client().get(link[:-4] + "/").status_code == 404
    coordinator.post(undo_on(answer))
    assert Client().get(link).status_code == 404


def test_link_ends_after_sixty_days(newcomer, helper):
    buddy = BuddyFactory(
        onboarding=newcomer,
        contact=helper,
        organisation=helper.organisation,
        asked_on=ago(61),
    )
    assert Client().post(buddy.link_path, {"answer": "yes"}).status_code == 404
    assert Buddy.objects.get().answer == ""


def test_buddy_comes_from_another_organisation(coordinator, newcomer):
    own = ContactFactory(organisation=newcomer.organisation)
    answer = ask(coordinator, newcomer, own)
    assert answer.status_code == 422
    assert "A buddy comes from another organisation." in text(answer)


def test_one_at_a_time_and_another_after_a_no(coordinator, newcomer, helper):
    ask(coordinator, newcomer, helper)
    second = ContactFactory(organisation=helper.organisation)
    assert "Somebody is asked already." in text(ask(coordinator, newcomer, second))
    first = Buddy.objects.get()
    coordinator.post(at(coordinator, "buddy_answer", first.pk), {"answer": "no"})
    ask(coordinator, newcomer, second)
    assert Buddy.objects.of(newcomer).standing().get().contact == second


def test_database_lets_nobody_have_two_buddies_at_once(newcomer):
    BuddyFactory(onboarding=newcomer)
    with pytest.raises(IntegrityError), transaction.atomic():
        BuddyFactory(onboarding=newcomer)


def test_yes_on_the_phone_is_noted_with_who_noted_it(coordinator, newcomer, helper):
    ask(coordinator, newcomer, helper)
    buddy = Buddy.objects.get()
    answer = coordinator.post(
        at(coordinator, "buddy_answer", buddy.pk), {"answer": "yes"}, follow=True
    )
    assert "Dev Patel is the buddy now." in said(answer)
    assert newcomer.items.get().ticked_by == coordinator.membership.person
    coordinator.post(at(coordinator, "buddy_end", buddy.pk))
    buddy.refresh_from_db()
    assert buddy.ended_on == today()
    assert "was the buddy until then" in text(coordinator.get(newcomer.get_absolute_url()))


def test_member_of_another_organisation_can_be_asked(coordinator, newcomer):
    other = OrganisationFactory(coalition=newcomer.coalition)
    person = MembershipFactory(coalition=newcomer.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=other, membership=person, invitation=None)
    address = at(coordinator, "buddy_ask", newcomer.pk) + f"?organisation_id={other.pk}"
    key = carried(coordinator.get(address), "form_key")
    coordinator.post(address, {"who": f"member-{person.pk}", "form_key": key})
    assert Letter.objects.get().to_address == person.person.email


def test_who_has_no_address_is_asked_in_person(coordinator, newcomer, helper):
    helper.email = ""
    helper.save()
    answer = ask(coordinator, newcomer, helper)
    assert "has no address here" in said(answer)
    assert not Letter.objects.exists()


def test_addresses_of_buddies_are_not_for_viewers(member, newcomer, helper):
    BuddyFactory(
        onboarding=newcomer,
        contact=helper,
        organisation=helper.organisation,
        accepted=True,
        answered_on=timezone.localdate(),
    )
    viewer = member(Role.VIEWER, coalition=newcomer.coalition)
    page = text(viewer.get(newcomer.get_absolute_url()))
    assert "Dev Patel" in page
    assert "dev@green.example" not in page
