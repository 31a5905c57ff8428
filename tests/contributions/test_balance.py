"""Exchange balance: its formula, its rows, its flags, and who sees it."""

import io

import openpyxl
import pytest

from accounts.permissions import Role
from contributions.reports.balance.counting import Balance, Usual
from contributions.reports.balance.scoring import exchange_balance, flag_of, normalised
from tests.contributions.doors import address, days_ago, speaker_of
from tests.contributions.factories import ContributionFactory, SupportRequestFactory
from tests.factories import BenefitFactory, OrganisationFactory


@pytest.mark.parametrize(
    ("received", "given", "expected"),
    [(0, 0, 1), (1, 1, 1), (0, 1, 0.5), (0, 3, 0.25), (3, 0, 4), (1, 0, 2), (2.5, 0.75, 2)],
)
def test_balance_is_received_and_one_by_given_and_one(received, given, expected):
    assert exchange_balance(received, given) == expected


@pytest.mark.parametrize(
    ("balance", "flag"),
    [(0.49, "gives"), (0.5, "even"), (1, "even"), (2, "even"), (2.01, "gains")],
)
def test_flag_is_raised_beyond_its_bounds(balance, flag):
    assert flag_of(balance) == flag


def test_count_is_measured_by_what_is_usual():
    assert normalised(3, mean=1.5) == 2


def test_single_thing_raises_no_flag_where_most_have_none():
    usual = Usual(all_given=2, all_received=1, partners=5)
    assert Balance(given=0, received=1, usual=usual).value == 2
    assert Balance(given=1, received=0, usual=usual).value == 0.5
    assert Balance(given=1, received=0, usual=usual).flag == "even"


@pytest.mark.parametrize(
    "usual",
    [
        Usual(),
        Usual(all_given=9, all_received=9, partners=2),
        Usual(all_given=9, all_received=0, partners=3),
        Usual(all_given=0, all_received=9, partners=3),
    ],
)
def test_of_too_few_partners_there_is_not_enough_data(usual):
    assert Balance(given=1, received=1, usual=usual).value is None
    assert Balance(given=1, received=1, usual=usual).words == "Not enough data"


def test_of_whom_nothing_is_known_there_is_not_enough_data():
    usual = Usual(all_given=9, all_received=9, partners=3)
    assert Balance(given=0, received=0, usual=usual).value is None
    assert Balance(given=3, received=3, usual=usual).value == 1


# ---------------------------------------------------------------- from the rows


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def town(coalition):
    """One gives three times what is usual, one gains, one is even: on average 2 given, 2 received."""
    generous, lucky, even = (
        OrganisationFactory(coalition=coalition, name=name) for name in ("Ash", "Birch", "Cedar")
    )
    gave(generous, 4)
    got(lucky, 4)
    gave(even, 2)
    got(even, 1)
    SupportRequestFactory(organisation=even, provided=True, **provided(30))
    return generous, lucky, even


def gave(organisation, number, **more):
    told = {"given": True, "promised_on": days_ago(90), "delivered_on": days_ago(30), **more}
    ContributionFactory.create_batch(number, organisation=organisation, **told)


def got(organisation, number, **more):
    told = {"delivered": True, "promised_on": days_ago(90), "delivered_on": days_ago(30), **more}
    BenefitFactory.create_batch(number, organisation=organisation, **told)


def provided(days):
    return {
        "asked_on": days_ago(days + 30),
        "answered_on": days_ago(days + 10),
        "provided_on": days_ago(days),
    }


def lines(client, **asked):
    found = client.get(address("overview", client), asked).context["overview"]
    return {
        line.name: (line.of_kinds, line.received, line.balance.value, line.balance.flag)
        for line in found.page.object_list
    }


def test_each_partner_stands_with_given_received_and_balance(coordinator, town):
    assert lines(coordinator) == {
        "Ash": (4, 0, pytest.approx(1 / 3), "gives"),
        "Birch": (0, 4, pytest.approx(3), "gains"),
        "Cedar": (2, 2, pytest.approx(1), "even"),
    }


