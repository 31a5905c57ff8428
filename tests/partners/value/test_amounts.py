"""What was delivered in numbers: with a unit, and added up within one unit only."""

from decimal import Decimal

import pytest

from partners.models import Benefit
from partners.reports.value.amounts import amounts_among, amounts_of
from tests.factories import BenefitFactory, ContactFactory, OrganisationFactory, WordingFactory
from tests.partners.pipeline.way import text
from tests.partners.value.doors import address, fill, speaker_of


def came(organisation, amount, unit="visits", **told) -> Benefit:
    return BenefitFactory(
        organisation=organisation, delivered=True, amount=Decimal(amount), unit=unit, **told
    )


def words(organisation) -> list[str]:
    """The same from rows at hand and from the database, but for the capitals of own units."""
    rows = Benefit.objects.of([organisation])
    at_hand = [one.words.lower() for one in amounts_among(rows)]
    assert at_hand == [one.words.lower() for one in amounts_of(rows)]
    return at_hand


def deliver(client, benefit, **told):
    url = address("benefit_deliver", client, benefit.organisation_id, benefit.pk)
    answer = fill(client, url, on="2026-05-10", what="Fewer came", **told)
    benefit.refresh_from_db()
    return answer


def test_delivery_carries_an_amount(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation)
    deliver(coordinator, benefit, amount="1,240.5", unit="visits")
    assert (benefit.amount, benefit.unit) == (Decimal("1240.50"), "visits")
    for client in (coordinator, speaker_of(organisation)):
        page = text(client.get(address("value", client, organisation.pk)))
        assert "Visits avoided: 1,240.5" in page
    review = text(coordinator.get(address("value_review", coordinator, organisation.pk)))
    assert "Visits avoided: 1,240.5" in review


def test_own_unit_is_taken_without_choosing_another(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation)
    deliver(coordinator, benefit, amount="45", unit="", own_unit=" Boxes  of food ")
    assert (benefit.unit, benefit.own_unit) == ("own", "Boxes of food")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"amount": "120"}, "unit"),
        ({"unit": "visits"}, "amount"),
        ({"amount": "120", "unit": "own"}, "own_unit"),
        ({"amount": "many", "unit": "visits"}, "amount"),
        ({"amount": "0", "unit": "visits"}, "amount"),
        ({"amount": "-3", "unit": "visits"}, "amount"),
        ({"amount": "120", "unit": "gold"}, "unit"),
    ],
)
def test_amount_without_sense_is_refused_at_its_field(coordinator, organisation, told, field):
    benefit = BenefitFactory(organisation=organisation)
    answer = deliver(coordinator, benefit, **told)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert benefit.is_open


def test_amount_is_corrected_and_taken_back_with_the_delivery(coordinator, organisation):
    benefit = came(organisation, 120)
    deliver(coordinator, benefit, amount="100", unit="visits")
    assert benefit.amount == 100
    url = address("benefit_open", coordinator, organisation.pk, benefit.pk)
    coordinator.post(url, {"state": "under_way"})
    benefit.refresh_from_db()
    assert (benefit.amount, benefit.unit) == (None, "")


def test_amounts_are_added_up_within_one_unit(organisation):
    came(organisation, 120)
    came(organisation, "30.5")
    came(organisation, 1200, "dollars")
    came(organisation, 3, "own", own_unit="Boxes")
    came(organisation, 4, "own", own_unit="boxes")
    BenefitFactory(organisation=organisation, delivered=True)
    assert words(organisation) == [
        "boxes: 7",
        "dollars: 1,200",
        "visits avoided: 150.5",
    ]


def test_what_they_say_did_not_come_is_left_out(organisation):
    came(organisation, 120)
    came(organisation, 30, doubted=True)
    assert words(organisation) == ["visits avoided: 120"]


def test_overview_adds_up_what_it_lists(coordinator, organisation):
    came(organisation, 120)
    came(OrganisationFactory(coalition=organisation.coalition), 80, kind="savings")
    came(OrganisationFactory(), 7000)
    url = address("value_overview", coordinator)
    assert "Visits avoided: 200" in text(coordinator.get(url))
    assert "Visits avoided: 80" in text(coordinator.get(url, {"kind": "savings"}))


def test_amount_is_downloaded_with_its_unit(coordinator, organisation):
    came(organisation, 120, "own", own_unit="Boxes")
    answer = coordinator.get(address("value_export", coordinator), {"format": "csv"})
    lines = b"".join(answer.streaming_content).decode()
    assert '"120.00","Boxes"' in lines


def test_letter_tells_the_amounts_where_the_wording_asks(coordinator, organisation):
    came(organisation, 120)
    came(organisation, 80)
    ContactFactory(organisation=organisation, email="ana@example.org")
    wording = WordingFactory(
        coalition=organisation.coalition, for_statements=True, body="You gained:\n{amounts}"
    )
    url = address("value_statement", coordinator, organisation.pk)
    page = coordinator.get(f"{url}?wording={wording.pk}")
    assert page.context["form"]["statement"].value() == "You gained:\n– Visits avoided: 200"
