"""The home page of who was asked to read applications, once the call has closed."""

import pytest

from accounts.permissions import Role
from tests.dashboard.test_on_the_way import home
from tests.factories import (
    NOW,
    ApplicationFactory,
    CallFactory,
    OrganisationFactory,
    ReviewerFactory,
    ReviewFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(member):
    return member(Role.STEERING)


def applied(reader, *, closed_at=NOW, **fields):
    OrganisationFactory(coalition=reader.membership.coalition)
    call = CallFactory(
        coalition=reader.membership.coalition, opened=True, title="Riverbend", closed_at=closed_at
    )
    asked = ReviewerFactory(call=call, person=reader.membership.person)
    return ApplicationFactory(call=call, organisation_name="Elm Center", **fields), asked


def test_application_waits_for_who_was_asked_to_read_it(reader, member):
    applied(reader)
    assert "They applied to “Riverbend”, and you were asked to read it." in home(reader)
    other = member(Role.STEERING, coalition=reader.membership.coalition)
    assert "Elm Center" not in home(other)


@pytest.mark.parametrize(
    "said", [{"given_at": NOW}, {"has_conflict": True, "conflict_words": "Kin"}]
)
def test_who_has_said_something_is_not_asked_again(reader, said):
    application, asked = applied(reader)
    ReviewFactory(application=application, reviewer=asked, **said)
    assert "Elm Center" not in home(reader)


def test_application_to_an_open_call_waits_until_it_closes(reader):
    application, _asked = applied(reader, closed_at=None)
    application.call.closes_on = application.call.closes_on.replace(year=2999)
    application.call.save()
    assert "Elm Center" not in home(reader)


def test_decided_application_waits_no_more(reader):
    applied(reader, accepted=True)
    assert "Elm Center" not in home(reader)
