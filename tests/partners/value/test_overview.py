"""What all partners gain: promised against delivered, filtered, counted, downloaded."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Benefit
from partners.reports.value.keeping import Keeping, promises_among
from partners.reports.value.overview import Question, overview
from tests.factories import (
    TODAY,
    BenefitFactory,
    ClassificationFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.partners.value.doors import address


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def food(coalition):
    return TermFactory(coalition=coalition, name="Food and farming")


@pytest.fixture
def grocer(coalition, food):
    organisation = OrganisationFactory(coalition=coalition, name="Northgate")
    ClassificationFactory(organisation=organisation, term=food)
    return organisation


def shown(client, **asked):
    return client.get(address("value_overview", client), asked).context["overview"]


def words_of(found) -> list[str]:
    return [one.words for one in found.page]


def told(balances) -> dict[str, tuple[int, ...]]:
    return {
        one.label: (one.promised, one.delivered, one.late, one.came, one.doubted)
        for one in balances
    }


def test_promised_stands_against_delivered_by_kind_and_sector(coordinator, coalition, grocer):
    BenefitFactory(organisation=grocer, overdue=True)
    BenefitFactory(organisation=grocer, delivered=True)
    BenefitFactory(organisation=grocer, kind="data", doubted=True)
    BenefitFactory(organisation=grocer, kind="data", withdrawn=True)
    BenefitFactory(organisation__coalition=coalition, kind="data")
    found = shown(coordinator)
    assert told(found.kinds) == {
        "Being seen": (2, 1, 1, 0, 0),
        "Data and knowledge": (2, 1, 0, 0, 1),
    }
    assert told(found.sectors) == {
        "Food and farming": (3, 2, 1, 0, 1),
        "Without a sector": (1, 0, 0, 0, 0),
    }
    assert (found.whole.promised, found.whole.delivered, found.whole.late) == (4, 2, 1)
    assert found.page.paginator.count == 5


def test_partner_of_two_sectors_counts_in_both_and_once_in_all(coordinator, coalition, grocer):
    ClassificationFactory(organisation=grocer, term=TermFactory(coalition=coalition, name="Shops"))
    BenefitFactory(organisation=grocer)
    found = shown(coordinator)
    assert {one.label: one.promised for one in found.sectors} == {"Food and farming": 1, "Shops": 1}
    assert (found.whole.promised, found.page.paginator.count) == (1, 1)


def test_who_was_promised_much_and_received_nothing_is_named(coordinator, coalition, grocer):
    for _each in range(2):
        BenefitFactory(organisation=grocer)
    lucky = OrganisationFactory(coalition=coalition)
    BenefitFactory(organisation=lucky)
    BenefitFactory(organisation=lucky, delivered=True)
    BenefitFactory(organisation__coalition=coalition)
    assert [(one.name, one.promised) for one in shown(coordinator).waiting] == [("Northgate", 2)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"kind": "data"}, {"Figures"}),
        ({"state": "late"}, {"Late stand"}),
        ({"state": "doubted"}, {"Doubted"}),
        ({"state": ["late", "doubted"]}, {"Late stand", "Doubted"}),
        ({"state": "delivered"}, {"Doubted", "Came"}),
        ({"came": "unanswered"}, {"Came"}),
        ({"came": "no"}, {"Doubted"}),
        ({"kind": "gold", "state": "x"}, {"Figures", "Late stand", "Doubted", "Came"}),
        ({"sector": "x"}, {"Figures", "Late stand", "Doubted", "Came"}),
        ({"owner": "999999999"}, set()),
    ],
)
def test_filter_leaves_what_the_address_says(coordinator, grocer, asked, expected):
    BenefitFactory(organisation=grocer, words="Late stand", overdue=True)
    BenefitFactory(organisation=grocer, words="Figures", kind="data")
    BenefitFactory(organisation=grocer, words="Doubted", doubted=True)
    BenefitFactory(organisation=grocer, words="Came", delivered=True)
    assert set(words_of(shown(coordinator, **asked))) == expected


def test_sector_and_keeper_narrow_everything(coordinator, coalition, food, grocer):
    BenefitFactory(organisation=grocer, words="Ours")
    BenefitFactory(organisation__coalition=coalition, words="Other")
    assert words_of(shown(coordinator, sector=food.pk)) == ["Ours"]
    grocer.owner = coordinator.membership.person
    grocer.save()
    found = shown(coordinator, owner=grocer.owner_id)
    assert words_of(found) == ["Ours"]
    assert found.whole.promised == 1


def test_what_waits_stands_first_as_it_falls_due(coordinator, grocer):
    BenefitFactory(organisation=grocer, words="Done", delivered=True)
    BenefitFactory(organisation=grocer, words="Someday")
    BenefitFactory(organisation=grocer, words="Late", overdue=True)
    assert words_of(shown(coordinator)) == ["Late", "Someday", "Done"]


def test_retired_partner_and_other_coalitions_are_not_counted(coordinator, coalition):
    BenefitFactory(organisation=OrganisationFactory(coalition=coalition, retired=True))
    BenefitFactory()
    assert shown(coordinator).page.paginator.count == 0


def test_measure_in_sql_is_the_measure_of_the_rows(coordinator, coalition):
    for days in (-3, 0, 1, 40, 364, 365, 400):
        due_on = TODAY - timedelta(days=days)
        for late in (None, 0, 2):
            came = (
                {}
                if late is None
                else {"state": "delivered", "delivered_on": due_on + timedelta(days=late)}
            )
            BenefitFactory(
                organisation__coalition=coalition,
                promised_on=due_on - timedelta(days=9),
                due_on=due_on,
                **came,
            )
    found = overview(Question(), membership=coordinator.membership, on=TODAY, page=None)
    assert found.keeping == promises_among(Benefit.objects.all(), on=TODAY).keeping
    assert found.keeping == Keeping(kept=4, due=11)


def test_page_takes_the_same_queries_with_one_and_three_partners(
    coordinator, coalition, django_assert_num_queries
):
    url = address("value_overview", coordinator)
    for number in (1, 2):
        for _each in range(number):
            BenefitFactory(organisation__coalition=coalition, overdue=True)
            BenefitFactory(organisation__coalition=coalition, doubted=True)
        with django_assert_num_queries(12):
            coordinator.get(url)


# ---------------------------------------------------------------- downloads


def test_download_is_what_the_page_lists_and_runs_no_formula(coordinator, grocer):
    BenefitFactory(organisation=grocer, words="=1+1", note="Ours alone", overdue=True)
    BenefitFactory(organisation=grocer, words="Came", delivered=True)
    url = address("value_export", coordinator)
    csv = b"".join(coordinator.get(url, {"format": "csv", "state": "late"}).streaming_content)
    assert b"'=1+1" in csv
    assert b"Came" not in csv
    assert b"Ours alone" not in csv
    content = b"".join(coordinator.get(url).streaming_content)
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert [row[3] for row in rows] == ["What they gain", "=1+1", "Came"]
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet["D2"].data_type == "s"


@pytest.mark.parametrize(("role", "status"), [(Role.VIEWER, 403), (Role.PARTNER, 403)])
def test_download_is_for_who_may_download(member, coalition, role, status):
    client = member(role, coalition=coalition)
    assert client.get(address("value_export", client)).status_code == status


def test_viewer_reads_the_overview_and_a_partner_does_not(member, coalition):
    viewer = member(Role.VIEWER, coalition=coalition)
    assert viewer.get(address("value_overview", viewer)).status_code == 200
    partner = member(Role.PARTNER, coalition=coalition)
    assert partner.get(address("value_overview", partner)).status_code == 403


# ---------------------------------------------------------------- on the home page


def home(client) -> str:
    return client.get(f"/{client.slug}/").text


def test_late_promise_waits_for_who_looks_after_the_partner(coordinator, coalition, grocer):
    grocer.owner = coordinator.membership.person
    grocer.save()
    today = timezone.localdate()
    late = BenefitFactory(organisation=grocer, words="A stand", due_on=today - timedelta(days=3))
    BenefitFactory(organisation=grocer, words="Next month", due_on=today + timedelta(days=30))
    page = home(coordinator)
    assert "We promised them: “A stand”" in page
    assert "3 days late" in page
    assert address("benefit_deliver", coordinator, grocer.pk, late.pk) in page
    assert "Next month" not in page


def test_promise_of_somebody_else_s_partner_does_not_wait_here(coordinator, coalition, grocer):
    other = MembershipFactory(coalition=coalition)
    grocer.owner = other.person
    grocer.save()
    BenefitFactory(organisation=grocer, words="A stand", due_on=timezone.localdate())
    assert "A stand" not in home(coordinator)
    nobodys = OrganisationFactory(coalition=coalition)
    BenefitFactory(organisation=nobodys, words="A map", due_on=timezone.localdate())
    assert "A map" in home(coordinator)
