"""The files."""

import pytest

from coalition.sample.story import steps_of
from partners.models import Organisation
from partners.presets import PUBLIC_HEALTH
from tests.coalition.sample.rows import CARDS


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.profile.name)
def test_story_leads_from_nothing_to_the_profile_of_today(card):
    steps = steps_of(card)
    assert steps[0].before is None
    assert steps[-1].after == card.profile
    assert [step.before for step in steps[1:]] == [step.after for step in steps[:-1]]
    assert [step.weeks for step in steps] == sorted({step.weeks for step in steps}, reverse=True)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.profile.name)
def test_step_of_a_story_changes_something(card):
    assert [step.weeks for step in steps_of(card) if step.before == step.after] == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.profile.name)
def test_organisation_has_sectors_a_description_and_people_who_can_be_reached(card):
    profile = card.profile
    assert profile.sectors
    assert profile.description
    assert profile.contacts
    unreachable = [c.name for c in profile.contacts if not (c.email or c.phone)]
    assert unreachable == []


def test_files_tell_of_about_forty_partners_in_all_sectors():
    kinds = [card.profile.kind for card in CARDS if not card.profile.retired]
    assert [kinds.count(kind) for kind in Organisation.Kind.values] == [36, 5, 3]
    used = {sector for card in CARDS for sector in card.profile.sectors}
    assert used == {str(name) for name, _broad in PUBLIC_HEALTH}


def test_files_use_only_addresses_and_numbers_that_reach_nobody():
    for card in CARDS:
        profile = card.profile
        mails = [profile.email, *(contact.email for contact in profile.contacts)]
        phones = [*profile.phones, *(contact.phone for contact in profile.contacts)]
        assert [mail for mail in mails if mail and not mail.endswith(".example")] == []
        assert [phone for phone in phones if phone and not phone.startswith("555-01")] == []
        assert not profile.website or profile.website.endswith(".example")
