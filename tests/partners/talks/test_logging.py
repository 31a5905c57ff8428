"""A talk is logged in two fields from any page; the partner may be typed as one remembers them."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.permissions import Role
from common.editing.form_keys import new_key
from partners.models import Touchpoint
from tests.conftest import MemberClient
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    TouchpointFactory,
)


@pytest.fixture
def northgate(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate Grocers")


def address(client: MemberClient, name: str = "talk_log", *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *args])


def send(client: MemberClient, **fields):
    return client.post(address(client), fields)


def test_two_fields_log_a_call_of_today_by_me_with_an_undo(coordinator, northgate):
    answer = send(coordinator, partner="northgate grocers", said="Marisol sends the menu")
    assert answer.status_code == 302, answer.content.decode()
    talk = Touchpoint.objects.get()
    today = coordinator.membership.coalition.day(at=talk.logged_at)
    assert (talk.organisation, talk.said, talk.on) == (northgate, "Marisol sends the menu", today)
    assert (talk.kind, talk.direction, talk.channel) == ("call", "two_way", "phone")
    assert [*talk.members.all()] == [coordinator.membership.person]
    [said] = get_messages(answer.wsgi_request)
    assert str(said) == "Logged with Northgate Grocers."
    coordinator.post(said.extra_tags.split("undo:")[1].split()[0])
    assert not Touchpoint.objects.exists()


def test_one_partner_that_fits_is_meant(coordinator, northgate):
    OrganisationFactory(coalition=northgate.coalition, name="Cedar Lane")
    send(coordinator, partner="northg", said="Hello")
    assert Touchpoint.objects.get().organisation == northgate


def test_person_stands_for_where_they_work(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Marisol Ortega")
    send(coordinator, partner="Marisol Ortega", said="Hello")
    assert Touchpoint.objects.get().organisation == northgate


def test_several_that_fit_are_asked_about_and_a_pick_settles_it(coordinator, northgate):
    other = OrganisationFactory(coalition=northgate.coalition, name="Northgate School")
    answer = send(coordinator, partner="northgate", said="Hello")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Which of these do you mean?" in page
    assert "Northgate Grocers" in page
    assert "Northgate School" in page
    assert not Touchpoint.objects.exists()
    send(coordinator, partner="northgate", picked_for="northgate", pick=other.pk, said="Hello")
    assert Touchpoint.objects.get().organisation == other


def test_pick_for_other_words_counts_no_more(coordinator, northgate):
    other = OrganisationFactory(coalition=northgate.coalition, name="Cedar Lane")
    send(coordinator, partner="cedar", picked_for="northgate", pick=northgate.pk, said="Hello")
    assert Touchpoint.objects.get().organisation == other


def test_misspelt_name_is_offered_and_never_guessed(coordinator, northgate):
    answer = send(coordinator, partner="Nortgate Grosers", said="Hello")
    assert answer.status_code == 422
    assert "Northgate Grocers" in answer.content.decode()
    assert not Touchpoint.objects.exists()


def test_name_that_nobody_has_says_so_and_keeps_what_was_typed(coordinator, northgate):
    answer = send(coordinator, partner="Zzyzx Mining", said="They called")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Nobody here is called “Zzyzx Mining”." in page
    assert "They called" in page


def test_nothing_said_asks_for_a_few_words(coordinator, northgate):
    answer = send(coordinator, partner="Northgate Grocers", said=" ")
    assert answer.status_code == 422
    assert "A few words are enough." in answer.content.decode()


def test_day_to_come_is_refused(coordinator, northgate):
    answer = send(coordinator, partner="Northgate Grocers", said="Hello", on="2999-01-01")
    assert answer.status_code == 422
    assert not Touchpoint.objects.exists()


def test_second_press_logs_nothing_twice(coordinator, northgate):
    sent = {
        "partner": "Northgate Grocers",
        "said": "Hello",
        "form_key": new_key(coordinator.membership.person_id),
    }
    send(coordinator, **sent)
    send(coordinator, **sent)
    assert Touchpoint.objects.count() == 1


def test_partner_of_the_page_one_comes_from_is_filled_in(coordinator, northgate):
    page = reverse("partners:detail", args=[coordinator.slug, northgate.pk])
    for headers in ({"HTTP_REFERER": f"http://testserver{page}"}, {"HTTP_HX_CURRENT_URL": page}):
        shown = coordinator.get(address(coordinator), **headers).content.decode()
        assert 'value="Northgate Grocers"' in shown
        assert f'name="next" value="{page}"' in shown


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "http://testserver//evil.example/x",
        "http://testserver/\\evil.example/x",
    ],
)
def test_page_of_another_site_is_no_way_back(coordinator, northgate, elsewhere):
    assert coordinator.get(address(coordinator), {"next": elsewhere}).context["back"] == ""
    answer = send(coordinator, partner="Northgate Grocers", said="Hello", next=elsewhere)
    assert answer.url == address(coordinator, "talks_of", northgate.pk)


def test_after_logging_one_is_back_where_one_was(coordinator, northgate):
    home = reverse("dashboard:home", args=[coordinator.slug])
    answer = send(coordinator, partner="Northgate Grocers", said="Hello", next=home)
    assert answer.url == home


def test_the_rest_can_be_told_too(coordinator, northgate):
    marisol = ContactFactory(organisation=northgate, name="Marisol Ortega")
    ruth = MembershipFactory(coalition=northgate.coalition).person
    asked = TouchpointFactory(organisation=northgate, asks=True, direction="from_us", kind="email")
    send(
        coordinator,
        partner="Northgate Grocers",
        organisation_id=northgate.pk,
        said="She brings the flyers",
        kind="visit",
        direction="from_them",
        channel="in_person",
        on=asked.on.isoformat(),
        contacts=[marisol.pk],
        members=[ruth.pk],
        answers=asked.pk,
        follow_up_on=(asked.on + timedelta(days=7)).isoformat(),
    )
    talk = Touchpoint.objects.exclude(pk=asked.pk).get()
    assert (talk.kind, talk.direction, talk.channel) == ("visit", "from_them", "in_person")
    assert ([*talk.contacts.all()], [*talk.members.all()]) == ([marisol], [ruth])
    assert talk.answers == asked
    assert talk.follow_up_by == coordinator.membership.person


def test_people_of_another_partner_cannot_take_part(coordinator, northgate):
    stranger = ContactFactory(organisation__coalition=northgate.coalition)
    answer = send(coordinator, partner="Northgate Grocers", said="Hello", contacts=[stranger.pk])
    assert answer.status_code == 422


def test_partner_of_another_coalition_is_not_found(coordinator, northgate):
    other = OrganisationFactory(name="Far Away Farms")
    answer = send(coordinator, partner="Far Away Farms", organisation_id=other.pk, said="Hello")
    assert answer.status_code == 422
    assert not Touchpoint.objects.exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_who_may_not_log_has_neither_button_nor_page(role, member):
    client = member(role)
    home = client.get(reverse("dashboard:home", args=[client.slug])).content.decode()
    assert "Log a talk" not in home
    assert client.get(address(client)).status_code == 403


def test_offers_are_options_of_a_list(coordinator, northgate):
    shown = coordinator.get(address(coordinator, "talk_partner"), {"partner": "north"})
    page = shown.content.decode()
    assert f'data-value="{northgate.pk}"' in page
    assert 'role="option"' in page
