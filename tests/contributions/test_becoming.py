"""What becomes of a promise of a partner: given, moved, taken back; and whose word it is."""

import pytest

from contributions.models import Contribution
from tests.contributions.doors import address, days_ago, fill, said, undo_of
from tests.contributions.factories import ContributionFactory, ContributionPopulationFactory
from tests.forms import all_hidden


@pytest.fixture
def promise(organisation) -> Contribution:
    """Written down by one of us, due tomorrow."""
    return ContributionFactory(
        organisation=organisation, promised_on=days_ago(60), due_on=days_ago(-1)
    )


@pytest.fixture
def their_promise(organisation) -> Contribution:
    return ContributionFactory(
        organisation=organisation, theirs=True, promised_on=days_ago(60), due_on=days_ago(-1)
    )


def do(client, name, row, **answers):
    answer = fill(client, address(name, client, row.pk), **answers)
    row.refresh_from_db()
    return answer


def give(client, row, **answers):
    return do(client, "deliver", row, **{"on": days_ago(2), **answers})


# ---------------------------------------------------------------- given


def test_partner_marks_what_we_wrote_as_given(promise, speaker):
    answer = give(speaker, promise, what="Every Tuesday in May")
    assert said(answer) == ["Thank you, it is noted."]
    assert (promise.state, promise.delivered_on) == ("delivered", days_ago(2))
    assert (promise.is_end_their_own_word, promise.is_their_own_word) == (True, False)
    assert promise.was_kept_on_time


def test_coordinator_notes_it_and_it_is_told_apart(coordinator, speaker, their_promise):
    give(coordinator, their_promise)
    assert (their_promise.is_end_their_own_word, their_promise.is_their_own_word) == (False, True)
    page = speaker.get(address("ledger", speaker, their_promise.organisation_id)).text
    assert "The coalition noted it." in page


def test_how_much_came_is_counted_in_the_unit_that_was_promised(coordinator, organisation):
    row = ContributionFactory(organisation=organisation, promised_amount=40, unit="hours")
    refused = give(coordinator, row, amount="3", unit="days")
    assert refused.status_code == 422
    assert "Hours" in refused.text
    give(coordinator, row, amount="32.5", unit="hours")
    assert (row.promised_amount, row.amount, row.unit) == (40, 32.5, "hours")


def test_what_was_not_counted_keeps_the_unit_of_the_promise(coordinator, organisation):
    row = ContributionFactory(organisation=organisation, promised_amount=40, unit="hours")
    give(coordinator, row, amount="", unit="")
    assert (row.promised_amount, row.amount, row.unit) == (40, None, "hours")


def test_nothing_is_given_before_it_was_promised_or_tomorrow(coordinator, promise):
    assert give(coordinator, promise, on=days_ago(61)).status_code == 422
    assert give(coordinator, promise, on=days_ago(-1)).status_code == 422
    assert promise.is_open


def test_not_given_after_all_it_stands_as_promised(coordinator, organisation):
    row = ContributionFactory(organisation=organisation, given=True, amount=3, unit="days")
    answer = coordinator.post(address("reopen", coordinator, row.pk))
    row.refresh_from_db()
    assert (row.state, row.delivered_on, row.amount, row.unit) == ("promised", None, None, "")
    coordinator.post(undo_of(answer))
    row.refresh_from_db()
    assert (row.state, row.amount, row.unit) == ("delivered", 3, "days")


# ---------------------------------------------------------------- taken back


@pytest.mark.parametrize("who", ["coordinator", "speaker"])
def test_promise_is_taken_back_with_a_reason(request, promise, who):
    client = request.getfixturevalue(who)
    assert do(client, "withdraw", promise, on=days_ago(0)).status_code == 422
    do(client, "withdraw", promise, on=days_ago(0), reason="The roof leaks")
    assert (promise.state, promise.withdrawn_reason) == ("withdrawn", "The roof leaks")
    assert promise.is_end_their_own_word == (who == "speaker")


def test_what_was_given_is_not_taken_back(coordinator, organisation):
    row = ContributionFactory(organisation=organisation, given=True)
    answer = do(coordinator, "withdraw", row, on=days_ago(0), reason="No")
    assert answer.status_code == 422
    assert row.is_delivered


