"""Every page for everybody: nothing that axe finds wrong, nothing wider than the screen, in every dress.

The pages come from the URL configuration itself, so that a new one is looked at from its first day.
"""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import APIResponse, Page

from accounts.permissions import Role
from partners.models import ImportRow, ImportRun
from tests.architecture.addresses import ALL, OWNED
from tests.architecture.examples import populate
from tests.factories import ImportRunFactory, MembershipFactory
from tests.journeys.conftest import DESK, PHONE, Visit, violations
from tests.journeys.long_words import lengthen_names

# It comes through everything, and looks at accessibility alone: what it reaches is not tested by that.
pytestmark = [pytest.mark.browser, pytest.mark.no_cover]

# A second look in the other colours asks only what colours decide.
COLOURS = ["color-contrast", "link-in-text-block"]

# What is left of a window of 1280 pixels at 400 % zoom.
NARROWEST = {"width": 320, "height": 256}
NOT_FOR_YOU, NOT_ALLOWED = 403, 405
# Colours that fade from light to dark would be measured on their way.
STILL = "reduce"


def is_page(answer: APIResponse) -> bool:
    """Neither a download, nor a piece of a page, nor an address that only takes posts."""
    is_html = "text/html" in answer.headers.get("content-type", "")
    return (
        is_html
        and answer.status != NOT_ALLOWED
        and answer.text().lstrip().lower().startswith("<!doctype")
    )


def findings(page: Page, *, sizes: list[dict[str, int]], in_dark: bool) -> list[str]:
    """What is wrong with the open page at these sizes, in light and perhaps in dark.

    Colours change as rarely as can be, there and then back: each time the whole page is drawn anew.
    """
    dresses = [("light", None), ("dark", COLOURS)] if in_dark else [("light", None)]
    found = []
    for size in sizes:
        page.set_viewport_size(size)
        for scheme, rules in dresses:
            page.emulate_media(color_scheme=scheme)
            found += violations(page, rules=rules)
        found += too_wide(page)
        dresses.reverse()
    page.set_viewport_size(NARROWEST)
    return found + too_wide(page)


def too_wide(page: Page) -> list[str]:
    is_wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [f"wider than {page.viewport_size['width']} pixels"] if is_wider else []


def look_at(
    there: Visit, urls: list[str], *, sizes: list[dict[str, int]], in_dark: bool = True
) -> dict[str, list[str]]:
    """The pages among the addresses that have findings. Refusals look alike: one of them is looked at."""
    there.page.add_init_script(AXE_SCRIPT)  # sent once; Chromium remembers what it has read
    found: dict[str, list[str]] = {}
    refusals = 0
    for url in urls:
        answer = there.page.request.get(there.site + url)
        refusals += answer.status == NOT_FOR_YOU
        if not is_page(answer) or (answer.status == NOT_FOR_YOU and refusals > 1):
            continue
        page = there.open(url)
        if problems := findings(page, sizes=sizes, in_dark=in_dark):
            found[url] = problems
    return found


@pytest.mark.parametrize("quarter", range(4))
def test_every_page_of_an_administrator_is_accessible_and_fits(visit, transactional_db, quarter):
    here = populate()
    lengthen_names()
    there = visit(
        MembershipFactory(coalition=here.coalition, role=Role.ADMINISTRATOR), reduced_motion=STILL
    )
    urls = [address.url(here) for address in ALL if not is_leaving(address.name)]
    assert look_at(there, urls[quarter::4], sizes=[DESK, PHONE]) == {}


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER])
def test_every_page_of_a_guest_is_accessible_and_fits(visit, transactional_db, role):
    """What is kept from them is a page too: it says why, and where to go. Their colours are everybody's."""
    here = populate()
    mine = here.representation.membership
    other = MembershipFactory(coalition=here.coalition, role=role)
    urls = [address.url(here) for address in OWNED]
    there = visit(mine if role is Role.PARTNER else other, reduced_motion=STILL)
    assert look_at(there, urls, sizes=[PHONE], in_dark=False) == {}


def test_every_page_for_a_stranger_is_accessible_and_fits(visit, transactional_db):
    here = populate()
    urls = [address.url(here) for address in ALL if address.access == "public"]
    assert look_at(visit(reduced_motion=STILL), [*urls, "/nowhere/"], sizes=[DESK, PHONE]) == {}


def test_import_is_accessible_wherever_it_stands(visit, transactional_db):
    administrator = MembershipFactory(role=Role.ADMINISTRATOR)
    slug = administrator.coalition.slug
    urls = []
    for state in ImportRun.State:
        run = ImportRunFactory(
            coalition=administrator.coalition,
            state=state,
            file_name="a_spreadsheet_whose_name_has_no_place_to_break_2009_2016.csv",
            total=5,
            counts=dict.fromkeys(ImportRow.Outcome.values, 1) | {"touched": 2, "kept": 1},
        )
        for number, outcome in enumerate(ImportRow.Outcome, start=2):
            ImportRow.objects.create(
                coalition=run.coalition,
                run=run,
                number=number,
                outcome=outcome,
                cells=["Northgate Grocers"],
                values={"name": "Northgate Grocers"},
            )
        urls += [f"/{slug}/partners/import/{run.pk}/", f"/{slug}/partners/import/{run.pk}/undo/"]
    assert look_at(visit(administrator, reduced_motion=STILL), urls, sizes=[DESK, PHONE]) == {}


def is_leaving(name: str) -> bool:
    """Addresses that end the visit, or that speak of a broken service."""
    return name in {"account_logout", "healthz"}
