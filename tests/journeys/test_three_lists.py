"""A coordinator inherits three lists that overlap, and ends up with one, without fear."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from accounts.permissions import Role
from partners.models import Organisation
from tests.factories import MembershipFactory
from tests.journeys.conftest import Visit, violations

pytestmark = pytest.mark.browser

# The same partners under other headings, abbreviated, with the article behind; two pairs are not one.
LISTS = {
    "Members 2023.csv": """Organization,Contact,E-mail,Phone,Website
Cedar Lane Community Health Center,Anjali Mehta,anjali@cedarlane.example,(410) 555-0117,https://www.cedarlane.example
"Food Bank of Allegany County, The",Marisol Ortega,m.ortega@alleganyfood.example,(410) 555-0120,
City of Riverbend Health Department,Paul Reyes,paul@riverbend.example,,riverbend.example
Boys & Girls Club of Riverbend,Ines Duarte,ines@clubs.example,(410) 555-0133,
""",
    "grant partners.csv": """Agency name;Main contact;Email address;Telephone;URL
Cedar Lane Comm. Hlth. Ctr.;Tom Whitfield;tom@cedarlane.example;410-555-0118;http://cedarlane.example/about
Food Bank of Allegany County;Marisol Ortega;marisol@alleganyfood.example;410.555.0120;
County of Riverbend Health Department;Grace Oyelaran;grace@riverbend.example;;www.riverbend.example
""",
    "Mailing list.csv": """Name;Mail;Web;Phone
The Food Bank of Allegany Cnty;office@alleganyfood.example;https://alleganyfood.example/;
CLCHC;hello@cedarlane.example;cedarlane.example/contact;
Boys and Girls Club of Riverside;riverside@clubs.example;;(410) 555-0133
Elm Park Tenants Union;hello@elmpark.example;;
""",
}
CEDAR, INITIALS = "Cedar Lane Community Health Center", "CLCHC"
RIVERBEND, RIVERSIDE = "Boys & Girls Club of Riverbend", "Boys and Girls Club of Riverside"
CLEAN = [
    RIVERBEND,
    RIVERSIDE,
    CEDAR,
    "City of Riverbend Health Department",
    "County of Riverbend Health Department",
    "Elm Park Tenants Union",
    "Food Bank of Allegany County, The",
]


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


def bring_in(there: Visit, slug: str, file: Path) -> None:
    """One file, as it is; whatever is perhaps here already is decided later."""
    page = there.open(f"/{slug}/partners/import/")
    page.locator("input[type=file]").set_input_files(file)
    page.locator("main form [type=submit]").first.click()
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What would change", timeout=20_000)
    later = page.get_by_role("button", name="Bring all in and decide later")
    if later.count():
        later.click()
    page.get_by_role("button", name=re.compile("^Bring in")).click()
    expect(page.get_by_role("heading", name="The spreadsheet is in")).to_be_visible(timeout=20_000)


def facts_of(known: Organisation) -> dict[str, object]:
    """All that was brought in about one partner, as it stands now."""
    partner = Organisation.objects.get(pk=known.pk)
    return {
        "name": partner.name,
        "website": partner.website,
        "email": partner.email,
        "phones": sorted(partner.phones.values_list("number", flat=True)),
        "people": sorted(partner.contacts.values_list("name", "email")),
        "aliases": sorted(partner.aliases.values_list("name", flat=True)),
    }


def pair(page: Page, one: str, other: str) -> Locator:
    """The line of the page that shows the two."""
    lines = page.locator("li.line")
    for name in (one, other):
        lines = lines.filter(has=page.get_by_role("link", name=name, exact=True))
    return lines


def search_all(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Search")).click()
    expect(page.get_by_text("compared with each other").first).to_be_visible(timeout=20_000)


def merge(page: Page, *, name: str, website: str) -> None:
    """Field by field, after looking at what comes together."""
    together = page.get_by_role("region", name="What comes together")
    expect(together).to_contain_text("Anjali Mehta")
    assert violations(page) == []
    for label, value in (("Name", name), ("Website", website)):
        group = page.get_by_role("radiogroup", name=label, exact=True)
        group.get_by_role("radio", name=value).check()
    page.get_by_role("button", name="Merge into one").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_three_lists_become_one_and_a_merge_is_taken_apart(visit, worker, coordinator, tmp_path):
    slug = coordinator.coalition.slug
    there = visit(coordinator)
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        bring_in(there, slug, tmp_path / name)
    page = there.page
    page.get_by_role("link", name="Look at the likely duplicates").click()
    search_all(page)
    assert violations(page) == []
    cedar, initials = Organisation.objects.get(name=CEDAR), Organisation.objects.get(name=INITIALS)
    before = facts_of(cedar), facts_of(initials)

    pair(page, RIVERBEND, RIVERSIDE).get_by_role("button", name="Not the same").click()
    expect(pair(page, RIVERBEND, RIVERSIDE)).to_have_count(0)
    pair(page, CEDAR, INITIALS).get_by_role("link", name="Look and merge").click()
    merge(page, name=CEDAR, website="https://cedarlane.example/contact")
    assert facts_of(cedar)["website"] == "https://cedarlane.example/contact"
    page.goto(f"{there.site}/{slug}/partners/duplicates/")
    search_all(page)
    expect(page.get_by_text("No two partners look alike.").first).to_be_visible()
    assert sorted(Organisation.objects.values_list("name", flat=True)) == sorted(CLEAN)

    there.open(cedar.get_absolute_url())
    page.get_by_role("link", name="Take apart").click()
    page.get_by_role("button", name="Take them apart").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(INITIALS)
    assert (facts_of(cedar), facts_of(initials)) == before
