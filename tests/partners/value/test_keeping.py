"""Whether we keep what we promise: the on-time measure, and the review card of a year."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partners.models import Benefit
from partners.reports.value.keeping import Keeping, promises_among
from partners.reports.value.summary import gains_of
from tests.factories import (
    TODAY,
    BenefitFactory,
)
from tests.partners.value.doors import address

YES, NO = Benefit.Came.YES, Benefit.Came.NO


# ---------------------------------------------------------------- our own on-time measure


def test_on_time_measure_counts_as_it_says(organisation):
    def due(days_ago: int, *, delivered_after: int | None = None, **more) -> Benefit:
        due_on = TODAY - timedelta(days=days_ago)
        came = {}
        if delivered_after is not None:
            came = {
                "state": "delivered",
                "delivered_on": due_on + timedelta(days=delivered_after),
            }
        told = {"promised_on": due_on - timedelta(days=30), "due_on": due_on, **came, **more}
        return BenefitFactory(organisation=organisation, **told)

    on_the_day = due(10, delivered_after=0)
    early = due(100, delivered_after=-20)
    late = due(50, delivered_after=1)
    never = due(5)
    today_done = due(0, delivered_after=0)
    due(0)  # open today: the day is not over
    due(365, delivered_after=0)  # before the window
    due(-10, delivered_after=-40, promised_on=TODAY - timedelta(days=60))  # its day is to come
    due(20, state="withdrawn", withdrawn_on=TODAY, withdrawn_reason="Called off")
    BenefitFactory(organisation=organisation, delivered=True)  # without a day
    told = promises_among(Benefit.objects.all(), on=TODAY)
    assert set(told.on_time) == {on_the_day, early, today_done}
    assert set(told.late) == {late, never}
    assert told.keeping == Keeping(kept=3, due=5)
    assert told.keeping.percent == 60


@pytest.mark.parametrize(("kept", "due", "percent"), [(0, 0, None), (2, 2, None), (2, 3, 67)])
def test_share_is_told_from_three_on(kept, due, percent):
    assert Keeping(kept=kept, due=due).percent == percent


def test_page_without_data_says_so(coordinator, organisation):
    page = coordinator.get(address("value", coordinator, organisation.pk)).content.decode()
    assert "Not enough data" in page
    assert "Given and received, side by side" in page


def test_gain_of_whom_nothing_was_promised_is_empty(organisation):
    assert gains_of([organisation.pk], on=TODAY)[organisation.pk].sentence == ""


# ---------------------------------------------------------------- the review card


def test_review_card_tells_of_its_year(coordinator, organisation):
    old = BenefitFactory(
        organisation=organisation,
        promised_on="2024-02-01",
        state="delivered",
        delivered_on="2024-06-01",
        words="Long ago",
    )
    BenefitFactory(organisation=organisation, promised_on="2024-02-01", words="Still open")
    url = address("value_review", coordinator, organisation.pk)
    card = coordinator.get(f"{url}?year=2024").context["card"]
    assert {one.words for one in card.benefits} == {"Long ago", "Still open"}
    assert (card.promised, card.delivered, card.unanswered) == (2, 1, 2)
    assert old in card.benefits
    later = coordinator.get(f"{url}?year=2025").context["card"]
    assert [one.words for one in later.benefits] == ["Still open"]


@pytest.mark.parametrize("year", ["", "x", "0", "99999", "²"])
def test_review_card_of_no_year_is_of_this_one(coordinator, organisation, year):
    url = address("value_review", coordinator, organisation.pk)
    card = coordinator.get(f"{url}?year={year}").context["card"]
    assert card.year == timezone.localdate().year
