"""A number that no row can have leads nowhere, wherever an address has one. It breaks nothing either."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.architecture.addresses import OWNED, Address
from tests.architecture.examples import EXAMPLES

# One digit more than the largest id: "99999999999999999999".
TOO_LARGE = 10**20 - 1


def numbered(address: Address) -> list[str]:
    """The names of what an address has as numbers."""
    return [part.split(">")[0] for part in address.route.split("<int:")[1:]]


def beyond(address: Address, here) -> str:
    example = EXAMPLES[address.name](here)
    values = example if isinstance(example, dict) else {"pk": example.pk}
    values = values | dict.fromkeys(numbered(address), TOO_LARGE)
    return reverse(address.name, kwargs={"coalition": here.coalition.slug, **values})


@pytest.mark.parametrize(
    "address", [each for each in OWNED if numbered(each)], ids=lambda address: address.name
)
def test_number_that_no_row_can_have_is_not_there(address, here, insiders):
    url, member = beyond(address, here), insiders[Role.ADMINISTRATOR]
    told = {member.get(url).status_code, member.post(url).status_code}
    assert told <= {403, 404, 405}


ASKED = [
    ("partners:list", "owner"),
    ("partners:talks", "who"),
    ("partners:talks", "partner"),
    ("partners:talk_log", "partner"),
    ("partners:talk_log", "answers"),
    ("partners:value_overview", "owner"),
    ("partners:value_overview", "sector"),
    ("partners:services", "kind"),
    ("partners:network", "relation"),
    ("partners:network", "level"),
    ("partners:pipeline_table", "who"),
    ("partners:priorities", "pair"),
    ("partners:event_add", "partner"),
    ("partners:merge", "ids"),
]


@pytest.mark.parametrize("told", ["²", str(TOO_LARGE), "1" * 5000], ids=["²", "large", "endless"])
@pytest.mark.parametrize(("name", "parameter"), ASKED)
def test_number_that_no_row_can_have_is_left_out_of_a_question(
    name, parameter, told, here, insiders
):
    url = reverse(name, args=[here.coalition.slug])
    assert insiders[Role.ADMINISTRATOR].get(url, {parameter: told}).status_code in (200, 302, 404)