def test_only_what_came_in_the_last_year_counts(coordinator, town):
    generous, lucky, _even = town
    gave(generous, 1, promised_on=days_ago(400), delivered_on=days_ago(365))
    got(lucky, 1, promised_on=days_ago(400), delivered_on=days_ago(365))
    ContributionFactory(organisation=generous)
    ContributionFactory(organisation=generous, withdrawn=True)
    BenefitFactory(organisation=lucky)
    got(lucky, 1, came="no", came_on=days_ago(1), came_by=coordinator.membership.person)
    SupportRequestFactory(organisation=lucky, agreed=True)
    assert {name: told[:2] for name, told in lines(coordinator).items()} == {
        "Ash": (4, 0),
        "Birch": (0, 4),
        "Cedar": (2, 2),
    }


def test_partner_of_whom_nothing_is_known_is_listed_without_a_balance(coordinator, coalition, town):
    OrganisationFactory(coalition=coalition, name="Dogwood")
    assert lines(coordinator)["Dogwood"] == (0, 0, None, "unknown")
    assert lines(coordinator)["Cedar"][2] == pytest.approx(1)


def test_prospects_retired_ones_and_other_coalitions_are_not_compared(coordinator, coalition, town):
    gave(OrganisationFactory(coalition=coalition, prospect=True), 9)
    gave(OrganisationFactory(coalition=coalition, retired=True), 9)
    gave(OrganisationFactory(), 9)
    assert set(lines(coordinator)) == {"Ash", "Birch", "Cedar"}
    assert lines(coordinator)["Cedar"][2] == pytest.approx(1)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ["Ash", "Birch", "Cedar", "Dogwood"]),
        ("-name", ["Dogwood", "Cedar", "Birch", "Ash"]),
        ("-given", ["Ash", "Cedar", "Birch", "Dogwood"]),
        ("-received", ["Birch", "Cedar", "Ash", "Dogwood"]),
        ("balance", ["Ash", "Cedar", "Birch", "Dogwood"]),
        ("-balance", ["Birch", "Cedar", "Ash", "Dogwood"]),
        ("gold", ["Ash", "Birch", "Cedar", "Dogwood"]),
    ],
)
def test_list_is_sorted_and_what_is_unknown_stands_last(
    coordinator, coalition, town, sort, expected
):
    OrganisationFactory(coalition=coalition, name="Dogwood")
    assert list(lines(coordinator, sort=sort)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"balance": "gives"}, {"Ash"}),
        ({"balance": "gains"}, {"Birch"}),
        ({"balance": ["gives", "even"]}, {"Ash", "Cedar"}),
        ({"balance": "unknown"}, {"Dogwood"}),
        ({"kind": "data"}, {"Cedar"}),
        ({"kind": "gold", "balance": "x", "owner": "x"}, {"Ash", "Birch", "Cedar", "Dogwood"}),
        ({"owner": "999999999"}, set()),
    ],
)
def test_filter_leaves_what_the_address_says(coordinator, coalition, town, asked, expected):
    OrganisationFactory(coalition=coalition, name="Dogwood")
    gave(town[2], 1, kind="data")
    assert set(lines(coordinator, **asked)) == expected


def test_filter_by_kind_counts_that_kind_and_leaves_the_balance(coordinator, town):
    before = lines(coordinator)["Ash"][2]
    town[0].contributions.filter(pk=town[0].contributions.first().pk).update(kind="data")
    assert lines(coordinator, kind="data") == {"Ash": (1, 0, before, "gives")}


# ---------------------------------------------------------------- its page and its rows


