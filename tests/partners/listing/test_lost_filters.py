"""A filter by an own field that is gone, or not for the reader, finds nobody and says so."""

import html

import pytest

from accounts.permissions import Role
from partners.models import OwnField
from tests.partners.listing.browsing import add, browse, names
from tests.partners.own_fields.defining import own
from tests.partners.selecting import pick, picked

pytestmark = pytest.mark.django_db
READY = "?own-readiness=ready"


@pytest.fixture
def readiness(coordinator):
    own(coordinator, "Readiness", kind="choice", choices="willing ready", is_listed=True)
    add(coordinator, "Acorn", own_values={"readiness": "ready"})
    add(coordinator, "Birch")
    return coordinator


def test_filter_by_a_retired_field_finds_nobody_and_says_so(readiness):
    OwnField.objects.update(retired_on="2026-01-01")
    page = html.unescape(browse(readiness, READY).content.decode())
    assert names(readiness, READY) == []
    assert "A field by which this list is filtered is not here for you any more" in page
    assert 'href="?"' in page


def test_all_found_by_a_lost_filter_is_nobody(readiness):
    OwnField.objects.update(retired_on="2026-01-01")
    pick(readiness, do="all", address=READY)
    assert picked(readiness) == []


def test_viewer_of_a_view_by_an_internal_field_finds_nobody(readiness, member):
    OwnField.objects.update(is_internal=True)
    viewer = member(Role.VIEWER, coalition=readiness.membership.coalition)
    page = html.unescape(browse(viewer, READY).content.decode())
    assert names(viewer, READY) == []
    assert "is not here for you any more" in page
    assert "Readiness" not in page
