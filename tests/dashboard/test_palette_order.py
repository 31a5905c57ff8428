"""In which order the command palette offers partners."""

from tests.dashboard.test_palette import options, ours
from tests.factories import AliasFactory


def test_name_that_says_it_comes_before_a_partner_that_says_it_elsewhere(coordinator):
    AliasFactory(organisation=ours(coordinator, name="Bluewater Credit Union"), name="Food loans")
    ours(coordinator, name="Greenway Food Bank")
    assert options(coordinator, "food")[:2] == ["Greenway Food Bank", "Bluewater Credit Union"]
