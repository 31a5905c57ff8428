"""An application to a call that has closed."""

import pytest

from tests.factories import NOW, ApplicationAnswerFactory, ApplicationFactory
from tests.partners.calls.doors import criteria, open_call


@pytest.fixture
def application(coordinator):
    call = open_call(coordinator.membership.coalition, title="Riverbend", closed_at=NOW)
    row = ApplicationFactory(
        call=call,
        organisation_name="Elm Center",
        contact_name="Lena Moss",
        email="lena@elm.example",
    )
    for one in criteria(call):
        ApplicationAnswerFactory(application=row, criterion=one)
    return row
