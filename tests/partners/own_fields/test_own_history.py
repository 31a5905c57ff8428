"""What history tells of own fields, and how they go back."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Organisation, OwnField
from partners.reports.history.timeline import timeline
from tests.factories import ContactFactory, OrganisationFactory, OwnFieldFactory
from tests.partners.changes import change
from tests.partners.own_fields.defining import page


@pytest.fixture
def northgate(coordinator) -> Organisation:
    """Ready since day 2; on day 3 fewer seats, and Dev eats vegan."""
    coalition = coordinator.membership.coalition
    OwnFieldFactory(
        coalition=coalition, label="Readiness", kind="choice", choices="willing ready", position=1
    )
    OwnFieldFactory(coalition=coalition, label="MOU signed on", kind="date", position=2)
    OwnFieldFactory(coalition=coalition, label="Seats", kind="number", position=3)
    OwnFieldFactory(coalition=coalition, label="Eats", subject="contact")
    with change("organisation.added", day=1):
        organisation = OrganisationFactory(
            coalition=coalition,
            name="Northgate",
            own_values={"readiness": "willing", "seats": 1200},
        )
        person = ContactFactory(organisation=organisation, name="Dev Patel")
    with change(day=2):
        organisation.own_values = {
            "readiness": "ready",
            "seats": 1200,
            "mou_signed_on": "2024-05-01",
        }
        organisation.save()
    with change(day=3):
        organisation.own_values = {"readiness": "ready", "mou_signed_on": "2024-05-01"}
        organisation.save()
        person.own_values = {"eats": "Vegan"}
        person.save()
    return organisation


def told(organisation: Organisation, *, may_see_contacts: bool = True) -> list[list[str]]:
    entries = timeline(organisation, may_see_contacts=may_see_contacts).entries
    return [[entry.headline, *(detail.sentence for detail in entry.details)] for entry in entries]


def test_history_names_fields_and_choices_as_they_are_called_today(northgate):
    OwnField.objects.filter(key="seats").update(label="Meeting room seats")
    field = OwnField.objects.get(key="readiness")
    field.choices = [
        one if one.key != "ready" else type(one)("ready", "Ready to go") for one in field.choices
    ]
    field.save()
    assert told(northgate)[:2] == [
        [
            "Meeting room seats and eats (Dev Patel) changed",
            "Meeting room seats left empty, before that 1,200",
            "Eats (Dev Patel): Vegan",
        ],
        [
            "Readiness and MOU signed on changed",
            "Readiness: Ready to go, before that Willing",
            "MOU signed on: May 1, 2024",
        ],
    ]


def test_history_tells_of_a_retired_field_too(northgate):
    OwnField.objects.update(retired_on="2026-01-01")
    assert "Readiness: Ready, before that Willing" in told(northgate)[1]


@pytest.mark.parametrize("hidden", ["is_internal", "is_personal"])
def test_history_hides_what_the_reader_may_not_see(northgate, hidden):
    OwnField.objects.update(**{hidden: True})
    shown = told(northgate, may_see_contacts=False)
    assert not any("Readiness" in words or "Vegan" in words for entry in shown for words in entry)


def test_timeline_takes_no_query_more(northgate, django_assert_num_queries):
    with django_assert_num_queries(2):
        timeline(northgate, may_see_contacts=True)


def test_version_stands_beside_today_with_own_fields(coordinator, northgate):
    second = timeline(northgate, may_see_contacts=True).entries[1].change
    words = page(coordinator, "version", northgate.pk, second)
    assert "MOU signed on" in words
    assert "1,200" in words
    assert "Today: nothing" in words


def test_version_of_a_person_tells_their_own_fields(coordinator, northgate):
    third = timeline(northgate, may_see_contacts=True).entries[0].change
    assert "Eats: Vegan" in page(coordinator, "version", northgate.pk, third)


def test_own_values_are_put_back_also_of_a_retired_field(coordinator, northgate):
    OwnField.objects.filter(key="seats").update(retired_on="2026-01-01")
    third = timeline(northgate, may_see_contacts=True).entries[0].change
    url = reverse("partners:put_back", args=[coordinator.slug, northgate.pk, third])
    coordinator.post(url, {"to": "before"})
    northgate.refresh_from_db()
    assert northgate.own_values == {
        "readiness": "ready",
        "seats": 1200,
        "mou_signed_on": "2024-05-01",
    }
    assert northgate.contacts.get().own_values == {}


def test_change_of_own_values_is_undone(coordinator, northgate):
    third = timeline(northgate, may_see_contacts=True).entries[0].change
    coordinator.post(reverse("partners:undo", args=[coordinator.slug, northgate.pk, third]))
    northgate.refresh_from_db()
    assert northgate.own_values["seats"] == 1200


def test_definition_has_a_history_of_its_own(coordinator):
    field = OwnFieldFactory(coalition=coordinator.membership.coalition, label="Seats")
    coordinator.post(reverse("partners:own_field_retire", args=[coordinator.slug, field.pk]))
    events = OwnField.pgh_event_models["update"].objects.filter(pgh_obj_id=field.pk)
    event = events.latest("pgh_id")
    assert event.retired_on is not None
    assert event.pgh_context["verb"] == "own_field.retired"
    assert event.pgh_context["person"] == coordinator.membership.person_id


def test_steering_sees_history_of_internal_fields(member, northgate):
    OwnField.objects.update(is_internal=True)
    steering = member(Role.STEERING, coalition=northgate.coalition)
    assert "Readiness" in page(steering, "history", northgate.pk)