def test_what_was_taken_back_is_not_given(coordinator, organisation):
    row = ContributionFactory(organisation=organisation, withdrawn=True)
    assert give(coordinator, row).status_code == 422
    assert row.is_withdrawn


# ---------------------------------------------------------------- moved


def moved(client, row, **answers):
    told = {"kind": row.kind, "words": row.words, "promised_on": row.promised_on}
    return do(client, "edit", row, **told | answers)


def test_day_that_a_partner_moves_alone_wins_no_time(promise, speaker):
    first = promise.due_on
    moved(speaker, promise, due_on=days_ago(-30))
    assert (promise.due_on, promise.first_due_on) == (days_ago(-30), first)
    assert (promise.measured_on, promise.times_moved) == (first, 1)


def test_day_that_we_agreed_to_counts(coordinator, speaker, promise):
    moved(speaker, promise, due_on=days_ago(-30))
    moved(coordinator, promise, due_on=days_ago(-30), is_agreed="on")
    assert (promise.measured_on, promise.times_moved) == (days_ago(-30), 1)


def test_partner_is_not_asked_whether_we_agreed(promise, speaker):
    form = speaker.get(address("edit", speaker, promise.pk)).context["form"]
    assert list(form.fields) == ["due_on"]


def test_what_has_come_keeps_its_day(coordinator, organisation):
    row = ContributionFactory(organisation=organisation, given=True, due_on=days_ago(0))
    moved(coordinator, row, due_on=days_ago(-9))
    assert (row.due_on, row.times_moved) == (days_ago(0), 0)


# ---------------------------------------------------------------- whose word it is


def test_nobody_writes_over_the_words_of_the_other_side(coordinator, speaker, their_promise):
    words = their_promise.words
    moved(coordinator, their_promise, due_on=days_ago(-9), note="Call first", words="Ours")
    assert (their_promise.words, their_promise.note) == (words, "Call first")
    do(
        speaker,
        "edit",
        their_promise,
        kind="space",
        words="The hall, and the kitchen",
        promised_on=their_promise.promised_on,
        due_on=their_promise.due_on,
    )
    assert (their_promise.words, their_promise.note) == ("The hall, and the kitchen", "Call first")


def test_worth_is_in_their_words_and_they_alone_change_their_own(coordinator, speaker, promise):
    do(coordinator, "worth", promise, worth="About 300 dollars, they said")
    assert not promise.is_worth_their_own_word
    do(speaker, "worth", promise, worth="More than money")
    assert (promise.worth, promise.is_worth_their_own_word) == ("More than money", True)
    refused = do(coordinator, "worth", promise, worth="300")
    assert refused.status_code == 422
    assert promise.worth == "More than money"
    do(speaker, "worth", promise, worth="")
    assert (promise.worth, promise.is_worth_their_own_word) == ("", False)


def test_edited_meanwhile_both_versions_are_shown(coordinator, promise):
    url = address("edit", coordinator, promise.pk)
    opened = all_hidden(coordinator.get(url))
    Contribution.objects.update(words="Two halls")
    told = {"kind": promise.kind, "words": "Three halls", "promised_on": promise.promised_on}
    answer = coordinator.post(url, opened | told | {"due_on": promise.due_on})
    assert answer.status_code == 409
    promise.refresh_from_db()
    assert promise.words == "Two halls"


def test_change_is_not_undone_once_it_was_changed_again(coordinator, promise):
    undo = undo_of(give(coordinator, promise))
    coordinator.post(address("reopen", coordinator, promise.pk))
    give(coordinator, promise, what="All of it")
    answer = coordinator.post(undo)
    assert "changed again since" in said(answer)[-1]
    promise.refresh_from_db()
    assert promise.delivered_what == "All of it"


def test_undo_of_an_edit_brings_populations_back(coordinator, organisation):
    named = ContributionPopulationFactory(contribution__organisation=organisation)
    row = named.contribution
    told = {"kind": "space", "words": row.words, "promised_on": row.promised_on}
    answer = do(coordinator, "edit", row, **told)
    assert not row.populations.exists()
    coordinator.post(undo_of(answer))
    assert row.populations.get().term == named.term
