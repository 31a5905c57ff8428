"""Services come in from one spreadsheet or from the tables of a directory, and go again."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from partners.models import (
    ExternalIdentifier,
    Organisation,
    Service,
    ServiceLocation,
    Term,
)
from tests.factories import (
    AliasFactory,
    CoalitionFactory,
    ContactFactory,
    OrganisationFactory,
    ServiceFactory,
    TermFactory,
)
from tests.partners.importing import csv_text
from tests.partners.services.directory import FLAT, PANTRY, TABLES, names

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition():
    coalition = CoalitionFactory(slug="north-valley")
    for number, name in (("7", "Greenway"), ("8", "Oak Clinic")):
        organisation = OrganisationFactory(coalition=coalition, name=name)
        ExternalIdentifier.objects.create(
            coalition=coalition, organisation=organisation, scheme="211", value=number
        )
    return coalition


@pytest.fixture
def bring(tmp_path):
    def bring(files: dict[str, str] | str, *args: str) -> dict:
        files = {"services.csv": files} if isinstance(files, str) else files
        paths = []
        for name, text in files.items():
            paths.append(str(tmp_path / name))
            (tmp_path / name).write_text(text)
        out = StringIO()
        call_command("import_services", "north-valley", *paths, *args, "--json", stdout=out)
        return json.loads(out.getvalue())

    return bring


def one() -> Service:
    return Service.objects.told().get()


def test_flat_file_is_read_by_its_own_headings(coalition, bring):
    fund = OrganisationFactory(coalition=coalition, name="Harbor Community Fund")
    AliasFactory(organisation=fund, name="HCF")
    report = bring(csv_text(FLAT, PANTRY))
    assert (report["new"], report["rejected"], report["services"]) == (1, 0, 1)
    service = one()
    assert (service.organisation.name, service.name) == ("Greenway", "Food pantry")
    assert names(service.kinds) == ["Food", "Goods"]
    assert names(service.areas) == ["North End"]
    assert [funder.funder for funder in service.funders.all()] == [fund]
    assert (service.capacity, service.phone) == ("waiting", "410-555-0100")
    assert service.capacity_on is not None


def test_tables_of_a_directory_are_joined_by_their_ids(coalition, bring):
    report = bring(TABLES)
    assert (report["rows"], report["new"], report["rejected"]) == (3, 2, 1)
    assert report["rejected_rows"] == [
        {"row": 4, "reason": "organization: There is no partner here."}
    ]
    pantry, dental = Service.objects.told().order_by("number")
    assert (pantry.number, pantry.organisation.name) == ("50", "Greenway")
    assert (pantry.description, pantry.phone) == ("Boxes.\n\nTuesdays only.", "(410) 555-0100")
    assert (names(pantry.kinds), names(pantry.populations)) == (["Food"], ["Seniors"])
    assert str(pantry.places.get()) == "4 Elm St, Suite B, Towson, MD 02139"
    assert (names(dental.kinds), names(dental.languages)) == (["Health"], ["Spanish"])
    assert dental.places.get().name == "Oak Clinic, north"


def test_finer_kinds_are_a_column_of_the_joined_tables(coalition, bring):
    bring(TABLES, "--map", "category=", "category in detail=kind")
    assert names(Service.objects.told().get(number="50").kinds) == ["Food pantry"]


def test_tables_in_the_shape_of_hsds_are_joined_too(coalition, bring):
    bring(
        {
            "organizations.csv": csv_text(["id", "name"], ["aa-1", "Greenway"]),
            "services.csv": csv_text(
                ["id", "organization_id", "name", "eligibility_description", "url"],
                ["cc-1", "aa-1", "Food pantry", "Everybody", "greenway.example"],
            ),
            "service_at_location.csv": csv_text(
                ["id", "service_id", "location_id"], ["1", "cc-1", "bb-1"], ["2", "cc-1", "bb-2"]
            ),
            "locations.csv": csv_text(["id", "name"], ["bb-1", "Hall"], ["bb-2", "Chapel"]),
            "service_areas.csv": csv_text(["id", "service_id", "name"], ["1", "cc-1", "North End"]),
            "taxonomy_terms.csv": csv_text(["id", "code", "name"], ["dd-1", "BD-1800", "Food"]),
            "attributes.csv": csv_text(
                ["id", "link_id", "taxonomy_term_id"], ["1", "cc-1", "dd-1"]
            ),
            "funding.csv": csv_text(["id", "service_id", "source"], ["1", "cc-1", "City grant"]),
        }
    )
    service = one()
    assert [place.name for place in service.places.all()] == ["Hall", "Chapel"]
    assert (names(service.kinds), names(service.areas)) == (["Food"], ["North End"])
    assert [str(funder) for funder in service.funders.all()] == ["City grant"]
    assert (service.eligibility, service.page) == ("Everybody", "https://greenway.example")


def test_second_time_the_same_files_change_nothing(coalition, bring):
    bring(TABLES, "--area-from", "city")
    report = bring(TABLES, "--area-from", "city")
    assert (report["new"], report["update"], report["unchanged"]) == (0, 0, 2)
    assert (Service.objects.count(), ServiceLocation.objects.count()) == (2, 2)


def test_dry_run_writes_nothing_and_says_the_same(coalition, bring):
    report = bring(TABLES, "--dry-run", "--area-from", "city")
    assert (report["new"], report["applied"]) == (2, False)
    assert report["new_words"] == {"service": 2, "population": 1, "language": 1, "area": 2}
    assert not Service.objects.exists()
    assert not Term.objects.exists()


def test_city_counts_as_the_area_where_asked(coalition, bring):
    bring(TABLES, "--area-from", "city")
    assert set(Term.objects.filter(vocabulary="area").values_list("name", flat=True)) == {
        "Towson",
        "Essex",
    }


def test_words_that_no_list_has_are_left_out_where_asked(coalition, bring):
    TermFactory(coalition=coalition, vocabulary="service", name="FOOD")
    bring(csv_text(FLAT, PANTRY), "--unknown-words", "skip")
    assert names(one().kinds) == ["FOOD"]
    assert not one().places.exists()


def test_second_row_of_a_service_is_another_place_of_it(coalition, bring):
    headings = ["Agency", "Program", "Site", "Area"]
    report = bring(
        csv_text(
            headings,
            ["Greenway", "Food pantry", "Hall", "North End"],
            ["Greenway", "food PANTRY", "Chapel", "South End"],
        )
    )
    assert (report["new"], report["update"]) == (1, 1)
    assert names(one().areas) == ["North End", "South End"]


def test_file_adds_to_what_is_known_and_takes_nothing_away(coalition, bring):
    greenway = Organisation.objects.get(name="Greenway")
    service = ServiceFactory(organisation=greenway, name="Food Pantry", fees="free", phone="211")
    bring(csv_text(["Agency", "Program", "Phone", "Fees"], ["Greenway", "Food pantry", "988", ""]))
    service.refresh_from_db()
    assert (service.name, service.phone, service.fees) == ("Food Pantry", "988", "free")


def test_service_is_found_by_its_number_when_its_name_has_changed(coalition, bring):
    greenway = Organisation.objects.get(name="Greenway")
    ServiceFactory(organisation=greenway, name="Groceries", number="50")
    report = bring(csv_text(["Agency", "Program", "Service ID"], ["Greenway", "Food pantry", "50"]))
    assert (report["new"], report["unchanged"]) == (0, 1)
    assert one().name == "Groceries"


def test_newer_word_on_capacity_stays(coalition, bring):
    greenway = Organisation.objects.get(name="Greenway")
    ServiceFactory(organisation=greenway, name="Food pantry", full=True)
    headings = ["Agency", "Program", "Capacity", "As of"]
    bring(csv_text(headings, ["Greenway", "Food pantry", "open", "2024-01-05"]))
    assert one().capacity == "full"


def test_referral_contact_is_one_of_their_people(coalition, bring):
    marisol = ContactFactory(
        organisation=Organisation.objects.get(name="Greenway"), name="Marisol Ortega"
    )
    headings = ["Agency", "Program", "Referral contact"]
    bring(csv_text(headings, ["Greenway", "Food pantry", "marisol ortega"]))
    assert one().contact == marisol


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["Birch", "Pantry", "", "", ""], "No partner is called “Birch”."),
        (["", "Pantry", "", "", ""], "Agency: There is no partner here."),
        (["Greenway", "", "", "", ""], "Program: The service has no name."),
        (["Greenway", "Pantry", "brimming", "", ""], "neither open nor waiting list"),
        (["Greenway", "Pantry", "", "at desk", ""], "“at desk” is not an e-mail address."),
        (["Greenway", "Pantry", "", "", "soon"], "Since: “soon” is not a date."),
    ],
)
def test_row_that_cannot_be_read_is_named_with_its_reason(coalition, bring, row, reason):
    good = ["Oak Clinic", "Dental", "open", "a@oak.example", "2024-05-01"]
    report = bring(csv_text(["Agency", "Program", "Capacity", "Email", "Since"], row, good))
    assert (report["new"], report["rejected"]) == (1, 1)
    assert reason in report["rejected_rows"][0]["reason"]


def test_bad_cell_is_left_out_alone_where_asked(coalition, bring):
    row = ["Greenway", "Pantry", "at desk", "2024-05-01"]
    report = bring(csv_text(["Agency", "Program", "Email", "Since"], row), "--drop-bad-cells")
    assert report["rejected"] == 0
    assert (one().email, one().since_on.isoformat()) == ("", "2024-05-01")


def test_unknown_partners_come_in_as_prospects_where_asked(coalition, bring):
    rows = [["Birch", "Pantry"], ["birch", "Clothes"]]
    report = bring(csv_text(["Agency", "Program"], *rows), "--unknown-partners", "prospects")
    birch = Organisation.objects.get(name="Birch")
    assert (report["new"], birch.kind, birch.services.count()) == (2, "prospect", 2)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"services.csv": TABLES["services.csv"], "budget.csv": "a,b\n1,2\n"}, "“budget.csv”"),
        (
            {"locations.csv": TABLES["locations.csv"], "phones.csv": TABLES["phones.csv"]},
            "The table of services is missing",
        ),
        ({"services.csv": csv_text(["Agency"], ["Greenway"])}, "which column names the service"),
    ],
)
def test_files_that_tell_of_no_services_are_refused(coalition, bring, files, reason):
    with pytest.raises(CommandError, match=reason):
        bring(files)
