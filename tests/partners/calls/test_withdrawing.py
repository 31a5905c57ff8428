"""The consent promises that one may withdraw and be erased by the link: whatever became of the call."""

import pytest
from django.test import Client
from django.utils import timezone

from partners.models import Application
from tests.factories import ApplicationFactory, PersonFactory
from tests.partners.calls.applying.test_by_the_link import link_of
from tests.partners.calls.doors import open_call


@pytest.fixture
def application(coordinator) -> Application:
    call = open_call(coordinator.membership.coalition, closed_at=timezone.now())
    return ApplicationFactory(call=call, contact_name="Marisol Vega")


def withdraw(application: Application, **said):
    return Client().post(f"{link_of(application)}withdraw/", said)


def test_applicant_withdraws_after_the_call_has_closed(application):
    page = Client().get(link_of(application))
    assert "Withdraw the application" in page.text
    answer = withdraw(application, words="No time")
    assert "Your application is withdrawn" in answer.text
    application.refresh_from_db()
    assert (application.withdrawn_words, application.contact_name) == ("No time", "Marisol Vega")


def test_who_has_withdrawn_is_erased_by_the_link_later(application):
    withdraw(application)
    assert "Erase what you told of yourself" in Client().get(link_of(application)).text
    withdraw(application, erase="on")
    application.refresh_from_db()
    assert application.is_erased
    assert application.email == ""


def test_who_was_decided_on_is_erased_and_not_withdrawn(application):
    Application.objects.filter(pk=application.pk).update(
        decision="declined", reason="Too far", decided_by=PersonFactory(), decided_on="2026-01-01"
    )
    withdraw(application)
    application.refresh_from_db()
    assert application.withdrawn_at is None
    withdraw(application, erase="on")
    application.refresh_from_db()
    assert (application.is_erased, application.withdrawn_at) == (True, None)
