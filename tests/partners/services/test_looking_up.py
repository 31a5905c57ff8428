"""Who looks up services: a clinic's own sign-in finds where to send somebody, and nothing beyond."""

import pytest
from django.urls import reverse

from accounts.permissions import PERMISSIONS, Permission, Role
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import (
    CoalitionFactory,
    ContactFactory,
    IncidentFactory,
    RepresentationFactory,
    ServiceFactory,
)
from tests.partners.services.town import Town, listed, page


@pytest.fixture
def town(coordinator):
    return Town(coordinator.membership.coalition)


@pytest.fixture
def clinic(town):
    """A prospect's own sign-in: it speaks for nobody else."""
    spoken_for = town.partner("Clinic")
    Organisation.objects.filter(pk=spoken_for.pk).update(kind=Organisation.Kind.PROSPECT)
    town.service(spoken_for, "Screening")
    return MemberClient.of(RepresentationFactory(organisation=spoken_for).membership)


@pytest.mark.parametrize("role", Role)
def test_every_role_looks_services_up(member, town, role):
    town.service("Bank", "Pantry", phone="555 0100")
    answer = page(member(role, coalition=town.coalition))
    assert listed(answer) == ["Pantry"]
    assert "555 0100" in answer.text


def test_partner_finds_whom_to_send_somebody_to(town, clinic):
    ask_for = ContactFactory(organisation=town.partner("Bank"), name="Jo Field")
    town.service(ask_for.organisation, "Pantry", contact=ask_for, email="pantry@bank.example")
    answer = page(clinic)
    assert listed(answer) == ["Pantry", "Screening"]
    assert "Jo Field" in answer.text
    assert "pantry@bank.example" in answer.text


def test_partner_does_not_see_services_of_those_who_are_not_partners_or_not_to_be_named(
    town, clinic
):
    for name, kept in {
        "Prospect": {"kind": Organisation.Kind.PROSPECT},
        "Shy": {"is_left_out_of_directory": True},
    }.items():
        one = town.partner(name)
        Organisation.objects.filter(pk=one.pk).update(**kept)
        town.service(one, f"Service of {name}")
    paused = town.partner("Paused")
    town.service(paused, "Service of Paused")
    IncidentFactory(organisation=paused, paused=True)
    ServiceFactory(organisation__coalition=CoalitionFactory(), name="Elsewhere")
    assert listed(page(clinic)) == ["Screening"]


def test_address_names_nobody_to_a_partner(town, clinic, coordinator):
    hidden = town.partner("Hidden")
    Organisation.objects.filter(pk=hidden.pk).update(kind=Organisation.Kind.PROSPECT)
    asked = f"?partner={hidden.pk}"
    assert "Hidden" in page(coordinator, query=asked).text
    assert "Hidden" not in page(clinic, query=asked).text


def test_page_leads_a_partner_nowhere_it_may_not_go(town, clinic):
    other = town.service("Bank", "Pantry")
    text = page(clinic).text
    for name, args in {
        "list": [],
        "services_overlap": [],
        "services_export": [],
        "services_of": [other.organisation_id],
        "detail": [other.organisation_id],
    }.items():
        address = reverse(f"partners:{name}", args=[clinic.slug, *args])
        for end in ('"', "#", "?"):
            assert f'href="{address}{end}' not in text, address


def test_partner_looks_up_but_changes_only_its_own(town, clinic):
    other = town.service("Bank", "Pantry")
    url = reverse("partners:service_capacity", args=[clinic.slug, other.organisation_id, other.pk])
    assert clinic.post(url, {"capacity": "full"}).status_code == 404


def test_own_services_lead_to_all(town, clinic):
    own = Organisation.objects.get(name="Clinic")
    answer = clinic.get(reverse("partners:services_of", args=[clinic.slug, own.pk]))
    assert reverse("partners:services", args=[clinic.slug]) in answer.text


def test_everybody_who_sees_partners_sees_services():
    for may in PERMISSIONS.values():
        assert Permission.SEE_PARTNERS not in may or Permission.SEE_SERVICES in may


def test_home_of_a_partner_leads_to_them(clinic):
    home = clinic.get(f"/{clinic.slug}/").text
    assert f'href="{reverse("partners:services", args=[clinic.slug])}"' in home
