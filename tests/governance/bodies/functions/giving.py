"""Functions, who holds them, and their pages."""

from datetime import timedelta

from tests.governance.bodies.telling import address
from tests.governance.factories import RoleAssignmentFactory


def held_by(function, today, **fields):
    told = {"starts_on": today - timedelta(days=9), "ends_on": None}
    return RoleAssignmentFactory(seat=None, function=function, **{**told, **fields})


def page_of(client):
    return client.get(address(client, "functions")).content.decode()
