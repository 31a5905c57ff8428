"""Organisations on their way, and the doors to the pages about them."""

import re
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from partners.models import Organisation
from partners.operations.pipeline.steps import Move, move
from partners.reports.pipeline.stages import stage_of
from tests.conftest import MemberClient
from tests.factories import OrganisationFactory


def at(client: MemberClient, name: str, *values) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *values])


def today() -> date:
    return timezone.localdate()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def one(client: MemberClient, name: str = "Cedar Lane", **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


def prospect(client: MemberClient, name: str = "Cedar Lane", **fields) -> Organisation:
    return one(client, name, kind="prospect", **fields)


def moved(client: MemberClient, organisation: Organisation, stage: str, **words):
    to = Move(stage=stage, **{"on": today(), **words})
    return move(organisation, to, by=client.membership.person, at=timezone.now(), on=today())


def stands(organisation: Organisation) -> tuple[str, str, bool]:
    """Stage, kind, and whether it is retired, as the database has them."""
    row = Organisation.including_merged.get(pk=organisation.pk)
    return stage_of(row.pk), row.kind, row.is_retired


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def press(client, organisation, stage, *, seen="prospect", **sent):
    address = at(client, "pipeline_move", organisation.pk) + f"?seen={seen}"
    return client.post(address, {"to": stage, **sent}, follow=True)
