"""Whom to ask for what: partners answer by what they are good at."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from tests.factories import OrganisationFactory, ProfileRowFactory
from tests.governance.bodies.telling import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def able(coalition):
    acorn = OrganisationFactory(coalition=coalition, name="Acorn")
    birch = OrganisationFactory(coalition=coalition, name="Birch")
    gone = {"retired_on": "2026-01-01", "retired_reason": "Closed"}
    cedar = OrganisationFactory(coalition=coalition, name="Cedar", **gone)
    ProfileRowFactory(organisation=acorn, words="Interpreting", level=1)
    ProfileRowFactory(organisation=acorn, words="Interpreting at night", level=3, position=2)
    ProfileRowFactory(organisation=birch, words="Interpreting too", level=2, voice="ours")
    ProfileRowFactory(organisation=cedar, words="Interpreting once")
    ProfileRowFactory(organisation=birch, words="Cooking")


def asked(client, words="INTERPRETING"):
    return client.get(address(client, "whom_to_ask"), {"q": words})


def test_partners_answer_with_what_they_are_best_at(coordinator, able):
    page = asked(coordinator)
    found = page.context["answers"].partners
    assert [(one.organisation.name, one.words) for one in found.strengths] == [
        ("Acorn", "Interpreting at night"),
        ("Birch", "Interpreting too"),
    ]
    assert "2 answers for “INTERPRETING”" in page.text
    assert "Our note, not their words" in page.text


def test_list_behind_the_answers_keeps_the_question(coordinator, able):
    found = asked(coordinator, "interpreting too").context["answers"].partners
    assert found.address.endswith("?can=interpreting+too")
    rows = coordinator.get(found.address).context["listing"].rows
    assert [row.name for row in rows] == ["Birch"]


def test_who_reads_no_notes_is_answered_by_their_words_alone(coalition, able, member):
    page = asked(member(Role.VIEWER, coalition=coalition))
    assert page.context["answers"].partners.count == 1
    assert "Birch" not in page.text


def test_partner_is_not_told_of_others(coalition, able, member):
    page = asked(member(Role.PARTNER, coalition=coalition))
    assert page.context["answers"].partners is None
    assert "Acorn" not in page.text


def test_nothing_asked_names_no_partner(coordinator, able):
    assert asked(coordinator, "").context["answers"].partners is None


def test_number_of_queries_does_not_grow(coordinator, coalition, able):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            asked(coordinator)
        return len(captured)

    queries()
    before = queries()
    for n in range(3):
        ProfileRowFactory(
            organisation=OrganisationFactory(coalition=coalition), words=f"Interpreting {n}"
        )
    assert queries() == before
