"""What was changed together is found again later, without selecting anybody."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.partners.listing.browsing import browse
from tests.partners.selecting import changed, pick, some

pytestmark = pytest.mark.django_db


def test_menu_of_the_list_leads_to_what_was_changed_together(coordinator):
    some(coordinator, 2)
    pick(coordinator, do="all")
    edit = changed(coordinator, "kind", kind="prospect")
    pick(coordinator, do="none")
    url = reverse("partners:bulk_start", args=[coordinator.slug])
    assert f'href="{url}#past"' in browse(coordinator).content.decode()
    page = coordinator.get(url).content.decode()
    assert f'href="{edit.get_absolute_url()}"' in page


def test_menu_leads_nobody_there_who_may_not_edit(member):
    viewer = member(Role.VIEWER)
    assert reverse("partners:bulk_start", args=[viewer.slug]) not in browse(viewer).content.decode()
