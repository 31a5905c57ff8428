from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from governance.models import CallRow, UrgentCall, UrgentMessage, UrgentProtocol
from governance.operations import urgent
from governance.reports.communication.due import MATTERS
from governance.reports.communication.trees import log_of, tree
from tests.factories import (
    NOW,
    TODAY,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
)
from tests.governance.communication.factories import (
    CallRowFactory,
    UrgentCallFactory,
    UrgentMessageFactory,
    UrgentProtocolFactory,
)
from tests.governance.waits import waiting_of


def url(client, name, *args):
    return reverse(f"governance:{name}", args=[client.slug, *args])


@pytest.fixture
def protocol(coordinator):
    return UrgentProtocolFactory(coalition=coordinator.membership.coalition)


def somebody(protocol, name, **fields):
    partner = OrganisationFactory(coalition=protocol.coalition)
    contact = ContactFactory(organisation=partner, name=name, phone="555 0100")
    return CallRowFactory(protocol=protocol, contact=contact, **fields)


def numbered(protocol):
    return [(branch.number, branch.row.name) for branch in tree(protocol)]


def test_protocol_is_written(coordinator):
    coordinator.post(
        url(coordinator, "protocol_add"),
        {
            "title": "Heat wave",
            "when_to_use": "Three hot days",
            "channel": "phone",
            "fallback": "text",
            "frame": "Drink water.",
        },
    )
    assert UrgentProtocol.objects.get().title == "Heat wave"


def test_people_are_called_in_the_order_of_the_tree(protocol):
    first = somebody(protocol, "Ana")
    somebody(protocol, "Ben")
    third = somebody(protocol, "Cleo", called_by=first)
    somebody(protocol, "Dan", called_by=third)
    somebody(protocol, "Eve", called_by=first)
    assert numbered(protocol) == [
        ("1", "Ana"),
        ("1.1", "Cleo"),
        ("1.1.1", "Dan"),
        ("1.2", "Eve"),
        ("2", "Ben"),
    ]


def told(contact) -> str:
    return f"{contact.name}, {contact.organisation.name}"


def test_somebody_of_a_partner_is_taken_into_the_tree(coordinator, protocol):
    contact = ContactFactory(organisation__coalition=protocol.coalition)
    coordinator.post(url(coordinator, "call_add", protocol.pk), {"contact": told(contact)})
    assert CallRow.objects.get().contact == contact


def test_member_is_taken_into_the_tree(coordinator, protocol):
    coordinator.post(
        url(coordinator, "call_add", protocol.pk), {"member": coordinator.membership.pk}
    )
    assert CallRow.objects.get().member == coordinator.membership


@pytest.mark.parametrize("both", [True, False])
def test_call_is_of_one_person(coordinator, protocol, both):
    contact = ContactFactory(organisation__coalition=protocol.coalition)
    both_told = {"contact": told(contact), "member": coordinator.membership.pk} if both else {}
    answer = coordinator.post(url(coordinator, "call_add", protocol.pk), both_told)
    assert answer.status_code == 422
    assert not CallRow.objects.exists()


def test_nobody_is_called_twice(coordinator, protocol):
    row = somebody(protocol, "Ana")
    answer = coordinator.post(
        url(coordinator, "call_add", protocol.pk), {"contact": told(row.contact)}
    )
    assert "Ana is called already." in answer.content.decode()


def test_nobody_calls_in_a_circle(coordinator, protocol):
    first = somebody(protocol, "Ana")
    second = somebody(protocol, "Ben", called_by=first)
    third = somebody(protocol, "Cleo", called_by=second)
    first.called_by = third
    with pytest.raises(Refusal, match="in a circle"):
        urgent.edit_call(first, by=coordinator.membership.person)


def test_those_whom_somebody_called_are_called_by_who_called_them(coordinator, protocol):
    first = somebody(protocol, "Ana")
    second = somebody(protocol, "Ben", called_by=first)
    somebody(protocol, "Cleo", called_by=second)
    coordinator.post(url(coordinator, "call_remove", second.pk))
    assert numbered(protocol) == [("1", "Ana"), ("1.1", "Cleo")]


@pytest.mark.parametrize(
    ("step", "order"), [("later", ["Ben", "Ana"]), ("earlier", ["Ana", "Ben"])]
)
def test_order_of_calls_is_changed(coordinator, protocol, step, order):
    first = somebody(protocol, "Ana")
    somebody(protocol, "Ben")
    coordinator.post(url(coordinator, "call_move", first.pk), {"step": step})
    assert [name for _number, name in numbered(protocol)] == order


@pytest.mark.parametrize(
    ("role", "sees"),
    [(Role.VIEWER, False), (Role.PARTNER, False), (Role.STEERING, True), (Role.COORDINATOR, True)],
)
def test_phone_numbers_are_for_those_who_may_see_them(member, protocol, role, sees):
    somebody(protocol, "Ana")
    reader = member(role, coalition=protocol.coalition)
    page = reader.get(url(reader, "protocol", protocol.pk)).content.decode()
    assert "Ana" in page
    assert ("555 0100" in page) == sees


# ---------------------------------------------------------------- when it is needed


def started(client, protocol):
    answer = client.post(url(client, "urgent_start", protocol.pk), {"words": "It is hot."})
    assert answer.status_code in (302, 422), answer.status_code
    return UrgentMessage.objects.first()


