"""What happens to a row: new, update, perhaps a duplicate, unchanged, rejected; and why."""

import pytest

from accounts.models import Coalition
from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    DistinctPair,
    ExternalIdentifier,
    Organisation,
    Phone,
    Term,
)
from tests.factories import (
    AliasFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.partners.importing import applied, checked, csv_text, decide, outcomes, row

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


@pytest.fixture
def coalition(coordinator) -> Coalition:
    return coordinator.membership.coalition


# ---------------------------------------------------------------- shapes of files


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


# ---------------------------------------------------------------- matching


def test_row_is_matched_by_identifier_and_renames(coordinator, coalition):
    oak = OrganisationFactory(coalition=coalition, name="Oak Hill")
    ExternalIdentifier.objects.create(
        coalition=coalition, organisation=oak, scheme="EIN", value="52-1"
    )
    run = applied(coordinator, csv_text(["EIN", "Name"], ["52-1", "Oak Hill Seniors"]))
    assert outcomes(run) == ["update"]
    assert row(run, 2).reason == "Same number in “EIN”: 52-1."
    oak.refresh_from_db()
    assert oak.name == "Oak Hill Seniors"
    assert [a.name for a in oak.aliases.all()] == ["Oak Hill"]


@pytest.mark.parametrize("address", ["hello@oak.example", "HELLO@Oak.example"])
def test_row_is_matched_by_email(coordinator, coalition, address):
    OrganisationFactory(coalition=coalition, name="Oak Hill Seniors", email="hello@oak.example")
    run = checked(coordinator, csv_text(["Name", "Email"], ["Oak Hill", address]))
    assert outcomes(run) == ["update"]
    assert row(run, 2).reason == "Same e-mail address: hello@oak.example."


def test_row_is_matched_by_the_email_of_a_contact(coordinator, coalition):
    contact = ContactFactory(
        organisation__coalition=coalition, organisation__name="Oak Hill", email="ana@oak.example"
    )
    run = checked(coordinator, csv_text(["Name", "Email"], ["Oak Hill Seniors", "ana@oak.example"]))
    assert row(run, 2).organisation == contact.organisation


def test_row_is_matched_by_web_domain(coordinator, coalition):
    OrganisationFactory(
        coalition=coalition, name="Riverbend Food Bank", website="https://www.riverbend.example/"
    )
    run = checked(
        coordinator,
        csv_text(["Name", "Web"], ["Riverbend Foodbank Inc", "riverbend.example/about"]),
    )
    assert outcomes(run) in (["update"], ["unchanged"])


@pytest.mark.parametrize("name", ["Oak Hill, Inc.", "The OAK HILL", "Oak  Hill", "Oak Hill, The"])
def test_row_is_matched_by_name_however_it_is_written(coordinator, coalition, name):
    OrganisationFactory(coalition=coalition, name="Oak Hill")
    run = checked(coordinator, csv_text(["Name", "Phone"], [name, "4105550100"]))
    assert (outcomes(run), row(run, 2).reason) == (["update"], "Same name.")


def test_row_is_matched_by_alias(coordinator, coalition):
    alias = AliasFactory(organisation__coalition=coalition, name="OHS")
    run = checked(coordinator, csv_text(["Name", "Phone"], ["ohs", "4105550100"]))
    assert row(run, 2).organisation == alias.organisation


def test_row_is_not_matched_with_another_coalitions_partner(coordinator):
    OrganisationFactory(name="Oak Hill")
    assert outcomes(checked(coordinator, csv_text(["Name"], ["Oak Hill"]))) == ["new"]


@pytest.mark.parametrize(
    "shared", ["https://gmail.com", "https://www.facebook.com/one", "https://health.state.md.us"]
)
def test_host_that_many_use_matches_nobody(coordinator, coalition, shared):
    OrganisationFactory(coalition=coalition, name="Quince Bakery", website=shared)
    run = checked(coordinator, csv_text(["Name", "Website"], ["Zephyr Sailing", shared]))
    assert outcomes(run) == ["new"]


def test_domain_of_two_partners_matches_neither(coordinator, coalition):
    for name in ("Quince Bakery", "Maple Garage"):
        OrganisationFactory(coalition=coalition, name=name, website="https://mall.example")
    run = checked(coordinator, csv_text(["Name", "Website"], ["Zephyr Sailing", "mall.example"]))
    assert outcomes(run) == ["new"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Baltimore City Health Department", "Baltimore County Health Department"),
        ("University of Maryland", "University of Maryland at Baltimore"),
        ("Local 88 Warehouse Workers", "Local 99 Warehouse Workers"),
    ],
)
def test_look_alikes_are_never_merged_unasked(coordinator, coalition, ours, theirs):
    OrganisationFactory(coalition=coalition, name=ours, website="https://same.example")
    run = checked(coordinator, csv_text(["Name", "Website"], [theirs, "https://same.example"]))
    assert outcomes(run)[0] in {"duplicate", "new"}


