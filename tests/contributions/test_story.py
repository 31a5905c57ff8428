"""The story of a partner says what it gave and asked for, and takes it back."""

import pytest

from contributions.models import Contribution
from contributions.operations import contributions, support
from partners.operations.value.benefits import Counted
from partners.reports.history.timeline import timeline
from tests.contributions.factories import (
    ContributionFactory,
    ContributionPopulationFactory,
    SupportRequestFactory,
)
from tests.factories import TODAY, TermFactory
from tests.partners.changes import change


@pytest.fixture
def ruth(coordinator):
    return coordinator.membership.person


def headlines(organisation) -> list[str]:
    told = timeline(organisation, may_see_contacts=True)
    return [entry.headline for entry in told.entries if entry.headline != "Joined the list"]


def test_story_tells_of_a_contribution_in_words(organisation, ruth):
    with change("contribution.logged", day=1, by=ruth):
        row = ContributionFactory(organisation=organisation, words="The hall")
    with change("contribution.edited", day=2, by=ruth):
        Contribution.objects.update(due_on="2026-07-01")
    with change("contribution.given", day=3, by=ruth):
        counted = Counted(amount=3, unit="days")
        told = {"on": TODAY, "what": "Warm and dry", "counted": counted}
        contributions.deliver(row, by=ruth, is_their_own_word=False, **told)
    with change("contribution.reopened", day=4, by=ruth):
        contributions.reopen(row, by=ruth)
    with change("contribution.withdrawn", day=5, by=ruth):
        told = {"on": TODAY, "reason": "The roof leaks"}
        contributions.withdraw(row, by=ruth, is_their_own_word=True, **told)
    assert headlines(organisation)[:5] == [
        "They took back: “The hall” (The roof leaks)",
        "Promised again: “The hall”",
        "They gave: “The hall” (Warm and dry) (Days: 3)",
        "“The hall” is promised by July 1, 2026 now, before that by no day",
        "They promise: “The hall”",
    ]


def test_story_tells_of_support_and_its_answer(organisation, ruth):
    with change("support.asked", day=1, by=ruth):
        row = SupportRequestFactory(organisation=organisation, words="A taxi")
    with change("support.agreed", day=2, by=ruth):
        support.agree(row, words="Call Ana", on=TODAY, by=ruth)
    with change("support.provided", day=3, by=ruth):
        support.provide(row, what="Twice", on=TODAY, by=ruth)
    assert headlines(organisation)[:3] == [
        "They got: “A taxi” (Twice)",
        "We agreed to: “A taxi” (Call Ana)",
        "They ask for: “A taxi”",
    ]


def test_story_names_the_population_of_which_they_bring_knowledge(organisation, ruth):
    elders = TermFactory(
        coalition=organisation.coalition, vocabulary="population", name="Hmong elders"
    )
    with change("contribution.logged", day=1, by=ruth):
        row = ContributionFactory(organisation=organisation, kind="population", given=True)
    with change("contribution.edited", day=2, by=ruth):
        ContributionPopulationFactory(contribution=row, term=elders)
    assert headlines(organisation)[0] == "Knowledge of Hmong elders"


def test_change_is_taken_back_in_the_story(coordinator, organisation, ruth):
    row = ContributionFactory(organisation=organisation, words="The hall")
    with change("contribution.given", day=3, by=ruth) as made:
        told = {"on": TODAY, "what": ""}
        contributions.deliver(row, by=ruth, is_their_own_word=False, **told)
    page = f"/{coordinator.slug}/partners/{organisation.pk}/"
    undo = f"{page}undo/{made}/"
    assert undo in coordinator.get(f"{page}history/").text
    coordinator.post(undo)
    row.refresh_from_db()
    assert row.is_open
