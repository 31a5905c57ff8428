"""The numbers beside the answers of each filter, against counting by hand."""

from datetime import date

import pytest

from partners.models import Organisation
from partners.reports.listing import facets
from tests.conftest import MemberClient
from tests.factories import ClassificationFactory, ContactFactory, MembershipFactory, TermFactory
from tests.partners.listing.browsing import add, browse, tag

ADDRESSES = [
    "",
    "?kind=partner",
    "?sector=Housing",
    "?sector=Housing&kind=prospect",
    "?sector=Housing&sector=Food&area=North&owner=me",
    "?owner=none&people=none",
    "?q=elm",
    "?q=elm&sector=Food&retired=too",
    "?retired=only",
    "?owner=nonsense",
    "?sector=Gone+long+ago",
    "?broad=nonprofit",
    "?broad=nonprofit&broad=community&kind=partner&sector=Faith",
]


@pytest.fixture
def various(coordinator) -> MemberClient:
    """Thirty partners that differ in everything, in no order that a filter could follow."""
    coalition = coordinator.membership.coalition
    zoe = MembershipFactory(coalition=coalition).person
    owners = [coordinator.membership.person, zoe, None]
    sectors = [
        TermFactory(coalition=coalition, vocabulary="sector", name=name, broad_sector=broad)
        for name, broad in (("Housing", "nonprofit"), ("Food", ""), ("Faith", "community"))
    ]
    areas = [
        TermFactory(coalition=coalition, vocabulary="area", name=name)
        for name in ("North", "South")
    ]
    for n in range(30):
        gone = {"retired_on": date(2026, 1, 1), "retired_reason": "Closed"} if n % 7 == 0 else {}
        one = add(
            coordinator,
            f"{'Elm' if n % 2 else 'Oak'} {n}",
            kind=Organisation.Kind.values[n % 3],
            owner=owners[n % 3 if n % 4 else 0],
            **gone,
        )
        for term in {sectors[n % 3], sectors[n % 2], areas[n % 2]}:
            ClassificationFactory(organisation=one, term=term)
        if n % 5:
            ContactFactory(organisation=one)
    return coordinator


def shown(client: MemberClient, address: str) -> dict[str, dict[str, int]]:
    filters = browse(client, address).context["listing"].filters
    return {each.name: {one.value: one.count for one in each.choices} for each in filters}


def by_hand(client: MemberClient, address: str, name: str, value: str) -> int:
    """What the list shows when this answer is the only one of its filter."""
    asked = browse(client, address).wsgi_request.GET.copy()
    asked[name] = value
    return browse(client, f"?{asked.urlencode()}").context["listing"].count


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_says_how_many_it_would_leave(various, address):
    for name, answers in shown(various, address).items():
        for value, count in answers.items():
            assert (name, value, count) == (name, value, by_hand(various, address, name, value))


def test_other_coalitions_are_not_counted(various, member):
    stranger = member("coordinator")
    tag(add(stranger, "Elsewhere"), "sector", "Housing")
    assert shown(stranger, "")["sector"] == {"Housing": 1}
    assert shown(various, "?sector=Housing")["kind"]["partner"] == by_hand(
        various, "?sector=Housing", "kind", "partner"
    )


def test_many_are_counted_only_when_asked(various, monkeypatch):
    exact = shown(various, "")
    monkeypatch.setattr(facets, "COUNTED", 20)
    assert set(shown(various, "")["kind"].values()) == {None}
    page = browse(various).content.decode()
    assert "Count how many each would show" in page
    assert shown(various, "?counts=all") == exact
    assert "Count how many each would show" not in browse(various, "?counts=all").content.decode()


def test_few_of_many_are_counted_but_for_the_filter_that_makes_them_few(various, monkeypatch):
    exact = shown(various, "?sector=Housing")
    monkeypatch.setattr(facets, "COUNTED", 20)
    few = shown(various, "?sector=Housing")
    assert few["kind"] == exact["kind"]
    assert set(few["sector"].values()) == {None}


def test_what_was_counted_on_request_is_said_in_full(various, monkeypatch):
    monkeypatch.setattr(facets, "COUNTED", 20)
    monkeypatch.setattr("partners.reports.listing.page.COUNTED", 20)
    assert "More than" in browse(various).content.decode()
    assert "25 partners" in browse(various, "?counts=all").content.decode()
