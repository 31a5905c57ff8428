"""A name on the grid leads where its reader may go: to the placing, or to the organisation."""

import re

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.factories import StakeFactory

pytestmark = pytest.mark.django_db
# The link of a name: <a id="stake-7" href="/…/partners/7/stake/"
LINK = re.compile(r'<a id="stake-\d+" href="([^"]+)"')


@pytest.mark.parametrize(
    ("role", "leads_to"), [(Role.COORDINATOR, "stake"), (Role.STEERING, "detail")]
)
def test_name_on_the_grid_opens_for_whoever_sees_it(member, role, leads_to):
    stake = StakeFactory()
    client = member(role, coalition=stake.organisation.coalition)
    page = client.get(reverse("partners:stakeholders", args=[client.slug])).text
    there = reverse(f"partners:{leads_to}", args=[client.slug, stake.organisation_id])
    assert LINK.findall(page) == [there]
    assert client.get(there).status_code == 200
