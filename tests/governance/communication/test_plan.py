from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from governance.models import RegularMessage, SentMessage
from governance.operations.communication import Sending, send
from governance.reports.communication.due import MATTERS
from governance.reports.communication.plan import communication_summary, plan
from tests.factories import TODAY, MembershipFactory
from tests.forms import all_hidden
from tests.governance.communication.factories import RegularMessageFactory, SentMessageFactory
from tests.governance.waits import waiting_of


def url(client, name, *args):
    return reverse(f"governance:{name}", args=[client.slug, *args])


def here(client, **fields):
    return RegularMessageFactory(coalition=client.membership.coalition, **fields)


def today(client):
    return client.membership.coalition.day(at=timezone.now())


def told(client, **fields):
    return {
        "what": "What the committee decided",
        "audience": "All partners",
        "cadence": "monthly",
        "due_on": today(client).isoformat(),
        "channel": "email",
        "owner": client.membership.pk,
    } | fields


def note_sent(client, message, **fields):
    form = {
        name: values[0]
        for name, values in all_hidden(client.get(url(client, "message", message.pk))).items()
    }
    fields = {"sent_on": today(client).isoformat()} | fields
    return client.post(url(client, "message_sent", message.pk), form | fields, follow=True)


def test_message_is_planned(coordinator):
    coordinator.post(url(coordinator, "message_add"), told(coordinator))
    message = RegularMessage.objects.get()
    assert (message.what, message.owner) == ("What the committee decided", coordinator.membership)
    assert message.first_due_on == message.due_on == today(coordinator)


def test_message_with_a_rhythm_needs_its_next_day(coordinator):
    answer = coordinator.post(url(coordinator, "message_add"), told(coordinator, due_on=""))
    assert "Say on which day it is due next." in answer.content.decode()


def test_message_that_is_sent_as_needed_is_never_due(coordinator):
    coordinator.post(url(coordinator, "message_add"), told(coordinator, cadence="as_needed"))
    assert RegularMessage.objects.get().due_on is None


def test_member_of_another_coalition_cannot_see_to_it(coordinator):
    stranger = MembershipFactory(role=Role.STEERING)
    answer = coordinator.post(url(coordinator, "message_add"), told(coordinator, owner=stranger.pk))
    assert answer.status_code == 422


def test_other_rhythm_counts_from_its_own_day(coordinator):
    message = here(coordinator)
    later = TODAY + timedelta(days=40)
    coordinator.post(
        url(coordinator, "message_edit", message.pk),
        told(coordinator, cadence="weekly", due_on=later.isoformat()),
    )
    message.refresh_from_db()
    assert (message.cadence, message.first_due_on, message.due_on) == ("weekly", later, later)


def test_plan_tells_late_ones_first(coordinator):
    day = today(coordinator)
    here(coordinator, what="Coming", due_on=day + timedelta(days=3))
    here(coordinator, what="Today", due_on=day)
    here(coordinator, what="Late", due_on=day - timedelta(days=2))
    here(coordinator, what="Sometimes", as_needed=True)
    here(coordinator, what="Former", retired=True)
    page = coordinator.get(url(coordinator, "communication")).context["plan"]
    assert [line.message.what for line in page.late] == ["Late"]
    assert [line.message.what for line in page.coming] == ["Today", "Coming"]
    assert [line.message.what for line in page.as_needed] == ["Sometimes"]


def test_every_occasion_that_went_by_is_missed():
    rows = [
        (TODAY, 0),
        (TODAY - timedelta(days=1), 1),
        (TODAY - timedelta(days=7), 1),
        (TODAY - timedelta(days=8), 2),
        (TODAY - timedelta(days=15), 3),
    ]
    told = [
        plan_line_of(RegularMessageFactory.build(cadence="weekly", due_on=due)) for due, _n in rows
    ]
    assert told == [number for _due, number in rows]


def plan_line_of(message):
    from governance.reports.communication.plan import _missed

    return _missed(message, TODAY)


# ---------------------------------------------------------------- it is sent


def sent(message, day, *, on=TODAY):
    send(message, Sending(sent_on=day), on=on, by=message.owner.person)
    message.refresh_from_db()
    return SentMessage.objects.latest("pk"), message.due_on


def weekly(**fields):
    return RegularMessageFactory(cadence="weekly", **fields)


@pytest.mark.parametrize(
    ("due", "missed", "next_due"),
    [(2, 0, 9), (0, 0, 7), (-3, 0, 4), (-7, 1, 7), (-10, 1, 4), (-22, 3, 6)],
)
def test_sending_settles_the_occasion_that_had_come(db, due, missed, next_due):
    message = weekly(due_on=TODAY + timedelta(days=due))
    row, due_on = sent(message, TODAY)
    assert (row.missed, due_on) == (missed, TODAY + timedelta(days=next_due))


def test_message_of_last_week_is_noted_today(db):
    message = weekly(due_on=TODAY - timedelta(days=8))
    row, due_on = sent(message, TODAY - timedelta(days=8))
    assert (row.missed, due_on) == (0, TODAY - timedelta(days=1))


def test_sending_is_noted_by_who_sees_to_it(member):
    speaker = member(Role.VIEWER)
    message = here(speaker, owner=speaker.membership, due_on=today(speaker))
    answer = note_sent(speaker, message, note="Two decisions", link="https://example.org/7")
    row = SentMessage.objects.get()
    assert (row.note, row.sent_by) == ("Two decisions", speaker.membership.person)
    assert "Next due on" in answer.content.decode()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER, Role.STEERING])
