"""Files come in and go out, and a directory names who said yes: in a real browser."""

import re

import pypdf
import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from partners.models import Attachment
from tests.factories import (
    AttachmentFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.journeys.conftest import PHONE, violations
from tests.partners import samples

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def northgate(coordinator):
    return OrganisationFactory(coalition=coordinator.coalition, name="Northgate Grocers")


@pytest.mark.parametrize("has_script", [True, False])
def test_files_are_added_downloaded_removed_and_brought_back(
    visit, coordinator, northgate, tmp_path, has_script
):
    (tmp_path / "Agreement.pdf").write_bytes(samples.PDF)
    (tmp_path / "Setup.exe").write_bytes(samples.WINDOWS_PROGRAM)
    page = visit(coordinator, java_script_enabled=has_script).open(northgate.get_absolute_url())
    page.get_by_role("link", name="Add files").click()
    page.get_by_label("Your files").set_input_files(
        [tmp_path / "Agreement.pdf", tmp_path / "Setup.exe"]
    )
    page.get_by_label("Their own people may open them").check()
    page.get_by_role("button", name="Keep them here").click()
    expect(page.get_by_text("“Setup.exe” is left out. It is a program").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Agreement.pdf", exact=True).click()
    assert download.value.suggested_filename == "Agreement.pdf"
    assert download.value.path().read_bytes() == samples.PDF
    page.get_by_role("button", name="Remove Agreement.pdf").click()
    expect(page.get_by_role("link", name="Agreement.pdf", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Undo").last.click()
    expect(page.get_by_role("link", name="Agreement.pdf", exact=True)).to_be_visible()
    assert Attachment.objects.current().get().is_shared


def test_partner_downloads_on_a_phone_what_is_meant_for_them(
    visit, coordinator, northgate, tmp_path
):
    own = RepresentationFactory(organisation=northgate)
    (tmp_path / "For you.txt").write_bytes(samples.TEXT)
    page = visit(coordinator).open(f"{northgate.get_absolute_url()}files/add/")
    page.get_by_label("Your files").set_input_files(tmp_path / "For you.txt")
    page.get_by_role("button", name="Keep them here").click()
    theirs = visit(own.membership, viewport=PHONE).open(northgate.get_absolute_url())
    expect(theirs.get_by_role("link", name="For you.txt", exact=True)).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Let them open it")).click()
    theirs.reload()
    with theirs.expect_download() as download:
        theirs.get_by_role("link", name="For you.txt", exact=True).click()
    assert download.value.path().read_bytes() == samples.TEXT


def test_directory_names_a_person_once_they_said_yes(visit, coordinator, northgate):
    ContactFactory(organisation=northgate, name="Marisol Ortega", title="Manager")
    there = visit(coordinator)
    page = there.open(f"/{coordinator.coalition.slug}/partners/")
    page.locator("#out > summary").click()
    page.get_by_role("link", name="Directory to print").click()
    expect(page.get_by_text("Northgate Grocers").first).to_be_visible()
    expect(page.get_by_text("Marisol Ortega")).to_have_count(0)
    assert violations(page) == []
    page.goto(f"{there.site}{northgate.get_absolute_url()}")
    page.get_by_role("link", name="Edit Marisol Ortega").click()
    page.get_by_label("May be listed in the directory").select_option("Yes")
    page.get_by_label(re.compile("^Asked or answered on")).fill("2026-05-01")
    page.get_by_label(re.compile("^How we know")).fill("by e-mail")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Marisol Ortega may be named in the directory").first).to_be_visible()
    page.goto(f"{there.site}/{coordinator.coalition.slug}/partners/directory/")
    expect(page.get_by_text("Marisol Ortega").first).to_be_visible()
    page.get_by_label("By sector").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as PDF").click()
    text = "\n".join(one.extract_text() for one in pypdf.PdfReader(download.value.path()).pages)
    assert "Marisol Ortega, Manager" in text
    assert "Without a sector" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["", "files/add/"])
def test_pages_with_files_have_no_barriers(visit, coordinator, northgate, place, scheme):
    AttachmentFactory(organisation=northgate, is_shared=True)
    AttachmentFactory(organisation=northgate, removed=True)
    there = visit(coordinator, viewport={"width": 360, "height": 800}, color_scheme=scheme)
    page = there.open(northgate.get_absolute_url() + place)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
