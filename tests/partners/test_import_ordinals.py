"""Headings that count people: "Primary e-mail" is that of the "Primary contact" beside it."""

import pytest

from partners.models import Contact, Organisation
from tests.partners.importing import applied, checked, csv_text

pytestmark = pytest.mark.django_db
AL = ("Al Ash", "al@oak.example", "(410) 555-0101")
BE = ("Be Birch", "be@oak.example", "(410) 555-0102")


@pytest.mark.parametrize(
    "headings",
    [
        "Primary Contact|Primary Email|Primary Phone|Secondary Contact|Secondary Email|Secondary Phone",
        "Contact 1|Email 1|Phone 1|Contact 2|Email 2|Phone 2",
        "Contact 1 name|E-mail 1|Phone 1|Contact 2 name|Contact 2 e-mail|Phone 2",
        "Contact|Email|Phone|Secondary Contact|Second Email|Phone 2",
        "Contacto principal|Correo principal|Teléfono principal|Contacto 2|Correo 2|Teléfono 2",
    ],
)
def test_address_counted_like_a_contact_is_theirs(coordinator, headings):
    applied(coordinator, csv_text(["Organization", *headings.split("|")], ["Oak", *AL, *BE]))
    people = [(c.name, c.email, c.phone) for c in Contact.objects.order_by("name")]
    assert people == [AL, BE]
    oak = Organisation.objects.get()
    assert (oak.email, oak.phones.count()) == ("", 0)


def test_counted_phones_without_counted_contacts_stay_those_of_the_organisation(coordinator):
    row = ["Oak", "(410) 555-0101", "(410) 555-0102", "Al Ash"]
    run = checked(coordinator, csv_text(["Organization", "Phone 1", "Phone 2", "Contact"], row))
    assert run.columns_by_position == {0: "name", 1: "phone", 2: "phone", 3: "contact_name"}


def test_one_address_for_several_contacts_stays_that_of_the_organisation(coordinator):
    row = ["Oak", "Al Ash", "Be Birch", "al@oak.example"]
    run = checked(coordinator, csv_text(["Organization", "Contact 1", "Contact 2", "E-mail"], row))
    assert run.columns_by_position[3] == "email"