def test_message_begins_with_the_frame(coordinator, protocol):
    form = coordinator.get(url(coordinator, "urgent_start", protocol.pk)).context["form"]
    assert form["words"].value() == protocol.frame


def test_everybody_of_the_tree_is_to_be_called(member, protocol):
    steering = member(Role.STEERING, coalition=protocol.coalition)
    first = somebody(protocol, "Ana")
    somebody(protocol, "Ben", called_by=first)
    somebody(protocol, "Gone", removed_on=TODAY)
    message = started(steering, protocol)
    told = [(one.branch.row.name, one.call.outcome) for one in log_of(message).made]
    assert told == [("Ana", "waiting"), ("Ben", "waiting")]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_urgent_message_is_not_started_by_everybody(member, protocol, role):
    reader = member(role, coalition=protocol.coalition)
    somebody(protocol, "Ana")
    assert reader.post(url(reader, "urgent_start", protocol.pk)).status_code == 403


def test_empty_tree_is_not_started(coordinator, protocol):
    assert started(coordinator, protocol) is None


def test_protocol_that_runs_is_neither_started_again_nor_retired(coordinator, protocol):
    somebody(protocol, "Ana")
    started(coordinator, protocol)
    started(coordinator, protocol)
    coordinator.post(url(coordinator, "protocol_retire", protocol.pk))
    protocol.refresh_from_db()
    assert (UrgentMessage.objects.count(), protocol.is_retired) == (1, False)


@pytest.fixture
def call(protocol):
    message = UrgentMessageFactory(protocol=protocol)
    return UrgentCallFactory(message=message, row=somebody(protocol, "Ana"))


def pressed(client, call, outcome):
    client.post(url(client, "urgent_call", call.pk), {"outcome": outcome})
    call.refresh_from_db()


@pytest.mark.parametrize("outcome", ["reached", "left_word", "no_answer"])
def test_call_is_noted_with_when_and_by_whom(coordinator, call, outcome):
    pressed(coordinator, call, outcome)
    assert (call.outcome, call.by) == (outcome, coordinator.membership.person)
    assert call.at is not None


def test_first_press_counts(coordinator, member, call):
    pressed(coordinator, call, "reached")
    when = call.at
    pressed(member(Role.STEERING, coalition=call.coalition), call, "reached")
    assert (call.at, call.by) == (when, coordinator.membership.person)


def test_call_noted_by_mistake_waits_again(coordinator, call):
    pressed(coordinator, call, "reached")
    pressed(coordinator, call, "waiting")
    assert (call.outcome, call.at, call.by) == ("waiting", None, None)


def test_outcome_that_is_none_changes_nothing(coordinator, call):
    pressed(coordinator, call, "fine")
    assert call.outcome == "waiting"


def test_nothing_is_noted_once_it_is_over(coordinator, call):
    coordinator.post(url(coordinator, "urgent_end", call.message_id), {"learned": "Call earlier"})
    pressed(coordinator, call, "reached")
    message = UrgentMessage.objects.get()
    assert (message.learned, message.is_running) == ("Call earlier", False)
    assert call.outcome == "waiting"


def test_running_message_waits_on_the_home_page_of_who_may_call(coordinator, member, call):
    def keys(membership):
        return [one.matter.key for one in waiting_of(MATTERS, membership, on=TODAY)]

    assert keys(coordinator.membership) == ["urgent_running"]
    assert keys(member(Role.VIEWER, coalition=call.coalition).membership) == []


@pytest.mark.parametrize("number", [1, 30])
def test_log_takes_the_same_queries(coordinator, call, number, django_assert_num_queries):
    for n in range(number):
        row = somebody(call.message.protocol, f"Person {n}")
        UrgentCallFactory(message=call.message, row=row)
    coordinator.get(url(coordinator, "urgent_message", call.message_id))
    with django_assert_num_queries(5):
        coordinator.get(url(coordinator, "urgent_message", call.message_id))


# ---------------------------------------------------------------- what the database refuses


def refused(name, make):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make()
        connection.check_constraints()


def test_database_refuses_a_call_of_nobody(protocol):
    refused("call_row_is_a_contact", lambda: CallRowFactory(protocol=protocol, contact=None))


def test_database_refuses_people_of_another_coalition(protocol):
    refused("same_tenant", lambda: CallRowFactory(protocol=protocol, contact=ContactFactory()))
    stranger = MembershipFactory()
    refused("same_tenant", lambda: CallRowFactory(protocol=protocol, contact=None, member=stranger))


def test_database_refuses_a_caller_of_another_coalition(protocol):
    refused("same_tenant", lambda: CallRowFactory(protocol=protocol, called_by=CallRowFactory()))


def test_database_refuses_a_protocol_that_runs_twice(protocol):
    UrgentMessageFactory(protocol=protocol)
    refused("protocol_runs_once", lambda: UrgentMessageFactory(protocol=protocol))


def test_database_refuses_an_end_before_the_start(protocol):
    refused(
        "urgent_message_is_ended",
        lambda: UrgentMessageFactory(
            protocol=protocol, ended_at=NOW - timedelta(hours=1), ended_by=PersonFactory()
        ),
    )


def test_database_refuses_a_call_without_its_moment(call):
    refused(
        "urgent_call_is_dated",
        lambda: UrgentCall.objects.filter(pk=call.pk).update(outcome="reached"),
    )
