"""Mentor pairs: begun, talked, ended; and who reads what they talked about."""

from datetime import timedelta

import pytest

from accounts.permissions import Role
from governance.models import CheckIn, MentorPair
from tests.factories import ContactFactory
from tests.forms import carried
from tests.governance.succession.bench.counting import refused
from tests.governance.succession.factories import CheckInFactory, MentorPairFactory
from tests.governance.succession.site import at, change, make, person, text, today

pytestmark = pytest.mark.django_db
SECRET = "She thinks of giving up"


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def partner(member, coalition):
    return member(Role.PARTNER, coalition=coalition)


def pair_of(client, **fields) -> MentorPair:
    """The member learns from somebody."""
    mentee = person(
        client.membership.coalition, "Ana Ruiz", email=client.membership.person.email.upper()
    )
    return MentorPairFactory(coalition=client.membership.coalition, mentee=mentee, **fields)


def test_pair_is_begun(coordinator, coalition):
    person(coalition, "Ana Ruiz", "Green Clinic")
    person(coalition, "Ben Cole", "School")
    page = make(
        coordinator,
        at(coordinator, "mentor_add"),
        mentor="Ben Cole, School",
        mentee="Ana Ruiz, Green Clinic",
        goal="Chairs alone by June",
        since_on=today(),
        next_on=today() + timedelta(days=30),
    )
    pair = MentorPair.objects.get()
    assert (str(pair.mentor), str(pair.mentee)) == ("Ben Cole", "Ana Ruiz")
    assert "Ana Ruiz learns from Ben Cole" in text(page)


def test_nobody_learns_from_themselves(coordinator, coalition):
    person(coalition, "Ana Ruiz", "Green Clinic")
    told = {"mentor": "Ana Ruiz", "mentee": "Ana Ruiz", "goal": "Chair", "since_on": today()}
    page = make(coordinator, at(coordinator, "mentor_add"), **told)
    assert (page.status_code, MentorPair.objects.count()) == (422, 0)


def test_pair_is_told_once_while_it_lasts(coordinator, coalition):
    pair = MentorPairFactory(coalition=coalition)
    told = {
        "mentor": pair.mentor.email,
        "mentee": pair.mentee.email,
        "goal": "Again",
        "since_on": today(),
    }
    page = make(coordinator, at(coordinator, "mentor_add"), **told)
    assert "These two are a pair already." in text(page)


def note(client, pair: MentorPair, page: str, **told):
    sent = {
        "form_key": carried(client.get(page), "form_key"),
        "on": today(),
        "note": SECRET,
        "next_on": today() + timedelta(days=30),
        **told,
    }
    return client.post(at(client, "check_in", pair.pk), sent, follow=True)


def test_one_of_the_two_notes_a_check_in_on_their_own_page(partner):
    pair = pair_of(partner)
    page = note(partner, pair, at(partner, "growing"), mine="1")
    pair.refresh_from_db()
    check_in = CheckIn.objects.get()
    assert (check_in.pair, check_in.note, check_in.noted_by, pair.next_on) == (
        pair,
        SECRET,
        partner.membership.person,
        today() + timedelta(days=30),
    )
    assert SECRET in text(page)


def test_pressed_twice_it_is_noted_once(coordinator, coalition):
    pair = MentorPairFactory(coalition=coalition)
    page = at(coordinator, "mentor_pair", pair.pk)
    key = carried(coordinator.get(page), "form_key")
    for _press in range(2):
        sent = {"form_key": key, "on": today(), "note": "Went well"}
        coordinator.post(at(coordinator, "check_in", pair.pk), sent)
    assert CheckIn.objects.count() == 1


@pytest.mark.parametrize(
    "told",
    [
        {"note": ""},
        {"on": "2999-01-01"},
        {"on": "1999-01-01"},
        {"next_on": "1999-01-01"},
    ],
)
def test_check_in_that_cannot_be_is_shown_again(coordinator, coalition, told):
    pair = MentorPairFactory(coalition=coalition)
    page = note(coordinator, pair, at(coordinator, "mentor_pair", pair.pk), **told)
    assert (page.status_code, CheckIn.objects.count()) == (422, 0)


