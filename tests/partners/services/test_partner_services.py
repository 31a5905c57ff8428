"""A partner's services: told, changed, ended, taken back; and whether they take people, in one press."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Service, Term
from partners.reports.history.timeline import timeline
from tests.conftest import MemberClient
from tests.factories import (
    TODAY,
    AliasFactory,
    ContactFactory,
    OrganisationFactory,
    RepresentationFactory,
    ServiceFactory,
    ServiceLocationFactory,
    ServiceTermFactory,
    TermFactory,
)
from tests.forms import carried

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pantry(coordinator):
    organisation = OrganisationFactory(coalition=coordinator.membership.coalition, name="Greenway")
    return ServiceFactory(organisation=organisation, name="Food pantry")


@pytest.fixture
def speaker(pantry):
    """Whoever speaks for the organisation that runs the pantry."""
    tie = RepresentationFactory(
        organisation=pantry.organisation, membership__coalition=pantry.coalition
    )
    return MemberClient.of(tie.membership)


def address(client, name, *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def sent(client, address, **told):
    """The form as it stands on the page, with what somebody types."""
    answer = client.get(address)
    form = answer.context["form"]
    fields = {name: form[name].value() for name in form.fields}
    rows = form.places
    fields |= {
        f"places-{name}": rows.management_form[name].value()
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    for place in rows:
        fields |= {place.add_prefix(name): place[name].value() for name in place.fields}
    key = "opened" if 'name="opened"' in answer.text else "form_key"
    plain = {name: "" if value is None else value for name, value in fields.items()}
    plain = {name: value for name, value in plain.items() if value is not False}
    return client.post(address, plain | {key: carried(answer, key)} | told, follow=True)


def newest(organisation):
    return timeline(organisation, may_see_contacts=True).entries[0].headline


def press(client, service, state, **told):
    url = address(client, "service_capacity", service.organisation_id, service.pk)
    return client.post(url, {"capacity": state, **told}, follow=True)


def test_service_is_told_with_all_that_belongs_to_it(coordinator):
    coalition = coordinator.membership.coalition
    greenway = OrganisationFactory(coalition=coalition, name="Greenway")
    fund = OrganisationFactory(coalition=coalition, name="Harbor Community Fund")
    AliasFactory(organisation=fund, name="HCF")
    food = TermFactory(coalition=coalition, vocabulary="service", name="Food pantry")
    people = TermFactory(coalition=coalition, vocabulary="population", name="Older adults")
    marisol = ContactFactory(organisation=greenway, name="Marisol")
    answer = sent(
        coordinator,
        address(coordinator, "service_add", greenway.pk),
        name="Boxes on  Tuesday",
        service=[str(food.pk)],
        population=[str(people.pk)],
        contact=str(marisol.pk),
        phone="(410) 555-0100",
        page="greenway.example/boxes",
        funders="hcf\nUnited Way",
        capacity="waiting",
        capacity_note="about three weeks",
        **{"places-0-street": "4 Elm St", "places-0-area": "North End"},
    )
    service = Service.objects.told().get()
    assert (service.name, service.page) == ("Boxes on Tuesday", "https://greenway.example/boxes")
    assert (service.kinds, service.populations, service.contact) == ([food], [people], marisol)
    assert {str(funder) for funder in service.funders.all()} == {fund.name, "United Way"}
    assert [(str(place), str(place.area)) for place in service.places.all()] == [
        ("4 Elm St", "North End")
    ]
    assert Term.objects.get(vocabulary="area").name == "North End"
    assert (service.capacity, service.capacity_by) == ("waiting", coordinator.membership.person)
    assert "about three weeks" in answer.text
    assert newest(greenway) == "Service added: Boxes on Tuesday"


def test_same_name_is_refused_however_it_is_spelt(coordinator, pantry):
    page = address(coordinator, "service_add", pantry.organisation_id)
    answer = sent(coordinator, page, name="FOOD pantry")
    assert answer.status_code == 422
    assert "They have a service called “Food pantry” already." in answer.text
    assert Service.objects.count() == 1


def test_edit_leaves_out_places_that_were_emptied_and_tells_what_changed(coordinator, pantry):
    ServiceLocationFactory(service=pantry, street="1 Oak St")
    kept = ServiceLocationFactory(service=pantry, street="2 Oak St")
    page = address(coordinator, "service_edit", pantry.organisation_id, pantry.pk)
    sent(coordinator, page, phone="211", **{"places-0-street": ""})
    pantry.refresh_from_db()
    assert list(pantry.places.all()) == [kept]
    assert pantry.phone == "211"
    story = timeline(pantry.organisation, may_see_contacts=True).entries[0]
    assert [detail.sentence for detail in story.details] == [
        "Food pantry: phone of the service changed",
        "Place (Food pantry) removed: 1 Oak St",
    ]


def test_partner_says_in_one_press_that_the_service_is_full(speaker, pantry):
    answer = press(speaker, pantry, "full", note="until June")
    pantry.refresh_from_db()
    assert (pantry.capacity, pantry.capacity_note) == ("full", "until June")
    assert (pantry.capacity_by, pantry.is_their_own_word) == (speaker.membership.person, True)
    assert pantry.capacity_on is not None
    assert "Food pantry: Full." in answer.text
    assert newest(pantry.organisation) == "Food pantry: Full (until June)"


def test_partner_sees_the_buttons_on_the_page_of_their_services(speaker, pantry):
    page = speaker.get(address(speaker, "services_of", pantry.organisation_id))
    url = address(speaker, "service_capacity", pantry.organisation_id, pantry.pk)
    assert f'action="{url}"' in page.text
    assert 'name="capacity" value="full"' in page.text


def test_partner_takes_back_its_own_press(speaker, pantry):
    page = press(speaker, pantry, "full")
    (undo,) = {m.extra_tags.removeprefix("undo:") for m in page.context["messages"]}
    speaker.post(undo)
    pantry.refresh_from_db()
    assert (pantry.capacity, pantry.capacity_on) == ("", None)


def test_partner_takes_back_nothing_but_what_was_told_of_services(speaker, coordinator, pantry):
    organisation = pantry.organisation
    page = address(coordinator, "retire", organisation.pk)
    coordinator.post(page, {"on": "2026-05-01", "reason": "Closed"})
    change = timeline(organisation, may_see_contacts=True).entries[0].change
    page = speaker.post(address(speaker, "service_undo", organisation.pk, change), follow=True)
    assert "Only what was told of their services is taken back here." in page.text


def test_partner_reaches_no_service_of_others(speaker, pantry):
    other = ServiceFactory(organisation__coalition=pantry.coalition)
    url = address(speaker, "service_capacity", other.organisation_id, other.pk)
    assert speaker.post(url, {"capacity": "full"}).status_code == 404
    url = address(speaker, "service_capacity", pantry.organisation_id, other.pk)
    assert speaker.post(url, {"capacity": "full"}).status_code == 404


def test_what_one_of_us_heard_is_not_their_own_word(coordinator, pantry):
    press(coordinator, pantry, "open")
    pantry.refresh_from_db()
    assert pantry.is_their_own_word is False


def test_unknown_state_changes_nothing(coordinator, pantry):
    page = press(coordinator, pantry, "overflowing")
    assert "Please choose one of the answers." in page.text
    pantry.refresh_from_db()
    assert pantry.capacity == ""


def test_service_ends_goes_on_and_is_told_so(coordinator, pantry):
    organisation = pantry.organisation
    coordinator.post(address(coordinator, "service_end", organisation.pk, pantry.pk))
    page = coordinator.get(address(coordinator, "services_of", organisation.pk))
    assert "Last day" in page.text
    assert newest(organisation).startswith("Food pantry until ")
    coordinator.post(address(coordinator, "service_resume", organisation.pk, pantry.pk))
    assert newest(organisation) == "Food pantry goes on"


def test_service_that_is_over_takes_nobody(coordinator, pantry):
    Service.objects.update(until_on=TODAY.replace(year=2020))
    page = coordinator.get(address(coordinator, "services_of", pantry.organisation_id))
    assert [one.pk for one in page.context["services"].ended] == [pantry.pk]
    page = press(coordinator, pantry, "open")
    assert "This service is over. Take it up again first." in page.text


def test_page_names_who_does_the_same_nearby(coordinator, pantry):
    coalition = pantry.coalition
    food = TermFactory(coalition=coalition, vocabulary="service", name="Food")
    north = TermFactory(coalition=coalition, vocabulary="area", name="North End")
    other = ServiceFactory(organisation__coalition=coalition, organisation__name="St. Brigid")
    for service in (pantry, other):
        ServiceTermFactory(service=service, term=food)
        ServiceLocationFactory(service=service, area=north)
    south = TermFactory(coalition=coalition, vocabulary="area", name="South End")
    ServiceLocationFactory(service=pantry, area=south)
    page = coordinator.get(address(coordinator, "services_of", pantry.organisation_id))
    (beside,) = page.context["services"].beside
    assert (beside.kind_name, beside.area_name, beside.names) == (
        "Food",
        "North End",
        ["St. Brigid"],
    )
    assert page.context["services"].alone == ["Food · South End"]


def test_partner_is_told_of_those_who_do_the_same_and_may_be_named(speaker, pantry):
    food = TermFactory(coalition=pantry.coalition, vocabulary="service")
    north = TermFactory(coalition=pantry.coalition, vocabulary="area")
    south = TermFactory(coalition=pantry.coalition, vocabulary="area")
    named = ServiceFactory(organisation__coalition=pantry.coalition, organisation__name="Named")
    shy = ServiceFactory(
        organisation__coalition=pantry.coalition, organisation__is_left_out_of_directory=True
    )
    for service in (pantry, named, shy):
        ServiceTermFactory(service=service, term=food)
        ServiceLocationFactory(service=service, area=north)
    ServiceLocationFactory(service=pantry, area=south)
    page = speaker.get(address(speaker, "services_of", pantry.organisation_id))
    (beside,) = page.context["services"].beside
    assert beside.names == ["Named"]
    assert page.context["services"].alone == []


def test_viewer_reads_and_changes_nothing(member, pantry):
    viewer = member(Role.VIEWER, coalition=pantry.coalition)
    page = viewer.get(address(viewer, "services_of", pantry.organisation_id))
    assert "Food pantry" in page.text
    assert press(viewer, pantry, "full").status_code == 403
