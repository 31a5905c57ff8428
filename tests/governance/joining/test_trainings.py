"""Trainings and who was there."""

import pytest

from accounts.permissions import Role
from governance.models import Training, TrainingAttendance
from tests.conftest import MemberClient
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.forms import carried
from tests.governance.factories import RoleAssignmentFactory
from tests.governance.joining.factories import TrainingAttendanceFactory, TrainingFactory
from tests.governance.joining.pages import ago, at, said, text, today, undo_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def training(coalition):
    return TrainingFactory(coalition=coalition, title="Talking about race", hours=3)


@pytest.fixture
def ana(coalition):
    return ContactFactory(
        organisation__coalition=coalition, organisation__name="Elm Clinic", name="Ana Ruiz"
    )


def attend(client, training, organisation, **told):
    address = at(client, "attend", training.pk) + f"?organisation_id={organisation.pk}"
    page = client.get(address)
    return client.post(address, {"form_key": carried(page, "form_key"), **told}, follow=True)


def test_training_is_noted_once_and_not_before_its_day(coordinator):
    address = at(coordinator, "training_add")
    told = {"title": "Plain words", "kind": "plain_language", "hours": "1.5"}
    key = carried(coordinator.get(address), "form_key")
    late = coordinator.post(address, told | {"held_on": ago(-1).isoformat()})
    assert late.status_code == 422
    for _time in range(2):
        coordinator.post(address, told | {"held_on": ago(3).isoformat(), "form_key": key})
    assert Training.objects.get().held_on == ago(3)


def test_who_was_there_is_noted_by_name_and_by_number_and_taken_back(coordinator, training, ana):
    told = {"contacts": [f"contact-{ana.pk}"], "others": "4"}
    answer = attend(coordinator, training, ana.organisation, **told)
    rows = TrainingAttendance.objects.at(training)
    assert sorted((str(row.contact), row.people) for row in rows) == [("Ana Ruiz", 1), ("None", 4)]
    assert "5 people" in text(coordinator.get(at(coordinator, "trainings")))
    coordinator.post(undo_on(answer))
    assert not TrainingAttendance.objects.exists()


def test_nobody_named_is_refused(coordinator, training, ana):
    answer = attend(coordinator, training, ana.organisation)
    assert answer.status_code == 422
    assert "Say who of them was there, or how many." in text(answer)


def test_person_of_another_organisation_cannot_be_named(coordinator, training, ana):
    other = OrganisationFactory(coalition=training.coalition)
    answer = attend(coordinator, training, other, contacts=[f"contact-{ana.pk}"])
    assert answer.status_code == 422
    assert not TrainingAttendance.objects.exists()


def test_training_with_people_stays(coordinator, training, ana):
    row = TrainingAttendanceFactory(training=training, organisation=ana.organisation, contact=ana)
    address = at(coordinator, "training_remove", training.pk)
    assert "Somebody was there, so it stays." in said(coordinator.post(address, follow=True))
    coordinator.post(at(coordinator, "unattend", training.pk, row.pk))
    coordinator.post(address)
    assert not Training.objects.exists()


def test_totals_by_partner_and_kind_with_person_hours(coordinator, training, ana):
    TrainingAttendanceFactory(training=training, organisation=ana.organisation, people=4)
    data = TrainingFactory(coalition=training.coalition, kind="data", hours="1.5")
    TrainingAttendanceFactory(training=data, organisation=ana.organisation, contact=ana)
    found = coordinator.get(at(coordinator, "trained")).context["page"].object_list
    assert [(one.name, one.people, float(one.hours)) for one in found] == [
        ("Elm Clinic", {"equity": 4, "data": 1}, 13.5)
    ]


def test_holders_of_seats_who_were_never_at_one_on_equity(coordinator, training, ana):
    coalition = training.coalition
    told = {"seat__body__coalition": coalition, "starts_on": ago(50), "ends_on": None}
    been = RoleAssignmentFactory(organisation=ana.organisation, contact=ana, **told)
    never = RoleAssignmentFactory(**told)
    over = RoleAssignmentFactory(**{**told, "ends_on": ago(2)})
    nameless = RoleAssignmentFactory(contact=None, organisation=ana.organisation, **told)
    TrainingAttendanceFactory(training=training, organisation=ana.organisation, contact=ana)
    data = TrainingFactory(coalition=coalition, kind="data")
    TrainingAttendanceFactory(training=data, organisation=never.organisation, contact=never.contact)
    found = coordinator.get(at(coordinator, "untrained")).context["found"]
    assert found == [never]
    assert not {been, over, nameless} & set(found)


def test_partner_sees_only_who_of_their_own_was_there(training, ana):
    TrainingAttendanceFactory(training=training, organisation=ana.organisation, contact=ana)
    other = OrganisationFactory(coalition=training.coalition)
    membership = MembershipFactory(coalition=training.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=other, membership=membership, invitation=None)
    partner = MemberClient.of(membership)
    assert "Ana Ruiz" not in text(partner.get(at(partner, "training", training.pk)))
    assert partner.get(at(partner, "trained")).status_code == 403


def test_download_runs_no_formulas(coordinator, training, ana):
    training.title = "=HYPERLINK(1)"
    training.save()
    TrainingAttendanceFactory(training=training, organisation=ana.organisation, contact=ana)
    answer = coordinator.get(at(coordinator, "trainings_download"))
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1].startswith('"\'=HYPERLINK(1)"')
    assert "Ana Ruiz" in lines[1]


def test_list_keeps_to_one_kind(coordinator, training):
    TrainingFactory(coalition=training.coalition, kind="data", title="Reading charts")
    page = text(coordinator.get(at(coordinator, "trainings"), {"kind": "data"}))
    assert "Reading charts" in page
    assert training.title not in page


@pytest.mark.parametrize("number", [1, 7])
def test_lists_take_the_same_queries(
    coordinator, coalition, number, django_assert_num_queries, django_assert_max_num_queries
):
    for _n in range(number):
        TrainingAttendanceFactory(training=TrainingFactory(coalition=coalition, held_on=today()))
    coordinator.get(at(coordinator, "trainings"))
    with django_assert_num_queries(5):
        coordinator.get(at(coordinator, "trainings"))
    with django_assert_max_num_queries(5):
        coordinator.get(at(coordinator, "trained"))


def test_training_tells_how_sure_people_felt_before_and_after(coordinator, training, ana):
    attend = f"{at(coordinator, 'attend', training.pk)}?organisation_id={ana.organisation_id}"
    key = carried(coordinator.get(attend), "form_key")
    told = {"others": 3, "before": 2, "after": 4, "form_key": key}
    half = coordinator.post(attend, told | {"after": ""})
    assert "Say both, before and after, or neither." in half.text
    coordinator.post(attend, told)
    TrainingAttendanceFactory(
        training=training, organisation=ana.organisation, contact=ana, before=4, after=5
    )
    answer = coordinator.get(at(coordinator, "training", training.pk))
    gain = answer.context["gain"]
    assert (gain.number, gain.before, gain.after) == (4, 2.5, 4.25)
    assert "2.5 before and 4.3 after, of 4 people asked." in answer.text


def test_training_of_which_nobody_was_asked_tells_no_figure(coordinator, training, ana):
    TrainingAttendanceFactory(training=training, organisation=ana.organisation, people=4)
    gain = coordinator.get(at(coordinator, "training", training.pk)).context["gain"]
    assert (gain.number, gain.before, gain.after) == (0, None, None)
