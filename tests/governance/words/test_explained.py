"""Words of the glossary in texts of the product: explained where they stand, at no query's cost."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from accounts.permissions import Role
from governance.operations.words import edit, retire
from governance.reports.words.explaining import explainer_of
from tests.factories import TODAY, OrganisationFactory, TouchpointFactory
from tests.governance.words.factories import WordFactory

BUTTON = re.compile(r'<button type="button" class="word"[^>]*>(?P<word>[^<]+)</button>')


def explained_on(client, name, *args):
    page = client.get(reverse(name, args=[client.slug, *args])).content.decode()
    return BUTTON.findall(page)


def partner(client, **fields):
    return OrganisationFactory(coalition=client.membership.coalition, **fields)


def word(client, **fields):
    return WordFactory(coalition=client.membership.coalition, **fields)


@pytest.mark.parametrize("role", [Role.VIEWER, Role.COORDINATOR])
def test_word_is_explained_in_the_description_of_a_partner(member, role):
    reader = member(role)
    word(reader, term="FQHC", stands_for="Federally Qualified Health Center")
    clinic = partner(reader, description="An FQHC. The FQHC sees everybody.")
    assert explained_on(reader, "partners:detail", clinic.pk) == ["FQHC"]


def test_word_of_another_coalition_is_not_explained(coordinator):
    WordFactory(term="FQHC")
    clinic = partner(coordinator, description="An FQHC.")
    assert explained_on(coordinator, "partners:detail", clinic.pk) == []


def test_word_is_explained_in_what_was_talked_about(coordinator):
    word(coordinator, term="SNAP")
    clinic = partner(coordinator)
    TouchpointFactory(organisation=clinic, said="They take SNAP\nfrom June")
    assert explained_on(coordinator, "partners:talks_of", clinic.pk) == ["SNAP"]


def test_new_meaning_is_told_at_once(coordinator, django_capture_on_commit_callbacks):
    known = word(coordinator, term="FQHC", definition="Before")
    coalition = coordinator.membership.coalition_id
    text = "An FQHC"
    assert [one.meaning.words for one in explainer_of(coalition).first_found(text)] == ["Before"]
    known.definition = "After"
    with django_capture_on_commit_callbacks(execute=True):
        edit(known, by=coordinator.membership.person)
    assert [one.meaning.words for one in explainer_of(coalition).first_found(text)] == ["After"]
    with django_capture_on_commit_callbacks(execute=True):
        retire(known, on=TODAY, by=coordinator.membership.person)
    assert not explainer_of(coalition)


def test_change_that_was_taken_back_is_told_at_once(
    coordinator, django_capture_on_commit_callbacks
):
    known = word(coordinator, term="FQHC")
    coalition = coordinator.membership.coalition_id
    with django_capture_on_commit_callbacks(execute=True):
        answer = coordinator.post(
            reverse("governance:word_retire", args=[coordinator.slug, known.pk]), follow=True
        )
    assert not explainer_of(coalition)
    undo = re.search(r'action="([^"]*/undo/)"', answer.content.decode())
    assert undo is not None
    with django_capture_on_commit_callbacks(execute=True):
        coordinator.post(undo[1])
    assert explainer_of(coalition)


def test_glossary_costs_a_page_no_query(coordinator, django_assert_num_queries):
    clinic = partner(coordinator, description="An FQHC near a food desert")
    address = reverse("partners:detail", args=[coordinator.slug, clinic.pk])
    with_queries = []
    for terms in ([], ["FQHC", "food desert"]):
        for term in terms:
            word(coordinator, term=term)
        cache.clear()
        coordinator.get(address)
        with_queries.append(asked_by(coordinator, address))
    assert with_queries[0] == with_queries[1]


def asked_by(client, address):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    assert not [query for query in asked.captured_queries if "governance_word" in query["sql"]]
    return len(asked)


def test_glossary_is_read_once_for_many_pages(coordinator, django_assert_num_queries):
    word(coordinator, term="FQHC")
    coalition = coordinator.membership.coalition_id
    with django_assert_num_queries(1):
        for _page in range(3):
            explainer_of(coalition)


def test_lost_stamp_is_made_anew(coordinator, django_assert_num_queries):
    word(coordinator, term="FQHC")
    coalition = coordinator.membership.coalition_id
    explainer_of(coalition)
    cache.clear()
    with django_assert_num_queries(1):
        assert explainer_of(coalition)
