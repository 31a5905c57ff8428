"""No page asks the database more than a dozen questions, those of the session and of the door included."""

from contextlib import closing

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from tests.architecture.addresses import OWNED, Address
from tests.architecture.examples import FOR_THOSE_NAMED

MOST = 12
WITHIN = ("SAVEPOINT", "RELEASE SAVEPOINT")  # a test's own transaction stands around the page's
# Pages that ask more, and how much that is today: none of them may ask more still.
KNOWN = {
    "partners:export": 14,  # each part of a profile is a table of its own, and stands in the file
    "sample_own_partners": 15,  # the same file, of what people have added to the sample
    "partners:gap": 13,  # who is here, whom one could ask, the plan, its story, and a wording to begin with
    "partners:network_trend": 14,  # ties, merges and retirements of seven days, told from history
}


def reader_of(address: Address) -> Role | None:
    """The coordinator, or who else may open it."""
    roles = [Role.COORDINATOR, *Role]
    return next((role for role in roles if address.access in role.permissions), None)


def questions_of(client, url: str) -> list[str]:
    """What a page asks when it is opened the second time: what a process reads once is not the page's."""
    for _time in range(2):
        with CaptureQueriesContext(connection) as asked, closing(client.get(url)) as answer:
            b"".join(answer)
    said = [query["sql"] for query in asked.captured_queries]
    return [sql for sql in said if not sql.startswith(WITHIN)]


PAGES = [address for address in OWNED if address.name not in FOR_THOSE_NAMED]


def test_pages_that_ask_more_are_pages():
    assert set(KNOWN) <= {address.name for address in PAGES}


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.name)
def test_page_asks_at_most_a_dozen_questions(address, here, insiders):
    asked = questions_of(insiders[reader_of(address)], address.url(here))
    assert len(asked) <= KNOWN.get(address.name, MOST), "\n".join(asked)