def test_sending_is_not_noted_by_others(member, role):
    reader = member(role)
    message = here(reader)
    answer = reader.post(url(reader, "message_sent", message.pk), {"sent_on": "2026-01-01"})
    assert answer.status_code == 403
    assert not SentMessage.objects.exists()


def test_sending_is_noted_once_however_often_it_is_pressed(coordinator):
    message = here(coordinator, due_on=today(coordinator))
    page = coordinator.get(url(coordinator, "message", message.pk))
    form = {name: values[0] for name, values in all_hidden(page).items()}
    form |= {"sent_on": today(coordinator).isoformat()}
    for _press in range(2):
        coordinator.post(url(coordinator, "message_sent", message.pk), form)
    assert SentMessage.objects.count() == 1


def test_day_to_come_is_refused(coordinator):
    message = here(coordinator)
    tomorrow = today(coordinator) + timedelta(days=1)
    answer = note_sent(coordinator, message, sent_on=tomorrow.isoformat())
    assert answer.status_code == 422
    assert "That day is still to come." in answer.content.decode()


def test_sending_is_taken_back_and_due_as_before(member):
    speaker = member(Role.STEERING)
    due = today(speaker) - timedelta(days=40)
    message = here(speaker, owner=speaker.membership, due_on=due)
    note_sent(speaker, message)
    speaker.post(url(speaker, "message_take_back", SentMessage.objects.get().pk))
    message.refresh_from_db()
    assert (message.due_on, SentMessage.objects.count()) == (due, 0)


def test_only_the_last_sending_is_taken_back(coordinator):
    message = here(coordinator)
    first = SentMessageFactory(message=message, sent_on=TODAY - timedelta(days=30))
    SentMessageFactory(message=message)
    answer = coordinator.post(url(coordinator, "message_take_back", first.pk), follow=True)
    assert "sent again since" in answer.content.decode()
    assert SentMessage.objects.count() == 2


def test_message_out_of_the_plan_is_not_missed_meanwhile(coordinator):
    message = here(coordinator, retired=True, due_on=today(coordinator) - timedelta(days=100))
    coordinator.post(url(coordinator, "message_bring_back", message.pk))
    message.refresh_from_db()
    assert not message.is_retired
    assert message.due_on >= today(coordinator)


# ---------------------------------------------------------------- what waits, and figures


def matters(membership, on=TODAY):
    return {
        one.matter.key: [row.name for row in one.rows]
        for one in waiting_of(MATTERS, membership, on=on)
    }


def test_late_message_waits_for_who_sees_to_it_and_for_coordinators(db):
    message = RegularMessageFactory(what="News", due_on=TODAY - timedelta(days=1))
    coordinator = MembershipFactory(role=Role.COORDINATOR, coalition=message.coalition)
    other = MembershipFactory(role=Role.STEERING, coalition=message.coalition)
    assert matters(message.owner) == {"message_mine": ["News"]}
    assert matters(coordinator) == {"message_late": ["News"]}
    assert matters(other) == {}


def test_message_due_today_waits_only_for_who_sees_to_it(db):
    message = RegularMessageFactory(what="News", due_on=TODAY)
    coordinator = MembershipFactory(role=Role.COORDINATOR, coalition=message.coalition)
    assert matters(message.owner) == {"message_mine": ["News"]}
    assert matters(coordinator) == {}


def test_message_whose_owner_has_left_waits_for_coordinators(db):
    message = RegularMessageFactory(what="News")
    message.owner.ended_on = TODAY
    message.owner.save()
    coordinator = MembershipFactory(role=Role.COORDINATOR, coalition=message.coalition)
    assert matters(coordinator) == {"message_without_owner": ["News"]}


def test_summary_is_one_query(db, django_assert_num_queries):
    message = RegularMessageFactory(due_on=TODAY - timedelta(days=1))
    RegularMessageFactory(coalition=message.coalition, due_on=TODAY + timedelta(days=4))
    RegularMessageFactory(coalition=message.coalition, retired=True)
    with django_assert_num_queries(1):
        found = communication_summary(message.coalition_id, on=TODAY)
    assert (found.messages, found.late, found.next_on) == (2, 1, TODAY + timedelta(days=4))


@pytest.mark.parametrize("number", [1, 30])
def test_plan_takes_the_same_queries(coordinator, number, django_assert_num_queries):
    for _each in range(number):
        SentMessageFactory(message=here(coordinator))
    coordinator.get(url(coordinator, "communication"))
    with django_assert_num_queries(6):
        coordinator.get(url(coordinator, "communication"))


def test_missed_occasions_of_a_year_are_summed(db):
    message = RegularMessageFactory()
    for missed, ago in [(2, 10), (1, 100), (5, 400)]:
        SentMessageFactory(message=message, missed=missed, sent_on=TODAY - timedelta(days=ago))
    line = plan(message.coalition_id, on=TODAY).lines[0]
    assert (line.missed_before, line.last_sent_on) == (3, TODAY - timedelta(days=10))


# ---------------------------------------------------------------- what the database refuses


def refused(name, make):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make()
        connection.check_constraints()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("message_cadence_is_known", {"cadence": "daily"}),
        ("message_channel_is_known", {"channel": "pigeon"}),
        ("message_says_what_to_whom", {"audience": ""}),
        ("message_has_a_next_day", {"due_on": None}),
        ("message_has_a_next_day", {"cadence": "as_needed"}),
    ],
)
def test_database_refuses_a_message_that_cannot_be(db, name, fields):
    refused(name, lambda: RegularMessageFactory(**fields))


def test_database_refuses_an_owner_of_another_coalition(db):
    stranger = MembershipFactory()
    refused("same_tenant", lambda: RegularMessageFactory(owner=stranger))
