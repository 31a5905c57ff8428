"""Merging partners that keep files: the page says so, and the files come along."""

import pytest

from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import AttachmentFactory
from tests.partners.merging.steps import add, address, form


@pytest.fixture
def two(coordinator) -> list[Organisation]:
    return [add(coordinator, "Greenway Food Bank"), add(coordinator, "Greenway Foodbank")]


def test_merge_page_names_the_files_that_come_together(coordinator: MemberClient, two):
    AttachmentFactory(organisation=two[1], name="Agreement.txt")
    shown = coordinator.get(address(coordinator, *two)).context["preview"]
    told = {kind.label: kind.words for kind in shown.gathered}
    assert told["Files"] == ["Agreement.txt"]
    assert "Comparisons due" not in told


def test_file_of_a_merged_partner_stands_with_the_one_that_stays(coordinator: MemberClient, two):
    file = AttachmentFactory(organisation=two[1], name="Agreement.txt")
    coordinator.post(address(coordinator), form(coordinator, *two) | {"pick-stays": two[0].pk})
    file.refresh_from_db()
    assert file.organisation_id == two[0].pk
    page = coordinator.get(two[0].get_absolute_url())
    assert "Agreement.txt" in page.content.decode()
