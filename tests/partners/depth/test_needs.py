"""C6.3 which support partners need, in what kind, since when; who was not asked is counted apart."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from common.history.event_tables import events_of
from partners.models import ProfileRow, Term
from tests.factories import (
    OrganisationFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    TermFactory,
)
from tests.factories.moments import NOW, TODAY
from tests.partners.composition.table import at
from tests.partners.depth.answers.writing import rows, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def care(coalition) -> Term:
    return TermFactory(coalition=coalition, vocabulary="support", name="Child care", position=1)


@pytest.fixture
def travel(coalition) -> Term:
    return TermFactory(coalition=coalition, vocabulary="support", name="Travel money", position=2)


def partner(coalition, name, **fields):
    return OrganisationFactory(coalition=coalition, name=name, kind="partner", **fields)


def needing(organisation, *terms, days=0, voice="theirs", **answer):
    """They said so as many days ago."""
    about = {"organisation": organisation, "topic": "support", "voice": voice}
    on = TODAY - timedelta(days=days)
    ProfileAnswerFactory(**about, said_on=on, **{"text": "", **answer})
    for place, term in enumerate(terms, start=1):
        ProfileRowFactory(**about, term=term, words="", position=place)


def page_of(client, query=""):
    return client.get(at(client, "needs") + query)


def told(client, query=""):
    found = page_of(client, query).context["needs"]
    return [(one.kind, one.name) for one in found.page.object_list]


@pytest.fixture
def various(coordinator, coalition, care, travel):
    ana = coordinator.membership.person
    needing(partner(coalition, "Acorn", owner=ana), travel, care, days=5)
    needing(partner(coalition, "Birch"), care, days=90, text="And a warm room")
    needing(partner(coalition, "Cedar"), text="We are fine", choice="nothing")
    needing(partner(coalition, "Dune"), care, voice="ours", days=30)
    partner(coalition, "Elm")
    needing(OrganisationFactory(coalition=coalition, kind="prospect"), care)
    needing(partner(coalition, "Gone", retired_on=TODAY, retired_reason="Closed"), care)
    return coordinator


def test_needs_stand_by_kind_the_longest_first(various):
    assert told(various) == [
        ("Child care", "Birch"),
        ("Child care", "Dune"),
        ("Child care", "Acorn"),
        ("Travel money", "Acorn"),
        ("", "Birch"),
    ]
    page = page_of(various).text
    for words in ("And a warm room", "In other words", "Our note, not their words"):
        assert words in page
    assert "We are fine" not in page


def test_who_was_not_asked_is_counted_apart_from_who_needs_nothing(various):
    found = page_of(various).context["needs"]
    assert (found.partners, found.needing, found.content, found.unasked) == (5, 3, 1, 1)
    page = page_of(various).text
    assert "3 partners of 5 need something" in page
    assert "1 said that they need nothing" in page
    assert "One was not asked yet." in page


def test_filters_narrow_by_kind_and_by_who_looks_after_them(various, travel):
    assert told(various, f"?kind={travel.pk}") == [("Travel money", "Acorn")]
    assert told(various, "?kind=other") == [("", "Birch")]
    assert len(told(various, f"?kind=other&kind={travel.pk}")) == 2
    me = various.membership.person_id
    assert told(various, f"?owner={me}") == [("Child care", "Acorn"), ("Travel money", "Acorn")]
    assert told(various, "?owner=none&kind=other") == [("", "Birch")]
    assert told(various, "?kind=99999999999999999999") == told(various)
    kinds = page_of(various).context["needs"].filters[0].choices
    assert [(one.label, one.count) for one in kinds] == [
        ("Child care", 3),
        ("Travel money", 1),
        ("In other words", 1),
    ]


def test_need_is_as_old_as_its_first_word_whatever_is_added(various, coalition, care, travel):
    fern = partner(coalition, "Fern")
    no_more = rows("ours")
    answer = write(various, fern, "support", **rows("theirs", {"term": str(care.pk)}), **no_more)
    assert answer.status_code == 302
    events_of(ProfileRow).update(pgh_created_at=NOW - timedelta(days=400))
    both = rows("theirs", {"term": str(care.pk)}, {"term": str(travel.pk)})
    both["theirs_rows-INITIAL_FORMS"] = "1"
    write(various, fern, "support", **both, **no_more)
    since = {
        one.kind: one.since
        for one in page_of(various).context["needs"].page.object_list
        if one.name == "Fern"
    }
    assert (TODAY - since["Child care"]).days in (399, 400, 401)
    assert since["Travel money"] > TODAY - timedelta(days=2)


def test_table_to_take_along_has_what_the_page_has(various):
    answer = various.get(at(various, "needs_export") + "?format=csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"Partner","Kind of support","What they said","Since"')
    assert len(lines) == 6
    assert lines[2].startswith('"Dune","Child care"')
    assert "Our notes" in lines[2]


def test_only_who_reads_notes_sees_it(coalition, member):
    for role in (Role.VIEWER, Role.PARTNER):
        assert page_of(member(role, coalition=coalition)).status_code == 403
    assert page_of(member(Role.STEERING, coalition=coalition)).status_code == 200


def test_page_without_needs_invites_to_ask(coordinator):
    assert "Nobody has told us of a need yet" in page_of(coordinator).text


def test_number_of_queries_does_not_grow(various, coalition, care):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page_of(various)
        return len(captured)

    queries()
    before = queries()
    for n in range(3):
        needing(partner(coalition, f"Fir {n}"), care)
    assert queries() == before


def test_usual_kinds_come_into_the_list_once(coordinator, coalition):
    for _twice in range(2):
        coordinator.post(at(coordinator, "terms_fill"), {"preset": "support"})
    kinds = Term.objects.filter(coalition=coalition, vocabulary="support")
    assert kinds.count() == 11
    assert "Child care" in coordinator.get(at(coordinator, "lists")).text
