"""What becomes of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.refusal import Refusal
from partners.models import Benefit
from partners.operations.value import benefits as operations
from tests.factories import TODAY, BenefitFactory, PersonFactory
from tests.partners.value.doors import address, fill


def test_delivered_promise_says_when_and_what(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation)
    url = address("benefit_deliver", coordinator, organisation.pk, benefit.pk)
    fill(coordinator, url, on="2026-05-10", what="120 visitors")
    benefit.refresh_from_db()
    assert (benefit.state, str(benefit.delivered_on)) == ("delivered", "2026-05-10")
    assert benefit.delivered_what == "120 visitors"


def test_delivery_before_the_promise_is_refused(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation)
    url = address("benefit_deliver", coordinator, organisation.pk, benefit.pk)
    answer = fill(coordinator, url, on="2020-01-01", what="120 visitors")
    assert "before it was promised" in answer.content.decode()
    assert Benefit.objects.get().is_open


def test_delivery_on_a_day_to_come_is_refused(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation)
    url = address("benefit_deliver", coordinator, organisation.pk, benefit.pk)
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert fill(coordinator, url, on=tomorrow, what="120 visitors").status_code == 422
    assert Benefit.objects.get().is_open


def test_promise_is_taken_back_for_a_reason(coordinator, organisation):
    benefit = BenefitFactory(organisation=organisation)
    url = address("benefit_withdraw", coordinator, organisation.pk, benefit.pk)
    assert fill(coordinator, url, on="2026-05-10", reason="").status_code == 422
    fill(coordinator, url, on="2026-05-10", reason="The fair was called off")
    assert Benefit.objects.get().withdrawn_reason == "The fair was called off"


def test_what_came_cannot_be_taken_back(organisation):
    benefit = BenefitFactory(organisation=organisation, delivered=True)
    with pytest.raises(Refusal, match="came to them already"):
        operations.withdraw(benefit, on=TODAY, reason="No", by=PersonFactory())


@pytest.mark.parametrize("trait", ["delivered", "withdrawn"])
def test_slip_is_opened_again(coordinator, organisation, trait):
    benefit = BenefitFactory(organisation=organisation, **{trait: True})
    url = address("benefit_open", coordinator, organisation.pk, benefit.pk)
    coordinator.post(url, {"state": "under_way"})
    benefit.refresh_from_db()
    assert (benefit.state, benefit.delivered_on, benefit.withdrawn_on) == ("under_way", None, None)