def test_look_alikes_within_a_file_are_never_merged_unasked(coordinator):
    rows = [["Baltimore City Health Department"], ["Baltimore County Health Department"]]
    assert outcomes(checked(coordinator, csv_text(["Name"], *rows))) == ["new", "new"]


def test_same_email_under_another_name_is_asked(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Quince Bakery", email="bob@mail.example")
    run = checked(coordinator, csv_text(["Name", "Email"], ["Zephyr Sailing", "bob@mail.example"]))
    assert (outcomes(run), row(run, 2).reason) == (
        ["duplicate"],
        "Same e-mail address: bob@mail.example. But the names differ.",
    )


def test_same_name_with_another_number_is_asked(coordinator, coalition):
    oak = OrganisationFactory(coalition=coalition, name="Oak Hill")
    ExternalIdentifier.objects.create(
        coalition=coalition, organisation=oak, scheme="EIN", value="1"
    )
    run = checked(coordinator, csv_text(["EIN", "Name"], ["2", "Oak Hill"]))
    assert outcomes(run) == ["duplicate"]


def test_misspelt_name_is_asked(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health Services")
    run = checked(coordinator, csv_text(["Name"], ["Chase Braxton Health Service"]))
    assert (outcomes(run), row(run, 2).reason) == (["duplicate"], "The names are alike.")


# ---------------------------------------------------------------- decisions


@pytest.mark.parametrize(
    ("decision", "names"),
    [
        ("update", ["Chase Brexton Health"]),
        ("new", ["Chase Brexton Health", "Chase Braxton Health"]),
        ("later", ["Chase Brexton Health", "Chase Braxton Health"]),
        ("skip", ["Chase Brexton Health"]),
    ],
)
def test_decision_about_a_doubt_is_done(coordinator, coalition, decision, names):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    run = checked(coordinator, csv_text(["Name", "Phone"], ["Chase Braxton Health", "4105550100"]))
    decide(coordinator, run, **{"row-2": decision}, do="apply")
    assert [o.name for o in Organisation.objects.order_by("pk")] == names
    assert Phone.objects.count() == (0 if decision == "skip" else 1)
    assert Alias.objects.count() == (1 if decision == "update" else 0)


@pytest.mark.parametrize("decision", ["update", "new", "later", "skip"])
def test_one_press_decides_all_doubts(coordinator, coalition, decision):
    for name in ("Chase Brexton Health", "Riverbend Tenants Union"):
        OrganisationFactory(coalition=coalition, name=name)
    rows = [["Chase Braxton Health"], ["Riverbend Tenant Union"]]
    run = checked(coordinator, csv_text(["Name"], *rows))
    decide(coordinator, run, all=decision)
    assert {r.decision for r in run.rows.all()} == {decision}


@pytest.mark.parametrize(("decision", "is_apart"), [("new", True), ("later", False)])
def test_doubt_put_off_tells_nobody_apart(coordinator, coalition, decision, is_apart):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    run = checked(coordinator, csv_text(["Name"], ["Chase Braxton Health"]))
    decide(coordinator, run, **{"row-2": decision}, do="apply")
    assert DistinctPair.objects.of_coalition(coalition).exists() is is_apart
    page = coordinator.get(run.get_absolute_url()).content.decode()
    assert ("until you decide" in page) is not is_apart


OF_TWO_STATES = ["Name", "City", "State"]


def told_apart_in_two_states(coordinator, coalition) -> None:
    """Two of one name, the second of which a file has brought in as another partner."""
    oak = OrganisationFactory(coalition=coalition, name="Oak Hill Clinic")
    Address.objects.create(coalition=coalition, organisation=oak, city="Elm", region="MD")
    run = checked(coordinator, csv_text(OF_TWO_STATES, ["Oak Hill Clinic", "Oak", "PA"]))
    assert outcomes(run) == ["duplicate"]
    decide(coordinator, run, **{"row-2": "new"}, do="apply")


@pytest.mark.parametrize(("city", "state", "which"), [("Oak", "PA", 1), ("Elm", "MD", 0)])
def test_two_of_one_name_that_were_told_apart_are_not_asked_about_again(
    coordinator, coalition, city, state, which
):
    told_apart_in_two_states(coordinator, coalition)
    run = checked(coordinator, csv_text(OF_TWO_STATES, ["Oak Hill Clinic", city, state]))
    assert outcomes(run) == ["unchanged"]
    assert row(run, 2).organisation == Organisation.objects.order_by("pk")[which]


def test_row_that_could_be_either_of_two_told_apart_is_asked(coordinator, coalition):
    told_apart_in_two_states(coordinator, coalition)
    run = checked(coordinator, csv_text(["Name", "Phone"], ["Oak Hill Clinic", "4105550100"]))
    assert outcomes(run) == ["duplicate"]


def test_rows_that_resemble_each_other_are_asked_and_can_be_one(coordinator):
    rows = [["Chase Brexton Health", ""], ["Chase Braxton Health", "4105550100"]]
    run = checked(coordinator, csv_text(["Name", "Phone"], *rows))
    assert outcomes(run) == ["new", "duplicate"]
    decide(coordinator, run, all="update", do="apply")
    assert Organisation.objects.get().name == "Chase Brexton Health"
    assert Phone.objects.count() == 1


def test_rows_that_follow_a_doubt_share_its_fate(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    rows = [["Chase Braxton Health", ""], ["Chase Braxton Health", "4105550100"]]
    run = checked(coordinator, csv_text(["Name", "Phone"], *rows))
    decide(coordinator, run, all="skip", do="apply")
    assert (Organisation.objects.count(), Phone.objects.count()) == (1, 0)


# ---------------------------------------------------------------- changes


def test_update_fills_adds_and_shows_before_and_after_but_never_erases(coordinator, coalition):
    oak = OrganisationFactory(
        coalition=coalition, name="Oak Hill", description="Visits.", website="https://old.example"
    )
    ContactFactory(
        organisation=oak, name="Ana Ruiz", title="", email="ana@oak.example", phone="1234567"
    )
    run = applied(
        coordinator,
        csv_text(
            ["Name", "Description", "Website", "Contact", "Title", "Agency phone"],
            ["Oak Hill", "", "https://new.example", "Ana Ruiz", "Director", "4105550100"],
        ),
    )
    assert row(run, 2).changes == [
        ["website", "https://old.example", "https://new.example"],
        ["phone", "", "4105550100"],
        ["contact_title", "", "Ana Ruiz: Director"],
    ]
    oak.refresh_from_db()
    assert (oak.description, oak.website) == ("Visits.", "https://new.example")
    contact = oak.contacts.get()
    assert (contact.title, contact.phone) == ("Director", "1234567")


def test_keep_ours_for_all_keeps_what_differs_and_still_fills(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Oak Hill", website="https://old.example")
    text = csv_text(["Name", "Website", "Description"], ["Oak Hill", "new.example", "Visits."])
    run = checked(coordinator, text)
    decide(coordinator, run, do="keep_ours")
    assert row(run, 2).changes == [["description", "", "Visits."]]
    decide(coordinator, run, do="apply")
    assert Organisation.objects.get().website == "https://old.example"


def test_unknown_sector_is_added_mapped_or_left_out_as_the_person_says(coordinator, coalition):
    health = TermFactory(coalition=coalition, name="Health care")
    text = csv_text(["Name", "Sectors"], ["Oak Hill", "Helth; Food; Legal; health  CARE"])
    told = {"word-sector-helth": str(health.pk), "word-sector-legal": "skip"}
    run = applied(coordinator, text, **told)
    carried = [c.term.name for c in Classification.objects.order_by("term__name")]
    assert carried == ["Food", "Health care"]
    assert run.unknown_terms == {"sector": {"Helth": 1, "Food": 1, "Legal": 1}}


def test_owner_is_a_member_of_the_coalition(coordinator, coalition):
    owner = MembershipFactory(coalition=coalition).person
    applied(
        coordinator, csv_text(["Name", "Owner"], ["Oak", owner.email], ["Elm", "x@else.example"])
    )
    assert [o.owner for o in Organisation.objects.order_by("pk")] == [owner, None]


# ---------------------------------------------------------------- rejected


@pytest.mark.parametrize(
    ("heading", "cell", "right", "reason"),
    [
        ("Email", "ana@nowhere", "a@b.co", "“ana@nowhere” is not an e-mail address."),
        ("Since", "31/02/2025", "2025-02-28", "“31/02/2025” is not a date."),
        ("Partner type", "enemy", "prospect", "“enemy” is not a kind that we know."),
        ("City", "x" * 121, "Elm", "Too long: 121 letters, and there is room for 120."),
    ],
)
def test_row_is_rejected_with_the_reason_and_the_cell(coordinator, heading, cell, right, reason):
    run = checked(
        coordinator, csv_text(["Name", heading], ["Oak", cell], ["Elm", ""], ["Ash", right])
    )
    rejected = row(run, 2)
    assert (rejected.outcome, rejected.reason, rejected.column) == ("rejected", reason, heading)


def test_row_without_a_name_is_rejected(coordinator):
    run = checked(coordinator, csv_text(["Name", "Phone"], ["", "4105550100"], ["Elm", ""]))
    assert (row(run, 2).outcome, row(run, 2).column) == ("rejected", "Name")


def test_row_without_email_and_phone_is_not_rejected(coordinator):
    assert outcomes(checked(coordinator, csv_text(["Name"], ["Oak"]))) == ["new"]


def test_wrong_cell_can_be_dropped_instead_of_the_row(coordinator):
    run = applied(coordinator, csv_text(["Name", "Email"], ["Oak", "a@b"]), leaves_out="cell")
    assert outcomes(run) == ["new"]
    assert row(run, 2).notes == [["Email", "“a@b” is not an e-mail address."]]


def test_wrong_phone_loses_the_cell_and_says_so(coordinator):
    run = checked(
        coordinator, csv_text(["Name", "Phone"], ["Oak", "unlisted"], ["Elm", "4105550100"])
    )
    assert row(run, 2).notes == [["Phone", "“unlisted” was left out: it is not a phone number."]]