def test_every_number_opens_into_its_rows(coordinator, town):
    generous, _lucky, even = town
    page = coordinator.get(address("overview", coordinator)).text
    url = address("ledger", coordinator, generous.pk)
    rows = f"{address('list', coordinator)}?partner={generous.pk}&amp;state=lately"
    assert f'href="{rows}"' in page
    for anchor in ("received-lately", "balance"):
        assert f'href="{url}#{anchor}"' in page
    ledger = coordinator.get(address("ledger", coordinator, even.pk)).context["ledger"]
    assert (len(ledger.given_lately), len(ledger.received_lately)) == (2, 2)
    assert ledger.balance.value == pytest.approx(1)


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR, Role.STEERING])
def test_balance_is_seen_by_who_steers(member, coalition, town, role):
    client = member(role, coalition=coalition)
    assert "Exchange balance" in client.get(address("overview", client)).text
    page = client.get(address("ledger", client, town[0].pk))
    assert 'id="balance"' in page.text
    assert "They give far more than they gain." in page.text


def test_viewer_sees_what_was_given_and_no_balance(member, coalition, town):
    viewer = member(Role.VIEWER, coalition=coalition)
    page = viewer.get(address("overview", viewer))
    assert [line.name for line in page.context["overview"].page] == ["Ash", "Birch", "Cedar"]
    for text in (page.text, viewer.get(address("ledger", viewer, town[0].pk)).text):
        assert "balance" not in text.lower()
        assert "far more" not in text
    asked = viewer.get(address("overview", viewer), {"sort": "balance", "balance": "gives"})
    assert asked.context["overview"].page.paginator.count == 3
    assert viewer.get(address("export", viewer)).status_code == 403


def test_partner_sees_no_balance_of_its_own_nor_the_list(town):
    speaker = speaker_of(town[0])
    page = speaker.get(address("ledger", speaker, town[0].pk))
    assert page.context["ledger"].balance is None
    assert "balance" not in page.text.lower()
    for name in ("overview", "export", "support"):
        assert speaker.get(address(name, speaker)).status_code == 403


def test_overview_takes_the_same_queries_with_one_and_three_partners(
    coordinator, coalition, django_assert_num_queries
):
    url = address("overview", coordinator)
    coordinator.get(url)
    for number in (1, 2):
        for organisation in OrganisationFactory.create_batch(number, coalition=coalition):
            gave(organisation, 2)
            got(organisation, 1)
        with django_assert_num_queries(7):
            coordinator.get(url)


def test_ledger_takes_the_same_queries_with_one_and_three_rows(
    coordinator, organisation, django_assert_num_queries
):
    url = address("ledger", coordinator, organisation.pk)
    coordinator.get(url)
    for number in (1, 2):
        gave(organisation, number)
        got(organisation, number)
        SupportRequestFactory.create_batch(number, organisation=organisation)
        with django_assert_num_queries(9):
            coordinator.get(url)


def test_a_thousand_partners_are_paged(coordinator, coalition, django_assert_num_queries):
    organisations = OrganisationFactory.create_batch(1000, coalition=coalition)
    gave(organisations[0], 1)
    url = address("overview", coordinator)
    coordinator.get(url)
    with django_assert_num_queries(7):
        page = coordinator.get(url, {"sort": "-given"}).context["overview"].page
    assert (page.paginator.count, len(page.object_list)) == (1000, 50)
    assert page.object_list[0].name == organisations[0].name


# ---------------------------------------------------------------- to take along


def test_download_is_what_the_page_lists_and_runs_no_formula(coordinator, coalition, town):
    OrganisationFactory(coalition=coalition, name="=1+1")
    url = address("export", coordinator)
    csv = b"".join(coordinator.get(url, {"format": "csv", "balance": "gives"}).streaming_content)
    assert b"Ash" in csv
    assert b"Cedar" not in csv
    content = b"".join(coordinator.get(url, {"sort": "-balance"}).streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows] == ["Partner", "Birch", "Cedar", "Ash", "=1+1"]
    assert rows[2] == ("Cedar", 2, 1, 1, 1, "Give and take are even")
    assert rows[4][4:] == (None, "Not enough data")
    assert sheet["A5"].data_type == "s"
