"""What a reader sees when the database or its disk fails: a page that helps, never a trace."""

import pytest
from django.db import connection
from django.urls import reverse

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
