"""What a change is called when one operation calls another."""

import pytest
from pghistory.models import Context

from common.history.tracking import recording
from partners.models import Organisation
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def named() -> list[tuple[str, str]]:
    return [
        (each.metadata["verb"], each.metadata.get("reason", ""))
        for each in Context.objects.order_by("created_at")
    ]


def test_change_is_called_what_the_outermost_calls_it():
    ana, ben = PersonFactory(), PersonFactory()
    with recording("gap.filled", by=ana, reason="Asked") as outer:
        OrganisationFactory(name="Before")
        with recording("organisation.added", by=ben, reason="New") as inner:
            organisation = OrganisationFactory(name="Within")
        organisation.name = "After"
        organisation.save()
    assert inner == outer
    assert named() == [("gap.filled", "Asked")]
    events = next(iter(Organisation.pgh_event_models.values())).objects
    told = {event.pgh_context["verb"] for event in events.filter(pgh_context_id=outer)}
    assert told == {"gap.filled"}
    assert Context.objects.get().metadata["person"] == ana.pk


def test_change_after_another_has_its_own_name():
    for verb in ("organisation.added", "organisation.edited"):
        with recording(verb):
            OrganisationFactory()
    assert [verb for verb, _reason in named()] == ["organisation.added", "organisation.edited"]


def test_change_after_one_that_failed_has_its_own_name():
    with pytest.raises(ZeroDivisionError), recording("organisation.added"):
        raise ZeroDivisionError
    with recording("organisation.edited"):
        OrganisationFactory()
    assert named() == [("organisation.edited", "")]