def test_stranger_to_the_pair_notes_nothing(member, coalition, partner):
    pair = pair_of(partner)
    other = member(Role.PARTNER, coalition=coalition)
    steering = member(Role.STEERING, coalition=coalition)
    for client in (other, steering):
        sent = {"on": today(), "note": "I was there too"}
        assert client.post(at(client, "check_in", pair.pk), sent).status_code == 404
    assert not CheckIn.objects.exists()


def test_notes_are_read_by_the_pair_and_coordinators_only(member, coordinator, coalition, partner):
    pair = pair_of(partner)
    CheckInFactory(pair=pair, note=SECRET)
    steering = member(Role.STEERING, coalition=coalition)
    other = member(Role.PARTNER, coalition=coalition)
    assert SECRET in text(coordinator.get(at(coordinator, "mentor_pair", pair.pk)))
    assert SECRET in text(partner.get(at(partner, "growing")))
    theirs = text(steering.get(at(steering, "mentor_pair", pair.pk)))
    assert "read by the two of them and coordinators only" in theirs
    assert SECRET not in theirs
    assert SECRET not in text(other.get(at(other, "growing")))
    assert SECRET not in text(steering.get(at(steering, "mentors")))


def test_steering_member_of_the_pair_reads_the_notes(member, coalition):
    steering = member(Role.STEERING, coalition=coalition)
    pair = pair_of(steering)
    CheckInFactory(pair=pair, note=SECRET)
    assert SECRET in text(steering.get(at(steering, "mentor_pair", pair.pk)))


def test_list_of_changes_tells_nothing_of_what_was_said(coordinator, coalition):
    pair = MentorPairFactory(coalition=coalition)
    note(coordinator, pair, at(coordinator, "mentor_pair", pair.pk))
    page = text(coordinator.get(at(coordinator, "changes")))
    assert "noted a check-in of a mentor pair" in page
    assert SECRET not in page


def test_goal_and_day_are_changed(coordinator, coalition):
    pair = MentorPairFactory(coalition=coalition)
    day = today() + timedelta(days=3)
    change(coordinator, at(coordinator, "mentor_edit", pair.pk), goal="Leads", next_on=day)
    pair.refresh_from_db()
    assert (pair.goal, pair.next_on) == ("Leads", day)


def test_pair_ends_with_what_came_of_it(coordinator, coalition):
    pair = MentorPairFactory(coalition=coalition, next_on=today())
    page = at(coordinator, "mentor_end", pair.pk)
    assert change(coordinator, page, outcome="").status_code == 422
    change(coordinator, page, outcome="She chairs now")
    pair.refresh_from_db()
    assert (pair.ended_on, pair.outcome, pair.next_on) == (today(), "She chairs now", None)
    sent = {"on": today(), "note": "One more"}
    answer = coordinator.post(at(coordinator, "check_in", pair.pk), sent)
    assert (answer.status_code, CheckIn.objects.count()) == (422, 0)


@pytest.mark.parametrize("number", [1, 20])
def test_own_page_takes_the_same_queries(partner, number, django_assert_num_queries):
    mentee = pair_of(partner).mentee
    for pair in MentorPairFactory.create_batch(
        number, coalition=partner.membership.coalition, mentee=mentee
    ):
        CheckInFactory(pair=pair)
    url = at(partner, "growing")
    partner.get(url)
    with django_assert_num_queries(7):
        partner.get(url)


def test_database_refuses_what_must_not_be(coalition):
    pair = MentorPairFactory(coalition=coalition)
    two = {"mentor": pair.mentor, "mentee": pair.mentee}
    assert refused(lambda: MentorPairFactory(coalition=coalition, **two))
    assert refused(
        lambda: MentorPairFactory(coalition=coalition, mentor=pair.mentor, mentee=pair.mentor)
    )
    assert refused(lambda: MentorPairFactory(coalition=coalition, ended_on=today()))
    assert refused(lambda: MentorPairFactory(coalition=coalition, outcome="Not over"))
    assert refused(lambda: MentorPairFactory(coalition=coalition, over=True, next_on=today()))
    assert refused(lambda: MentorPairFactory(coalition=coalition, mentor=ContactFactory()))
    assert refused(lambda: CheckInFactory(pair=pair, note=""))
