"""How closely a partner says itself that it works with whom: its own word, which nobody writes over."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Tie
from partners.operations import merge, unmerge
from partners.reports.history.timeline import timeline
from tests.factories import (
    NOW,
    IncidentFactory,
    OrganisationFactory,
    RelationFactory,
    RepresentationFactory,
    TieFactory,
)
from tests.forms import carried
from tests.partners.value.doors import said, speaker_of

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def oak(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Oak")


@pytest.fixture
def elm(oak):
    return OrganisationFactory(coalition=oak.coalition, name="Elm")


@pytest.fixture
def tie(oak, elm):
    """Elm stands first, so that what Oak says is the word of the second."""
    relation = RelationFactory(coalition=oak.coalition, name="Referral")
    return TieFactory(first=elm, second=oak, relation=relation)


@pytest.fixture
def speaker(oak):
    return speaker_of(oak)


def address(client, name, organisation, *args):
    return reverse(f"partners:{name}", args=[client.slug, organisation.pk, *args])


def page_of(client, organisation):
    return client.get(address(client, "ties", organisation))


def say(client, tie, organisation, level):
    """From the page on which the only tie stands."""
    mark = carried(page_of(client, organisation), "opened")
    sent = {"level": level, "opened": mark}
    return client.post(address(client, "tie_level", organisation, tie.pk), sent, follow=True)


def undo_of(answer):
    (message,) = answer.context["messages"]
    return message.extra_tags.removeprefix("undo:")


def edited(client, tie, organisation, **told):
    url = address(client, "tie_edit", organisation, tie.pk)
    page = client.get(url)
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    sent = {name: "" if value is None else str(value) for name, value in shown.items()}
    return client.post(url, sent | {"opened": carried(page, "opened")} | told, follow=True)


def newest(organisation):
    return timeline(organisation, may_see_contacts=True).entries[0]


def word_of_second(tie):
    tie.refresh_from_db()
    return tie.level_second, tie.own_word_second_on, tie.own_word_second_by


def test_partner_says_how_closely_they_work_with_whom(tie, oak, speaker):
    answer = say(speaker, tie, oak, "3")
    person = speaker.membership.person
    assert word_of_second(tie) == (3, timezone.localdate(), person)
    assert (tie.level_first, tie.own_word_first_on, tie.own_word_first_by) == (None, None, None)
    assert "You said: 3 coordination: they fit what they do together" in answer.text
    assert str(person) in answer.text


def test_coordinator_reads_whose_word_it_is_on_the_tie_and_in_both_stories(
    tie, oak, elm, speaker, coordinator
):
    say(speaker, tie, oak, "3")
    page = page_of(coordinator, elm).text
    assert "Oak says 3" in page
    assert "their own word" in page
    assert str(speaker.membership.person) in page
    assert newest(oak).headline == "Referral with Elm, level 3 in their own word"
    assert newest(elm).headline == "Referral with Oak, level 3 in the own word of Oak"


def test_viewer_reads_whose_word_it_is_and_not_who_said_it(tie, oak, speaker, member):
    say(speaker, tie, oak, "3")
    page = page_of(member(Role.VIEWER, coalition=oak.coalition), oak).text
    assert "their own word" in page
    assert str(speaker.membership.person) not in page


def test_level_that_we_typed_for_them_is_no_own_word(tie, oak, speaker, coordinator):
    edited(coordinator, tie, oak, theirs="2")
    assert word_of_second(tie) == (2, None, None)
    assert "their own word" not in page_of(coordinator, oak).text
    assert "As we heard from you: 2 cooperation" in page_of(speaker, oak).text


def test_partner_leaves_it_open_again(tie, oak, speaker):
    say(speaker, tie, oak, "3")
    answer = say(speaker, tie, oak, "")
    assert word_of_second(tie) == (None, None, None)
    assert "You have not said yet how closely." in answer.text
    assert newest(oak).headline == "Referral with Elm: no level now"


def test_partner_reads_nothing_of_what_the_other_side_or_we_say(tie, oak, elm, speaker):
    say(speaker_of(elm), tie, elm, "5")
    Tie.objects.update(evidence="A shared van", note="They quarrel", level_ours=4)
    page = page_of(speaker, oak)
    assert "Elm" in page.text
    for secret in ("A shared van", "They quarrel", "their own word"):
        assert secret not in page.text
    assert " selected" not in page.text
    assert "You said" not in page.text


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "prospect"},
        {"is_left_out_of_directory": True},
        {"retired_on": NOW.date(), "retired_reason": "They closed"},
    ],
    ids=["prospect", "left out", "retired"],
)
def test_whom_no_directory_names_is_not_named_here(tie, oak, elm, speaker, change):
    for name, value in change.items():
        setattr(elm, name, value)
    elm.save()
    assert "Elm" not in page_of(speaker, oak).text
    sent = speaker.post(address(speaker, "tie_level", oak, tie.pk), {"level": "3"})
    assert sent.status_code == 404


def test_whose_listing_an_incident_pauses_is_not_named_here(tie, oak, elm, speaker):
    IncidentFactory(organisation=elm, paused=True)
    assert "Elm" not in page_of(speaker, oak).text


def test_who_speaks_for_both_sees_both(tie, oak, elm, speaker):
    elm.is_left_out_of_directory = True
    elm.save()
    RepresentationFactory(organisation=elm, membership=speaker.membership)
    assert "Elm" in page_of(speaker, oak).text


def test_what_is_over_is_not_asked_any_more(tie, oak, speaker):
    mark = carried(page_of(speaker, oak), "opened")
    Tie.objects.update(until_on=timezone.localdate() - timezone.timedelta(days=1))
    assert "Elm" not in page_of(speaker, oak).text
    sent = {"level": "3", "opened": mark}
    answer = speaker.post(address(speaker, "tie_level", oak, tie.pk), sent)
    assert said(answer) == ["You do not work together in this way any more, as far as we know."]
    assert word_of_second(tie) == (None, None, None)


def test_answer_that_there_is_not_is_refused(tie, oak, speaker):
    answer = say(speaker, tie, oak, "6")
    assert "Please choose one of the answers." in answer.text
    assert word_of_second(tie) == (None, None, None)


def test_what_changed_since_the_page_was_opened_is_not_overwritten(tie, oak, speaker, coordinator):
    mark = carried(page_of(speaker, oak), "opened")
    edited(coordinator, tie, oak, theirs="2")
    sent = {"level": "5", "opened": mark}
    answer = speaker.post(address(speaker, "tie_level", oak, tie.pk), sent, follow=True)
    assert "Somebody has changed this meanwhile. Look at it once more." in answer.text
    assert word_of_second(tie) == (2, None, None)


def test_partner_says_nothing_of_others_ties(tie, elm, speaker):
    assert page_of(speaker, elm).status_code == 404
    url = address(speaker, "tie_level", elm, tie.pk)
    assert speaker.post(url, {"level": "3"}).status_code == 404
    beside = TieFactory(first=elm)
    (own,) = speaker.membership.representations.all()
    url = address(speaker, "tie_level", own.organisation, beside.pk)
    assert speaker.post(url, {"level": "3"}).status_code == 404


def test_coordinator_does_not_speak_for_them(tie, oak, coordinator):
    url = address(coordinator, "tie_level", oak, tie.pk)
    assert coordinator.post(url, {"level": "3"}).status_code == 403


def test_partner_takes_back_what_they_said(tie, oak, speaker, coordinator):
    edited(coordinator, tie, oak, theirs="2")
    answer = speaker.post(undo_of(say(speaker, tie, oak, "4")), follow=True)
    assert word_of_second(tie) == (2, None, None)
    speaker.post(undo_of(answer))
    assert word_of_second(tie)[0] == 4
    assert tie.is_own_word("second")


def test_partner_takes_back_neither_our_changes_nor_the_others_word(
    tie, oak, elm, speaker, coordinator
):
    edited(coordinator, tie, oak, theirs="2")
    ours = newest(oak).change
    say(speaker_of(elm), tie, elm, "5")
    theirs = newest(oak).change
    for change in (ours, theirs):
        answer = speaker.post(address(speaker, "tie_level_undo", oak, change), follow=True)
        assert "Only what you said yourselves of your ties is taken back here." in answer.text
    tie.refresh_from_db()
    assert (tie.level_first, tie.level_second) == (5, 2)


def test_we_do_not_write_over_their_own_word(tie, oak, speaker, coordinator):
    say(speaker, tie, oak, "3")
    answer = edited(coordinator, tie, oak, theirs="1")
    assert answer.status_code == 422
    assert "Only they change it." in answer.text
    assert word_of_second(tie)[0] == 3


def test_the_rest_of_the_tie_is_still_ours_to_tell(tie, oak, speaker, coordinator):
    say(speaker, tie, oak, "3")
    answer = edited(coordinator, tie, oak, others="4", evidence="A shared van")
    assert answer.status_code == 200
    assert word_of_second(tie)[0] == 3
    assert tie.is_own_word("second")
    assert (tie.level_first, tie.evidence) == (4, "A shared van")


def test_coordinator_takes_their_word_back_in_the_story(tie, oak, speaker, coordinator):
    say(speaker, tie, oak, "3")
    coordinator.post(address(coordinator, "undo", oak, newest(oak).change))
    assert word_of_second(tie) == (None, None, None)


def test_own_word_goes_along_with_a_merge_and_comes_back(tie, oak, speaker, coordinator):
    say(speaker, tie, oak, "3")
    heir = OrganisationFactory(coalition=oak.coalition, name="Great Oak")
    by = coordinator.membership.person
    (merged,) = merge(heir, others=[oak], choices={}, by=by, at=timezone.now())
    page = page_of(coordinator, heir).text
    assert "Great Oak says 3" in page
    assert "their own word" in page
    unmerge(merged, by=by, at=timezone.now())
    assert tie.pk in Tie.objects.of(oak).values_list("pk", flat=True)
    assert word_of_second(tie)[0] == 3


def test_home_page_of_a_partner_leads_there(tie, oak, speaker):
    home = speaker.get(reverse("dashboard:home", args=[speaker.slug]))
    assert f'href="{address(speaker, "ties", oak)}"' in home.text


def test_queries_of_their_page_are_the_same_for_one_tie_and_for_three(tie, oak, speaker):
    say(speaker, tie, oak, "3")
    counts = []
    for more in (0, 2):
        for _each in range(more):
            say_of(another(oak), speaker)
        with CaptureQueriesContext(connection) as captured:
            page = page_of(speaker, oak)
        assert page.text.count("You said: 3") == 1 + more
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12


def another(organisation):
    other = OrganisationFactory(coalition=organisation.coalition)
    return TieFactory(first=other, second=organisation)


def say_of(tie, client):
    tie.level_second, tie.own_word_second_by = 3, client.membership.person
    tie.own_word_second_on = NOW.date()
    tie.save()
