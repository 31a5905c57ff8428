"""Acronyms that nobody has explained yet: found in texts, offered, set aside."""

import pytest
from django.urls import reverse

from governance.models import FoundAcronym, NotAnAcronym
from governance.operations.acronyms import search
from governance.tasks.words import look_for_acronyms
from tests.factories import (
    OrganisationFactory,
    ProfileAnswerFactory,
    RiskNoteFactory,
    TouchpointFactory,
)
from tests.governance.factories import BodyFactory
from tests.governance.words.factories import (
    FoundAcronymFactory,
    NotAnAcronymFactory,
    WordFactory,
)


def url(client, name, *args):
    return reverse(f"governance:{name}", args=[client.slug, *args])


def page(client):
    return client.get(url(client, "acronyms")).content.decode()


def offered(client):
    return [one.text for one in client.get(url(client, "acronyms")).context["found"]]


@pytest.fixture
def clinic(coordinator):
    return OrganisationFactory(
        coalition=coordinator.membership.coalition, name="Clinic", description="An FQHC"
    )


def test_acronyms_are_found_in_texts_with_how_often_and_where(coordinator, clinic):
    TouchpointFactory(organisation=clinic, said="The FQHC takes WIC. FQHCs do.")
    ProfileAnswerFactory(organisation=clinic, text="More WIC")
    search(clinic.coalition_id)
    told = {row.text: (row.times, row.texts) for row in FoundAcronym.objects.all()}
    assert told == {"FQHC": (3, 2), "WIC": (2, 2)}
    assert f'href="/{coordinator.slug}/partners/{clinic.pk}/"' in page(coordinator)
    assert offered(coordinator) == ["FQHC", "WIC"]


def test_restricted_notes_and_partners_of_the_past_are_never_looked_through(coordinator, clinic):
    RiskNoteFactory(organisation=clinic, sealed="A SECRET about XYZ")
    gone = OrganisationFactory(coalition=clinic.coalition, description="A QRS", retired=True)
    TouchpointFactory(organisation=gone, said="TUV")
    search(clinic.coalition_id)
    assert offered(coordinator) == ["FQHC"]


def test_texts_of_bodies_are_looked_through(coordinator):
    BodyFactory(coalition=coordinator.membership.coalition, purpose="Writes the CHIP")
    search(coordinator.membership.coalition_id)
    assert FoundAcronym.objects.get().text == "CHIP"


def test_texts_of_other_coalitions_are_not_mixed_in(coordinator, clinic):
    OrganisationFactory(description="A WIC office")
    search(clinic.coalition_id)
    assert offered(coordinator) == ["FQHC"]


def test_second_search_writes_nothing(clinic, django_assert_num_queries):
    look_for_acronyms()
    before = list(FoundAcronym.objects.values())
    look_for_acronyms()
    assert list(FoundAcronym.objects.values()) == before


def test_search_follows_what_texts_say_now(clinic):
    search(clinic.coalition_id)
    clinic.description = "A WIC office, WIC"
    clinic.save()
    search(clinic.coalition_id)
    row = FoundAcronym.objects.get()
    assert (row.text, row.times) == ("WIC", 2)


def test_explained_acronym_is_not_offered(coordinator, clinic):
    search(clinic.coalition_id)
    WordFactory(coalition=clinic.coalition, term="Clinic", spellings=["FQHC"])
    assert offered(coordinator) == []


def test_offered_acronym_opens_the_form_with_what_a_text_says(coordinator, clinic):
    TouchpointFactory(
        organisation=clinic, said="They are a Federally Qualified Health Center (FQHC)."
    )
    search(clinic.coalition_id)
    assert "A text says: Federally Qualified Health Center" in page(coordinator)
    form = coordinator.get(
        url(coordinator, "word_add"),
        {"term": "FQHC", "stands_for": "Federally Qualified Health Center"},
    ).context["form"]
    assert form["term"].value() == "FQHC"
    assert form["stands_for"].value() == "Federally Qualified Health Center"


def test_not_an_acronym_is_remembered(coordinator, clinic):
    search(clinic.coalition_id)
    for _press in range(2):
        coordinator.post(url(coordinator, "acronym_set_aside"), {"text": "FQHC"})
    search(clinic.coalition_id)
    assert offered(coordinator) == []
    assert NotAnAcronym.objects.get().said_by == coordinator.membership.person


def test_who_was_too_quick_has_it_offered_again(coordinator, clinic):
    search(clinic.coalition_id)
    row = NotAnAcronymFactory(coalition=clinic.coalition, text="FQHC")
    coordinator.post(url(coordinator, "acronym_offer", row.pk))
    assert offered(coordinator) == ["FQHC"]


@pytest.mark.parametrize("number", [1, 150])
def test_page_takes_the_same_queries(coordinator, number, django_assert_num_queries):
    for _each in range(number):
        FoundAcronymFactory(coalition=coordinator.membership.coalition)
    page(coordinator)
    with django_assert_num_queries(7):
        page(coordinator)


def test_hint_is_told_while_somebody_writes(coordinator):
    text = "We meet on the first Monday of each month. You can come and tell us what you need. " * 2
    answer = coordinator.post(url(coordinator, "reading"), {"definition": text})
    assert "Most people read that with ease." in answer.content.decode()
