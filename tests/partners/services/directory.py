"""A directory of services as others keep it: one spreadsheet, and the tables of one."""

from tests.partners.importing import csv_text

FLAT = ["Agency", "Program", "Category", "Phone", "Area", "Funded by", "Openings"]
PANTRY = ["Greenway", "Food pantry", "Food; Goods", "410-555-0100", "North End", "HCF", "Waitlist"]

# The shape of a real directory: ids between tables, a taxonomy of codes, doubled links, e-mail in capitals.
TABLES = {
    "organizations.csv": csv_text(["id", "name"], ["7", "Greenway"], ["8", "Oak Clinic"]),
    "locations.csv": csv_text(
        ["id", "organization_id", "name"],
        ["1", "7", "Food pantry"],
        ["2", "8", "Oak Clinic, north"],
    ),
    "addresses.csv": csv_text(
        ["id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code"],
        ["1", "1", "4 Elm St", "Suite B", "Towson", "MD", "2139"],
        ["2", "2", "9 Oak St", "", "Essex", "MD", "21221"],
    ),
    "services.csv": csv_text(
        ["id", "location_id", "name", "description", "application_process", "fees", "status"],
        ["50", "1", "Food pantry", "Boxes.\n\nTuesdays only.", "Walk in", "None", "active"],
        ["51", "2", "Dental clinic", "Teeth", "Call", "$20", "active"],
        ["52", "", "Lost service", "Nobody knows whose", "", "", "active"],
        ["53", "2", "Closed years ago", "", "", "", "defunct"],
    ),
    "phones.csv": csv_text(
        ["id", "service_id", "location_id", "number", "number_type"],
        ["1", "50", "1", "(410) 555-0199", "fax"],
        ["2", "50", "1", "(410) 555-0100", "voice"],
    ),
    "categories.csv": csv_text(
        ["id", "name", "taxonomy_id", "parent_id", "type"],
        ["1", "Food", "101", "", "service"],
        ["2", "Food pantry", "101-01", "101", "service"],
        ["3", "Health", "102", "", "service"],
        ["4", "Age Group", "112", "", "situation"],
        ["5", "Seniors", "112-01", "112", "situation"],
        ["6", "Languages", "126", "", "situation"],
        ["7", "Spanish", "126-01", "126", "situation"],
    ),
    "service_categories.csv": csv_text(
        ["service_id", "category_id"],
        ["50", "2"],
        ["50", "2"],
        ["50", "5"],
        ["51", "3"],
        ["51", "7"],
    ),
}


def names(terms) -> list[str]:
    return [term.name for term in terms]
