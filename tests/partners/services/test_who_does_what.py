"""Who does what, for everybody at the table: whom it names, what it says of them, and who does the same."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Contact, Organisation
from tests.conftest import MemberClient
from tests.factories import (
    ClassificationFactory,
    CoalitionFactory,
    ContactFactory,
    IncidentFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
    TouchpointFactory,
)
from tests.partners.services.town import Town


@pytest.fixture
def town(coordinator):
    return Town(coordinator.membership.coalition)


@pytest.fixture
def bank(town):
    bank = town.partner("Bank")
    Organisation.objects.filter(pk=bank.pk).update(
        description="Food for all", website="https://bank.example"
    )
    town.service(bank, "Pantry", kind=town.food, area=town.north)
    return bank


@pytest.fixture
def clinic(town):
    spoken_for = town.partner("Clinic")
    town.service(spoken_for, "Boxes", kind=town.food, area=town.north)
    return MemberClient.of(RepresentationFactory(organisation=spoken_for).membership)


def page(client, **asked):
    answer = client.get(reverse("partners:who_does_what", args=[client.slug]), asked)
    assert answer.status_code == 200
    return answer


def names(answer):
    return [one.organisation.name for one in answer.context["directory"].entries]


def entry(answer, name):
    return next(one for one in answer.context["directory"].entries if one.organisation.name == name)


@pytest.mark.parametrize("role", Role)
def test_every_role_reads_who_does_what(member, town, bank, role):
    answer = page(member(role, coalition=town.coalition))
    assert names(answer) == ["Bank"]
    assert "Food for all" in answer.text
    assert entry(answer, "Bank").kinds == ["Food"]


def test_named_are_only_partners_whom_a_directory_may_name(town, bank, clinic):
    for name, kept in {
        "Prospect": {"kind": Organisation.Kind.PROSPECT},
        "Shy": {"is_left_out_of_directory": True},
    }.items():
        one = town.partner(name)
        Organisation.objects.filter(pk=one.pk).update(**kept)
        town.service(one, f"Service of {name}", kind=town.food, area=town.north)
    paused = town.partner("Paused")
    town.service(paused, "Service of Paused", kind=town.food, area=town.north)
    IncidentFactory(organisation=paused, paused=True)
    OrganisationFactory(coalition=CoalitionFactory(), name="Elsewhere")
    answer = page(clinic)
    assert names(answer) == ["Bank", "Clinic"]
    for hidden in ("Prospect", "Shy", "Paused", "Elsewhere"):
        assert hidden not in answer.text


def test_people_are_named_who_agreed_and_none_of_their_addresses(town, bank, clinic):
    yes = {"listing_consent": Contact.Consent.YES, "listing_consent_on": "2026-01-01"}
    told = {"organisation": bank, "email": "x@bank.example", "phone": "555 0199"}
    ContactFactory(name="Jo Field", title="Director", **told, **yes)
    ContactFactory(name="Sam Silent", **told)
    ContactFactory(name="Lee Gone", left_on="2026-01-02", **told, **yes)
    text = page(clinic).text
    assert "Jo Field (Director)" in text
    for hidden in ("Sam Silent", "Lee Gone", "x@bank.example", "555 0199"):
        assert hidden not in text


def test_talks_own_fields_and_owner_are_not_there(town, bank, clinic, coordinator):
    TouchpointFactory(organisation=bank, said="They are short of money")
    Organisation.objects.filter(pk=bank.pk).update(owner=coordinator.membership.person)
    text = page(clinic).text
    assert "short of money" not in text
    assert str(coordinator.membership.person) not in text


def test_hint_says_who_does_the_same_and_what_is_the_readers_own(town, bank, clinic):
    town.service("Lawyers", "Advice", kind=town.legal, area=town.north)
    answer = page(clinic)
    [hint] = entry(answer, "Bank").hints
    assert (hint.words, hint.names, hint.is_ours) == ("Food · North End", ["Clinic"], True)
    [own] = entry(answer, "Clinic").hints
    assert (own.names, own.is_ours) == (["Bank"], False)
    assert entry(answer, "Lawyers").hints == []
    assert "As you do:" in answer.text
    services = reverse("partners:services", args=[clinic.slug])
    opened = clinic.get(f"{services}?kind={hint.kind}&area={hint.area}")
    assert {one.name for one in opened.context["register"].page} == {"Pantry", "Boxes"}


def test_filters_and_words_narrow_it(town, bank, clinic):
    sector = TermFactory(coalition=town.coalition, vocabulary="sector", name="Food help")
    ClassificationFactory(coalition=town.coalition, organisation=bank, term=sector)
    for asked in ({"sector": sector.pk}, {"q": "food all"}, {"q": "bank"}):
        assert names(page(clinic, **asked)) == ["Bank"]
    assert names(page(clinic, service=town.food.pk)) == ["Bank", "Clinic"]
    assert names(page(clinic, service=town.legal.pk)) == []
    assert names(page(clinic, sector="x", q="\x00")) == ["Bank", "Clinic"]


def test_page_leads_a_partner_nowhere_it_may_not_go(town, bank, clinic):
    text = page(clinic).text
    for name, args in {"list": [], "detail": [bank.pk], "services_overlap": []}.items():
        assert f'href="{reverse(f"partners:{name}", args=[clinic.slug, *args])}"' not in text


def test_queries_are_as_many_for_two_as_for_thirty(town, bank, clinic):
    def count():
        with CaptureQueriesContext(connection) as captured:
            page(clinic)
        return len(captured)

    few = count()
    for n in range(28):
        one = town.partner(f"Partner {n}")
        town.service(one, "Pantry", kind=town.food, area=town.north)
        ContactFactory(organisation=one)
    assert count() == few


def test_filtered_by_broad_sector_as_the_list_of_partners_is(town, bank, clinic):
    told = {"coalition": town.coalition, "vocabulary": "sector"}
    hospital = TermFactory(name="Hospital", broad_sector="health", **told)
    school = TermFactory(name="School", broad_sector="academia", **told)
    TermFactory(name="Sponsor", broad_sector="private", retired_on="2026-01-01", **told)
    ClassificationFactory(organisation=bank, term=hospital)
    ClassificationFactory(organisation=town.partner("Campus"), term=school)
    assert names(page(clinic, broad="health")) == ["Bank"]
    assert names(page(clinic, broad=["health", "academia"])) == ["Bank", "Campus"]
    assert names(page(clinic, broad="health", q="legal")) == []
    answer = page(clinic, broad="magic")
    assert names(answer) == ["Bank", "Campus", "Clinic"]
    (chip,) = [one for one in answer.context["directory"].filters if one.name == "broad"]
    assert [str(one.label) for one in chip.choices] == ["Health care", "Schools and academia"]


def test_without_broad_sectors_there_is_no_such_filter(town, bank, clinic):
    TermFactory(coalition=town.coalition, vocabulary="sector", name="Hospital")
    assert "broad" not in [one.name for one in page(clinic).context["directory"].filters]
