"""What the tests of coming in share: addresses, plain text, days counted from today."""

import re
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from partners.models import Organisation
from tests.factories import OrganisationFactory, PipelineStepFactory
from tests.partners.listing.test_grouping import undo_on

__all__ = ["ago", "at", "joined", "said", "text", "today", "undo_on"]


def at(client, name: str, *args) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def today() -> date:
    return timezone.localdate()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def said(answer) -> str:
    return " ".join(str(message) for message in answer.context["messages"])


def joined(coalition, days: int, **fields) -> Organisation:
    """A partner who became a member so many days ago, by a step of the pipeline."""
    organisation = OrganisationFactory(coalition=coalition, **fields)
    PipelineStepFactory(organisation=organisation, stage="member", on=ago(days))
    return organisation
