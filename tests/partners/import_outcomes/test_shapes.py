"""Shapes of files."""

import pytest

from partners.models import Address, Contact, Organisation, Term
from tests.partners.importing import applied, checked, csv_text, outcomes, row

pytestmark = pytest.mark.django_db


CHARM = "organization_id,organization_name,description,sectors,email,website,phone,address,city,state,zip"
CHARM_FILE = "\r\n".join(
    [
        f"{CHARM},contact_name,contact_title",
        (
            '7,"Family Tree, The",Helps.,Health; Food,help@tree.example,http://tree.example,(443) 555-0101,'
            "4402 White Oak Ave,Baltimore,MD,21215,Shirley Foulks/Phil Gray,Director"
        ),
        "8,Oak  Hill Seniors ,Visits.,Age Group,,,(410) 555-0102,,,,,,President/CEO",
        '9,Elm Park Transit,,,,,(   ) 911-    ,5 N Main St,Bel Air,MD,21014-0763,"Ed Adams, Jr.",Owner',
    ]
)


def test_directory_file_comes_in_whole(coordinator):
    run = applied(coordinator, CHARM_FILE)
    assert outcomes(run) == ["new", "new", "new"]
    tree, oak, elm = Organisation.objects.order_by("external_identifiers__value")
    assert (tree.name, oak.name) == ("Family Tree, The", "Oak Hill Seniors")
    assert [str(i) for i in tree.external_identifiers.all()] == ["organization_id 7"]
    assert [(c.name, c.title) for c in tree.contacts.order_by("pk")] == [
        ("Shirley Foulks", "Director"),
        ("Phil Gray", ""),
    ]
    assert [c.name for c in elm.contacts.all()] == ["Ed Adams, Jr."]
    assert [str(a) for a in tree.addresses.all()] == ["4402 White Oak Ave, Baltimore, MD 21215"]
    assert sorted(t.name for t in Term.objects.all()) == ["Age Group", "Food", "Health"]
    assert tree.search.names.startswith("family tree, the")


def test_directory_file_brought_in_again_changes_nothing(coordinator):
    applied(coordinator, CHARM_FILE)
    again = checked(coordinator, CHARM_FILE)
    assert outcomes(again) == ["unchanged", "unchanged", "unchanged"]


GRANTS = csv_text(
    ["row_id", "Grantor", "Grantee", "Zip Code", "Amount", "Description", "Date"],
    ["1", "Health", "Heartly  House, Inc.", "21701", "10", "Shelter", "06/30/2010"],
    ["2", "Aging", "Access Carroll", "21157", "20", "Clinic", "06/30/2011"],
    ["3", "Health", "HEARTLY HOUSE INC", "21705", "30", "Hotline", "06/30/2012"],
    ["4", "Health", "Access Carroll, Inc.", "21157-1000", "40", "Dental", "06/30/2013"],
)


def test_repeated_names_in_a_list_of_grants_fold_into_one_partner(coordinator):
    run = applied(coordinator, GRANTS)
    assert run.columns_by_position == {2: "name", 3: "postcode"}
    assert outcomes(run) == ["new", "new", "unchanged", "update"]
    assert row(run, 4).reason == "Same as row 2."
    names = [o.name for o in Organisation.objects.order_by("pk")]
    assert names == ["Heartly House, Inc.", "Access Carroll"]
    assert [a.postcode for a in Address.objects.order_by("pk")] == ["21701", "21157-1000"]


def test_list_with_one_row_for_each_person_makes_one_partner_with_all_of_them(coordinator):
    applied(
        coordinator,
        csv_text(
            ["Organization", "First name", "Last name", "Email"],
            ["Oak Hill", "Ana", "Ruiz", "ana@oak.example"],
            ["Oak Hill", "Bob", "Stone", "bob@oak.example"],
        ),
    )
    assert Organisation.objects.count() == 1
    assert [c.name for c in Contact.objects.order_by("pk")] == ["Ana Ruiz", "Bob Stone"]


def test_numbered_columns_make_several_people(coordinator):
    headings = ["Name", "Contact 1 name", "Contact 1 email", "Contact 2 name", "Contact 2 email"]
    applied(
        coordinator, csv_text(headings, ["Oak", "Ana Ruiz", "a@o.example", "Bo Hu", "b@o.example"])
    )
    people = [(c.name, c.email) for c in Contact.objects.order_by("pk")]
    assert people == [("Ana Ruiz", "a@o.example"), ("Bo Hu", "b@o.example")]


def test_two_people_and_two_addresses_in_one_cell_belong_together(coordinator):
    rows = ["Oak", "Ana Ruiz / Bo Hu", "a@o.example; b@o.example"]
    applied(coordinator, csv_text(["Name", "Contact", "Email"], rows))
    people = [(c.name, c.email) for c in Contact.objects.order_by("pk")]
    assert people == [("Ana Ruiz", "a@o.example"), ("Bo Hu", "b@o.example")]


def test_columns_without_known_headings_are_known_by_their_content(coordinator):
    run = checked(
        coordinator,
        csv_text(
            ["A1", "B1", "C1", "D1"],
            ["Harvest Moon Farm", "hi@harvest.example", "(410) 555-0100", "21215"],
            ["Bright Steps Youth", "hi@steps.example", "(410) 555-0101", "21216"],
        ),
    )
    assert run.columns_by_position == {0: "name", 1: "email", 2: "phone", 3: "postcode"}


def test_spanish_headings_in_windows_1252_with_semicolons(coordinator):
    headings, pena = (
        "Organización;Correo electrónico;Teléfono",
        "Clínica Peña;a@pena.example;4105550100",
    )
    text = "\r\n".join(["Lista de socios;;", headings, pena, ""])
    run = applied(coordinator, text.encode("cp1252"))
    assert run.header_row == 2
    assert Organisation.objects.get().name == "Clínica Peña"


def test_mapping_and_options_are_remembered_for_files_of_the_same_shape(coordinator):
    text = csv_text(["Who", "Code"], ["Oak Hill Seniors", "5"], ["Elm Park Transit", "6"])
    first = checked(coordinator, text, **{"column-1": "external_id", "scheme": "EIN"})
    again = checked(coordinator, text)
    assert (again.mapping, again.options["scheme"]) == (first.mapping, "EIN")
