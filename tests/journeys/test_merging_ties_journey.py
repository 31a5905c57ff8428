"""Two entries with ties and talks of their own become one partner, and are two again as they were."""

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Organisation
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    RelationFactory,
    TieFactory,
    TouchpointFactory,
)

pytestmark = pytest.mark.browser
NAMES = ("Cedar Lane Health Center", "CLHC", "Elm Street School", "Oak Hill Church")


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def four(coordinator) -> list[Organisation]:
    """Cedar Lane works with Elm Street and spoke of flu; CLHC with both others, and spoke of asthma."""
    coalition = coordinator.coalition
    cedar, clhc, elm, oak = (OrganisationFactory(coalition=coalition, name=one) for one in NAMES)
    contact = RelationFactory(coalition=coalition, name="Contact")
    TieFactory(first=cedar, second=elm, relation=contact, level_ours=2)
    TieFactory(first=elm, second=clhc, relation=contact, level_ours=4)
    TieFactory(first=clhc, second=oak, relation=contact)
    TouchpointFactory(organisation=cedar, said="Flu shots in May")
    TouchpointFactory(organisation=clhc, said="Asthma and mould")
    return [cedar, clhc, elm, oak]


def tied(page: Page, organisation: Organisation) -> list[str]:
    """Whom its page of ties names, each as often as it does."""
    page.goto(page.url.split("/partners/")[0] + f"/partners/{organisation.pk}/ties/")
    told = page.locator("main .line .b").all_inner_texts()
    return sorted(name for text in told for name in NAMES if name in text)


def talks(page: Page, organisation: Organisation) -> set[str]:
    page.goto(page.url.split("/partners/")[0] + f"/partners/{organisation.pk}/talks/")
    told = page.locator("main").inner_text()
    return {said for said in ("Flu shots in May", "Asthma and mould") if said in told}


def expect_two(page: Page, cedar: Organisation, clhc: Organisation) -> None:
    assert tied(page, cedar) == ["Elm Street School"]
    assert tied(page, clhc) == ["Elm Street School", "Oak Hill Church"]
    assert talks(page, cedar) == {"Flu shots in May"}
    assert talks(page, clhc) == {"Asthma and mould"}


def merge(page: Page, cedar: Organisation, clhc: Organisation) -> None:
    base = page.url.split("/partners/")[0]
    page.goto(f"{base}/partners/merge/?ids={cedar.pk}&ids={clhc.pk}")
    page.get_by_role("button", name="Merge into one").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[0])


def test_ties_and_talks_come_together_and_apart_again(visit, coordinator, four):
    cedar, clhc, elm, _oak = four
    page = visit(coordinator).open(cedar.get_absolute_url())
    expect_two(page, cedar, clhc)
    merge(page, cedar, clhc)
    merged = page.url
    assert set(tied(page, cedar)) == {"Elm Street School", "Oak Hill Church"}
    assert set(tied(page, elm)) == {"Cedar Lane Health Center"}
    assert talks(page, cedar) == {"Flu shots in May", "Asthma and mould"}
    page.goto(merged)
    page.get_by_role("link", name="Take apart").first.click()
    page.get_by_role("button", name="Take them apart").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CLHC")
    expect_two(page, cedar, clhc)


def test_undo_right_after_the_merge_gives_both_back(visit, coordinator, four):
    cedar, clhc, _elm, _oak = four
    page = visit(coordinator).open(cedar.get_absolute_url())
    merge(page, cedar, clhc)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Undo").first).to_be_hidden()
    expect_two(page, cedar, clhc)
