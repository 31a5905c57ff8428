"""Retiring a field, and what the database keeps."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.factories import ContactFactory, OrganisationFactory, OwnFieldFactory
from tests.partners.own_fields.defining import own, page, press
from tests.partners.test_forms import edit, ours

# ---------------------------------------------------------------- retiring


def test_retired_field_is_asked_no_more_and_comes_back_with_its_answers(coordinator):
    field = own(coordinator, "Seats", kind="number", is_listed=True)
    organisation = ours(coordinator, own_values={"seats": 12})
    answer = press(coordinator, "retire", field)
    assert answer["Location"].endswith("#organisation")
    page(coordinator, "own_fields")  # shows the message, which names the field
    for name, args in (("edit", [organisation.pk]), ("add", []), ("list", [])):
        assert "Seats" not in page(coordinator, name, *args)
    profile = coordinator.get(organisation.get_absolute_url()).context["profile"]
    assert profile.own == []
    edit(coordinator, organisation, description="Something else")
    organisation.refresh_from_db()
    assert organisation.own_values == {"seats": 12}
    press(coordinator, "restore", field)
    assert ">12<" in page(coordinator, "detail", organisation.pk)


def test_answers_of_a_retired_field_are_downloaded(coordinator):
    field = own(coordinator, "Signed on", kind="date", retired=True)
    ours(coordinator, name="Northgate", own_values={"signed_on": "2024-05-01"})
    ours(coordinator, name="Cedar Lane")
    url = reverse("partners:own_field_values", args=[coordinator.slug, field.pk])
    lines = b"".join(coordinator.get(url)).decode("utf-8-sig").splitlines()
    assert lines == ['"Name","Signed on"', '"Northgate","2024-05-01"']


def test_answers_about_people_are_downloaded_with_their_organisation(coordinator):
    field = own(coordinator, "Eats", subject="contact")
    ContactFactory(
        organisation=ours(coordinator, name="Northgate"), name="Dev", own_values={"eats": "Vegan"}
    )
    url = reverse("partners:own_field_values", args=[coordinator.slug, field.pk])
    lines = b"".join(coordinator.get(url)).decode("utf-8-sig").splitlines()
    assert lines[1] == '"Northgate","Dev","Vegan"'


def test_settings_page_counts_answers_in_the_same_queries(coordinator, django_assert_num_queries):
    url = reverse("partners:own_fields", args=[coordinator.slug])
    coordinator.get(url)
    own(coordinator, "Seats", kind="number")
    ours(coordinator, own_values={"seats": 12})
    with django_assert_num_queries(5):
        assert "one answer" in coordinator.get(url).content.decode()
    own(coordinator, "Eats", subject="contact")
    own(coordinator, "Fee paid", retired=True)
    ours(coordinator, own_values={"seats": 12, "fee_paid": "Yes"})
    with django_assert_num_queries(5):
        assert "2 answers" in coordinator.get(url).content.decode()


# ---------------------------------------------------------------- what the database keeps


@pytest.mark.parametrize("values", [[], "text", 7, True])
@pytest.mark.parametrize("factory", [OrganisationFactory, ContactFactory])
def test_database_refuses_values_that_are_no_object(db, factory, values):
    with pytest.raises(IntegrityError, match="own_values_are_an_object"), transaction.atomic():
        factory(own_values=values)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"subject": "meeting"}, "own_field_subject_is_known"),
        ({"kind": "colour"}, "own_field_kind_is_known"),
        ({"label": "", "key": "x"}, "own_field_has_a_name"),
        ({"key": "Not plain"}, "own_field_key_is_plain"),
        ({"kind": "choice"}, "own_field_offers_choices"),
        ({"choices": "red"}, "own_field_offers_choices"),
        ({"label": "SEATS", "key": "other"}, "own_field_is_named_once_per_subject"),
        ({"label": "Chairs", "key": "seats"}, "own_field_has_a_key_of_its_own"),
    ],
)
def test_database_refuses_a_definition_that_cannot_be(db, fields, constraint):
    first = OwnFieldFactory(label="Seats")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        OwnFieldFactory(coalition=first.coalition, **fields)


def test_value_that_somebody_wrote_past_the_forms_breaks_no_page(coordinator):
    own(coordinator, "Seats", kind="number", is_listed=True)
    own(coordinator, "Signed on", kind="date", is_listed=True)
    own(coordinator, "Topics", kind="choices", choices="red", is_listed=True)
    wrong = {"seats": "many", "signed_on": 7, "topics": "red"}
    organisation = ours(coordinator, own_values=wrong, since_on=date(2024, 5, 1))
    for name, args in (("detail", [organisation.pk]), ("edit", [organisation.pk]), ("list", [])):
        page(coordinator, name, *args)
    url = reverse("partners:list", args=[coordinator.slug])
    assert coordinator.get(f"{url}?own-seats-from=1&own-signed_on-to=2024-01-01").status_code == 200
