"""Services follow a merge, become one where they are called the same, and return to the last letter."""

import pytest
from django.db import IntegrityError, connection, transaction

from partners import operations
from partners.models import Service, ServiceFunder, ServiceLocation, ServiceTerm
from tests.factories import (
    NOW,
    CoalitionFactory,
    ContactFactory,
    OrganisationFactory,
    PersonFactory,
    ServiceFactory,
    ServiceFunderFactory,
    ServiceLocationFactory,
    ServiceTermFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    coalition = CoalitionFactory()
    return [OrganisationFactory(coalition=coalition, name=name) for name in ("Elm", "Elms")]


def rows():
    tables = (Service, ServiceLocation, ServiceTerm, ServiceFunder)
    return [sorted(table.objects.values_list()) for table in tables]


def merge(survivor, *others):
    made = operations.merge(survivor, others=others, choices={}, by=PersonFactory(), at=NOW)
    connection.check_constraints()
    return made


def unmerge(made):
    for one in made:
        operations.unmerge(one, by=PersonFactory(), at=NOW)
    connection.check_constraints()


def with_parts(service, *, term, street="1 Elm St", funder="City Fund"):
    ServiceTermFactory(service=service, term=term)
    ServiceLocationFactory(service=service, street=street)
    ServiceFunderFactory(service=service, name=funder)
    return service


def test_service_follows_with_all_that_hangs_on_it_and_returns(two):
    elm, elms = two
    food = TermFactory(coalition=elm.coalition, vocabulary="service")
    service = with_parts(ServiceFactory(organisation=elms, name="Pantry"), term=food)
    service.contact = ContactFactory(organisation=elms)
    service.save()
    before = rows()
    made = merge(elm, elms)
    found = Service.objects.told().get()
    parts = [*found.carried.all(), *found.places.all(), *found.funders.all()]
    assert {found.organisation_id, *(part.organisation_id for part in parts)} == {elm.pk}
    assert (found.contact.organisation_id, len(parts)) == (elm.pk, 3)
    unmerge(made)
    assert rows() == before


def test_services_of_the_same_name_become_one_with_the_places_of_both(two):
    elm, elms = two
    food, goods = (TermFactory(coalition=elm.coalition, vocabulary="service") for _n in range(2))
    kept = with_parts(ServiceFactory(organisation=elm, name="Food Pantry"), term=food)
    other = with_parts(
        ServiceFactory(organisation=elms, name="food pantry"), term=goods, street="9 Oak St"
    )
    ServiceTermFactory(service=other, term=food)
    before = rows()
    made = merge(elm, elms)
    found = Service.objects.told().get()
    assert found == kept
    assert {place.street for place in found.places.all()} == {"1 Elm St", "9 Oak St"}
    assert {one.term_id for one in found.carried.all()} == {food.pk, goods.pk}
    assert [funder.name for funder in found.funders.all()] == ["City Fund"]
    unmerge(made)
    assert rows() == before


def test_funder_that_is_merged_pays_on_and_once(two):
    elm, elms = two
    service = ServiceFactory(organisation__coalition=elm.coalition)
    for funder in (elm, elms):
        ServiceFunderFactory(service=service, name="", funder=funder)
    before = rows()
    made = merge(elm, elms)
    assert [one.funder_id for one in ServiceFunder.objects.all()] == [elm.pk]
    unmerge(made)
    assert rows() == before


def test_funder_that_turns_out_to_be_the_partner_itself_stays_told(two):
    elm, elms = two
    service = ServiceFactory(organisation=elm)
    ServiceFunderFactory(service=service, name="", funder=elms)
    before = rows()
    made = merge(elm, elms)
    assert ServiceFunder.objects.get().funder_id == elm.pk
    unmerge(made)
    assert rows() == before


def test_what_is_written_meanwhile_goes_to_the_one_that_stays(two):
    elm, elms = two
    merge(elm, elms)
    service = ServiceFactory(organisation=elms, name="Pantry")
    funder = ServiceFunderFactory(service=service, name="", funder=elms)
    for row in (service, funder):
        row.refresh_from_db()
    assert (service.organisation_id, funder.organisation_id, funder.funder_id) == (elm.pk,) * 3


def test_service_of_one_coalition_hangs_on_no_organisation_of_another(two):
    service = ServiceFactory(organisation=two[0])
    stranger = OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=service.pk).update(organisation=stranger)
        connection.check_constraints()
