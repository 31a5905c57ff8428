"""What a reader sees when the database or its disk fails: a page that helps, never a trace."""

import io
import json
import logging

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from coalition.logs import LineFormatter
from common.database.loading import load
from partners.models import Organisation
from tests.factories import OrganisationFactory

FAILING = """
CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {} END $$;
CREATE TRIGGER fail BEFORE UPDATE ON partners_organisation FOR EACH ROW EXECUTE FUNCTION fail();
"""
FULL = "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full';"
GONE = "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW;"
BUG = "RAISE EXCEPTION 'division by zero' USING ERRCODE = 'division_by_zero';"


@pytest.fixture
def failing(transactional_db):
    """`failing(how)`: from then on every change of an organisation ends like this."""

    def start(how: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(FAILING.format(how))

    yield start
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS fail ON partners_organisation")
        cursor.execute("DROP FUNCTION IF EXISTS fail()")


@pytest.fixture
def log(monkeypatch) -> io.StringIO:
    """What the program writes to the terminal, as it writes it."""
    [terminal] = [
        each for each in logging.root.handlers if isinstance(each.formatter, LineFormatter)
    ]
    written = io.StringIO()
    monkeypatch.setattr(terminal, "stream", written)
    return written


def retire(partner, *, by):
    by.raise_request_exception = False
    address = reverse("partners:retire", args=[by.slug, partner.pk])
    return by.post(address, {"reason": "Closed", "on": "2026-11-20"})


@pytest.mark.parametrize(
    ("how", "status", "says"),
    [
        (FULL, 503, "The disk is full"),
        (GONE, 503, "The database does not answer"),
        (BUG, 500, "Something broke on our side"),
    ],
)
def test_failure_under_a_save_is_said_plainly_and_saves_nothing(
    failing, coordinator, how, status, says
):
    partner = OrganisationFactory(
        coalition=coordinator.membership.coalition, name="Old Mill Clinic"
    )
    failing(how)
    answer = retire(partner, by=coordinator)
    assert answer.status_code == status
    assert says in answer.text
    assert "Traceback" not in answer.text
    assert ("Retry-After" in answer.headers) is (status == 503)
    connection.close()
    assert Organisation.objects.get(pk=partner.pk).retired_on is None


def test_page_is_back_by_itself_once_the_database_is(failing, coordinator):
    partner = OrganisationFactory(coalition=coordinator.membership.coalition)
    failing(GONE)
    assert retire(partner, by=coordinator).status_code == 503
    assert coordinator.get(partner.get_absolute_url()).status_code == 200


def test_page_promises_no_more_than_is_so(failing, coordinator):
    """What was finished before the failure stays: a request may do several things one after the other."""
    partner = OrganisationFactory(coalition=coordinator.membership.coalition)
    failing(BUG)
    assert "may not have been saved" in retire(partner, by=coordinator).text


def test_page_names_the_number_under_which_the_log_tells_why(failing, coordinator, log):
    partner = OrganisationFactory(coalition=coordinator.membership.coalition)
    failing(BUG)
    answer = retire(partner, by=coordinator)
    number = answer["X-Request-ID"]
    assert f"number {number} in the log" in answer.text
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    [trace] = [line for line in lines if line["request_id"] == number and line["level"] == "ERROR"]
    assert "division by zero" in trace["exc_info"]


def test_log_says_what_was_refused_and_nothing_of_the_row(failing, coordinator, log):
    partner = OrganisationFactory(coalition=coordinator.membership.coalition)
    failing(
        "RAISE EXCEPTION 'refused' USING ERRCODE = 'check_violation',"
        " DETAIL = E'Failing row contains (7, Maria Ortega,\n\nher diagnosis)', HINT = 'Ask.';"
    )
    retire(partner, by=coordinator)
    written = log.getvalue()
    assert "refused" in written
    assert "HINT:  Ask." in written
    assert "Ortega" not in written
    assert "diagnosis" not in written


def test_log_says_nothing_of_a_row_that_was_loaded_with_many(coordinator, log):
    coalition = coordinator.membership.coalition
    nameless = Organisation(coalition=coalition, description="Maria Ortega,\nher diagnosis")
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        load([Organisation(coalition=coalition, name="Arc"), nameless])
    assert "CONTEXT:  COPY" in str(refused.value)
    logging.getLogger("partners").error("No.", exc_info=refused.value)
    assert "organisation_has_a_name" in log.getvalue()
    assert "Ortega" not in log.getvalue()
    assert "diagnosis" not in log.getvalue()
