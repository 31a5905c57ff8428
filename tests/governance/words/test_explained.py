"""Words of the glossary in texts of the product: explained where they stand, at no query's cost."""

import re

import pytest
from django.urls import reverse

from accounts.models import Coalition
from accounts.operations import require_second_factor
from accounts.permissions import Role
from common.history.event_tables import events_of
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


def explainer_for(client):
    """What a request of this reader finds: it reads the row of the coalition anew."""
    return explainer_of(Coalition.objects.get(pk=client.membership.coalition_id))


def test_new_meaning_is_told_at_once(coordinator):
    known = word(coordinator, term="FQHC", definition="Before")
    text = "An FQHC"
    told = explainer_for(coordinator).first_found(text)
    assert [one.meaning.words for one in told] == ["Before"]
    known.definition = "After"
    edit(known, by=coordinator.membership.person)
    told = explainer_for(coordinator).first_found(text)
    assert [one.meaning.words for one in told] == ["After"]
    retire(known, on=TODAY, by=coordinator.membership.person)
    assert not explainer_for(coordinator)


def test_change_that_was_taken_back_is_told_at_once(coordinator):
    known = word(coordinator, term="FQHC")
    answer = coordinator.post(
        reverse("governance:word_retire", args=[coordinator.slug, known.pk]), follow=True
    )
    assert not explainer_for(coordinator)
    undo = re.search(r'action="([^"]*/undo/)"', answer.content.decode())
    assert undo is not None
    coordinator.post(undo[1])
    assert explainer_for(coordinator)


def test_change_of_the_glossary_is_no_change_of_the_coalition(coordinator):
    coalition = coordinator.membership.coalition
    before = events_of(Coalition).filter(pgh_obj_id=coalition.pk).count()
    retire(word(coordinator), on=TODAY, by=coordinator.membership.person)
    assert events_of(Coalition).filter(pgh_obj_id=coalition.pk).count() == before


def test_what_an_administrator_saves_meanwhile_keeps_the_new_meaning(administrator):
    coalition = administrator.membership.coalition
    retire(word(administrator), on=TODAY, by=administrator.membership.person)
    stamp = Coalition.objects.get(pk=coalition.pk).glossary_stamp
    require_second_factor(coalition, roles=[], by=administrator.membership.person)
    assert Coalition.objects.get(pk=coalition.pk).glossary_stamp == stamp != ""


def test_glossary_costs_a_page_no_query(coordinator):
    clinic = partner(coordinator, description="An FQHC near a food desert")
    address = reverse("partners:detail", args=[coordinator.slug, clinic.pk])
    with_queries = []
    for terms in ([], ["FQHC", "food desert"]):
        for term in terms:
            word(coordinator, term=term)
        Coalition.objects.stamp_glossary(coordinator.membership.coalition_id)
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
    coalition = coordinator.membership.coalition
    with django_assert_num_queries(1):
        for _page in range(3):
            assert explainer_of(coalition)
