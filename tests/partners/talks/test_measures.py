"""What talks come to: computed from logged rows, and honest where there are too few."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from partners.models import Organisation, TalkRules, TalkTier, Tier
from partners.reports.talks.last import quiet_ones, rules_of
from partners.reports.talks.measures import Fact, balance, giving, recency, replies, working_days
from partners.reports.talks.partner import talks_with
from tests.factories import TODAY, OrganisationFactory, TouchpointFactory

RULES = TalkRules()
FROM_US, FROM_THEM, TWO_WAY = "from_us", "from_them", "two_way"


def fact(
    pk: int, ago: int, *, kind: str = "call", direction: str = TWO_WAY, asks=False, answer=None
):
    """`ago` days before TODAY (a Tuesday); answered so many days after."""
    on = TODAY - timedelta(days=ago)
    return Fact(
        pk, on, kind, direction, asks, on + timedelta(days=answer) if answer is not None else None
    )


@pytest.mark.parametrize(
    ("begin", "end", "days"),
    [
        (date(2026, 5, 1), date(2026, 5, 1), 0),
        (date(2026, 5, 1), date(2026, 5, 4), 1),  # Friday to Monday
        (date(2026, 5, 2), date(2026, 5, 3), 0),  # Saturday to Sunday
        (date(2026, 5, 4), date(2026, 5, 18), 10),
        (date(2026, 5, 5), date(2026, 5, 1), 0),
    ],
)
def test_working_days_leave_weekends_out(begin, end, days):
    assert working_days(begin, end) == days


def test_recency_counts_from_the_last_contact_in_which_both_spoke():
    facts = [fact(1, 80), fact(2, 70), fact(3, 5, kind="email", direction=FROM_US)]
    measure = recency(facts, allowed=60, tier="Active", on=TODAY)
    assert (measure.value, measure.rows, measure.needs_someone) == (70, (2,), True)
    assert not recency(facts, allowed=70, tier="Active", on=TODAY).needs_someone


def test_reply_rate_counts_answers_in_time_and_leaves_open_questions_out():
    asked = {"kind": "email", "direction": FROM_US, "asks": True}
    facts = [
        fact(1, 100, answer=14, **asked),  # ten working days
        fact(2, 100, answer=15, **asked),  # too late
        fact(3, 50, **asked),  # never
        fact(4, 3, **asked),  # still has time
    ]
    measure = replies(facts, RULES, on=TODAY)
    assert measure.value == pytest.approx(1 / 3)
    assert measure.rows == (1, 2, 3)
    assert measure.figure == "1 of 3"


def test_reply_rate_of_two_questions_is_not_enough_data():
    asked = {"kind": "email", "direction": FROM_US, "asks": True}
    measure = replies([fact(1, 60, **asked), fact(2, 50, **asked)], RULES, on=TODAY)
    assert (measure.value, measure.figure) == (None, "Not enough data")


def test_balance_below_the_share_says_that_we_only_send():
    ours = [fact(pk, 30, kind="email", direction=FROM_US) for pk in range(7)]
    theirs = [fact(20, 30, kind="email", direction=FROM_THEM)]
    assert balance(ours).value is None
    measure = balance(ours + theirs)
    assert (measure.value, measure.needs_someone) == (0.125, True)
    assert balance(ours[:6] + theirs * 2).needs_someone is False


def test_more_asked_than_given_warns_of_a_prospect():
    ask = fact(1, 10, kind="ask", direction=FROM_US, asks=True)
    gift = fact(2, 20, kind="help", direction=FROM_US)
    assert giving([ask]).needs_someone
    assert not giving([ask, gift]).needs_someone
    assert giving([ask, gift]).value == 1
    assert giving([fact(3, 10)]).figure == "Not enough data"


def test_nothing_logged_is_never_zero():
    for measure in (
        recency([], allowed=60, tier="Active", on=TODAY),
        replies([], RULES, on=TODAY),
        balance([]),
        giving([]),
    ):
        assert (measure.value, measure.figure) == (None, "Not enough data")


# ---------------------------------------------------------------- from rows


@pytest.fixture
def northgate(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_page_of_a_partner_rests_on_its_rows(northgate):
    asked = TouchpointFactory(organisation=northgate, on=ago(90), asks=True, direction=FROM_US)
    TouchpointFactory(organisation=northgate, on=ago(85), answers=asked, direction=FROM_THEM)
    long_ago = TouchpointFactory(organisation=northgate, on=ago(700))
    talks = talks_with(northgate, on=TODAY)
    by_key = {each.measure.key: each for each in talks.measures}
    assert by_key["recency"].rows == [long_ago]
    assert by_key["recency"].measure.value == 700
    assert by_key["replies"].rows == [asked]
    assert "giving" not in by_key
    assert talks.unanswered == []


def test_prospect_has_asks_and_gives(northgate):
    northgate.kind = Organisation.Kind.PROSPECT
    assert "giving" in {each.measure.key for each in talks_with(northgate, on=TODAY).measures}


def test_quiet_ones_follow_their_tier_and_the_coalitions_days(northgate):
    coalition = northgate.coalition
    TouchpointFactory(organisation=northgate, on=ago(50))
    prospect = OrganisationFactory(coalition=coalition, prospect=True)
    TouchpointFactory(organisation=prospect, on=ago(50))
    retired = OrganisationFactory(coalition=coalition, retired=True)
    TouchpointFactory(organisation=retired, on=ago(300))
    OrganisationFactory(coalition=coalition)  # never spoken with: nobody knows

    def quiet() -> list[tuple[int, int]]:
        rows, _more = quiet_ones(coalition, on=TODAY, most=9)
        return [(one.pk, one.days) for one in rows]

    assert quiet() == [(prospect.pk, 50)]
    TalkTier.objects.create(coalition=coalition, organisation=northgate, tier=Tier.STEERING)
    assert {pk for pk, _days in quiet()} == {prospect.pk, northgate.pk}
    TalkRules.objects.create(coalition=coalition, prospect=50)
    assert {pk for pk, _days in quiet()} == {northgate.pk}


# ---------------------------------------------------------------- pages


def test_days_are_a_setting_with_effect(coordinator, northgate):
    page = reverse("partners:talk_rules", args=[coordinator.slug])
    fields = {
        "steering": 30,
        "active": 20,
        "supporting": 90,
        "prospect": 45,
        "answer_within": 10,
        "asked_at_least": 3,
    }
    answer = coordinator.post(page, fields)
    assert answer.status_code == 302, answer.content.decode()
    assert rules_of(northgate.coalition).active == 20
    assert coordinator.post(page, fields | {"active": 0}).status_code == 422


def test_tier_is_chosen_on_the_partners_page(coordinator, northgate):
    coordinator.post(
        reverse("partners:talk_tier", args=[coordinator.slug, northgate.pk]), {"tier": "steering"}
    )
    assert talks_with(northgate, on=TODAY).tier == Tier.STEERING


def test_filters_stand_in_the_address(coordinator, northgate):
    ours = coordinator.membership.person
    TouchpointFactory(organisation=northgate, said="A visit by us", kind="visit", logged_by=ours)
    TouchpointFactory(organisation=northgate, said="A call of others")
    TouchpointFactory(organisation=northgate, said="Promised", due=True)
    page = reverse("partners:talks", args=[coordinator.slug])

    def shown(query: str) -> set[str]:
        text = coordinator.get(f"{page}?{query}").content.decode()
        return {
            words for words in ("A visit by us", "A call of others", "Promised") if words in text
        }

    assert shown("kind=visit") == {"A visit by us"}
    assert shown(f"who={ours.pk}") == {"A visit by us"}
    assert shown("due=due") == {"Promised"}
    assert shown("q=others") == {"A call of others"}
    assert shown(f"partner={northgate.pk}") == {"A visit by us", "A call of others", "Promised"}
    assert shown("page=x&who=abc&due=9&partner=-1") == shown("")


def test_home_names_what_was_promised_and_who_is_quiet(coordinator, northgate):
    TouchpointFactory(organisation=northgate, said="Send the flyers", due=True)
    quiet = OrganisationFactory(coalition=northgate.coalition, name="Silent Mill")
    TouchpointFactory(organisation=quiet, on=ago(200))
    home = coordinator.get(reverse("dashboard:home", args=[coordinator.slug])).content.decode()
    assert "Promised to follow up" in home
    assert "Send the flyers" in home
    assert "Quiet too long" in home
    assert "Silent Mill" in home


@pytest.mark.parametrize("name", ["talks", "talks_quiet", "talks_of"])
def test_pages_ask_the_same_for_one_talk_and_three(
    name, coordinator, northgate, django_assert_max_num_queries
):
    args = [coordinator.slug, *([northgate.pk] if name == "talks_of" else [])]
    page = reverse(f"partners:{name}", args=args)

    def asked() -> int:
        with django_assert_max_num_queries(12) as queries:
            coordinator.get(page)
        return len(queries)

    TouchpointFactory(organisation=northgate, on=ago(100), asks=True, due=True)
    coordinator.get(page)
    one = asked()
    for _each in range(2):
        other = OrganisationFactory(coalition=northgate.coalition)
        TouchpointFactory(organisation=other, on=ago(100), due=True)
        TouchpointFactory(organisation=northgate, on=ago(120), asks=True)
    assert asked() == one
