"""What a page of the pipeline says."""

from partners.models import Organisation, Touchpoint
from tests.factories import TieFactory, TouchpointFactory
from tests.partners.pipeline.way import ago, one


def make_ready(client, organisation: Organisation) -> Organisation:
    """Two talks, one help, and a partner who knows them."""
    for day in (3, 9):
        TouchpointFactory(organisation=organisation, on=ago(day))
    help_offered = {"kind": Touchpoint.Kind.HELP, "direction": "from_us"}
    TouchpointFactory(organisation=organisation, on=ago(5), **help_offered)
    door = one(client, "Door Opener", owner=client.membership.person)
    TieFactory(first=door, second=organisation, level_ours=3)
    return door
