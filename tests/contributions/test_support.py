"""Support: asked for by a partner or for it, answered, provided, and where it waits."""

import pytest

from accounts.permissions import Role
from contributions.models import SupportRequest
from tests.contributions.doors import address, days_ago, fill, said, undo_of
from tests.contributions.factories import SupportRequestFactory
from tests.factories import OrganisationFactory, ProfileRowFactory, TermFactory
from tests.forms import all_hidden


def ask(client, organisation, **answers):
    told = {"kind": "interpreter", "words": "Spanish in the evening", "needed_by": days_ago(-20)}
    return fill(client, address("support_ask", client, organisation.pk), **told | answers)


def do(client, name, row, **answers):
    answer = fill(client, address(f"support_{name}", client, row.pk), **answers)
    row.refresh_from_db()
    return answer


def press(client, name, row):
    answer = client.post(address(f"support_{name}", client, row.pk))
    row.refresh_from_db()
    return answer


def ledger(client, organisation) -> str:
    return client.get(address("ledger", client, organisation.pk)).text


@pytest.fixture
def asked(organisation) -> SupportRequest:
    return SupportRequestFactory(organisation=organisation, asked_on=days_ago(30))


# ---------------------------------------------------------------- asking


def test_partner_asks_and_reads_the_answer(coordinator, organisation, speaker):
    ask(speaker, organisation)
    row = SupportRequest.objects.get()
    assert (row.state, row.is_their_own_word) == ("asked", True)
    assert (row.asked_on, row.needed_by) == (days_ago(0), days_ago(-20))
    do(coordinator, "agree", row, words="Call Ana a week before")
    assert (row.state, row.answered_by) == ("agreed", coordinator.membership.person)
    assert "Call Ana a week before" in ledger(speaker, organisation)
    do(coordinator, "provide", row, on=days_ago(0), what="Mr. Vega came")
    assert (row.state, row.provided_on) == ("provided", days_ago(0))
    page = speaker.get(address("ledger", speaker, organisation.pk))
    assert [one.words for one in page.context["ledger"].received_lately] == [row.words]
    assert "Mr. Vega came" in page.text


def test_coordinator_asks_for_a_partner_and_it_is_told_apart(coordinator, organisation, speaker):
    ask(coordinator, organisation)
    row = SupportRequest.objects.get()
    assert (row.is_their_own_word, row.asked_by) == (False, coordinator.membership.person)
    assert "the coalition asked for you" in ledger(speaker, organisation)


def test_need_that_was_told_is_a_request_with_its_words_filled_in(coordinator, organisation):
    coalition = organisation.coalition
    kind = TermFactory(coalition=coalition, vocabulary="support", name="An interpreter")
    ProfileRowFactory(
        organisation=organisation, topic="support", term=kind, words="", note="On Tuesdays"
    )
    needs = coordinator.get(f"/{coordinator.slug}/partners/support/")
    url = address("support_ask", coordinator, organisation.pk)
    assert f'{url}?kind=An%20interpreter&amp;words=On%20Tuesdays"' in needs.text
    form = coordinator.get(url, {"kind": "An interpreter", "words": "On Tuesdays"}).context["form"]
    assert form.initial == {"kind": "interpreter", "words": "On Tuesdays"}


def test_need_in_a_word_of_ones_own_is_something_else(coordinator, organisation):
    url = address("support_ask", coordinator, organisation.pk)
    form = coordinator.get(url, {"kind": "A quiet room"}).context["form"]
    assert form.initial == {"kind": "other", "words": "A quiet room"}


def test_request_pressed_twice_is_made_once(speaker, organisation):
    url = address("support_ask", speaker, organisation.pk)
    sent = all_hidden(speaker.get(url)) | {"kind": "travel", "words": "A taxi"}
    speaker.post(url, sent)
    speaker.post(url, sent)
    assert SupportRequest.objects.count() == 1


def test_partner_takes_its_asking_back(speaker, organisation):
    speaker.post(undo_of(ask(speaker, organisation)))
    assert not SupportRequest.objects.exists()


def test_only_who_asked_changes_the_words_and_only_before_the_answer(coordinator, speaker, asked):
    told = {"kind": "interpreter", "words": "Mixtec too"}
    assert do(coordinator, "edit", asked, **told).status_code == 422
    do(speaker, "edit", asked, **told)
    assert asked.words == "Mixtec too"
    do(coordinator, "agree", asked)
    refused = do(speaker, "edit", asked, kind="travel", words="A taxi instead")
    assert refused.status_code == 422
    assert asked.words == "Mixtec too"


# ---------------------------------------------------------------- answering


def test_declined_it_says_why(coordinator, speaker, asked):
    assert do(coordinator, "decline", asked, words="").status_code == 422
    do(coordinator, "decline", asked, words="The grant does not allow it")
    assert asked.state == "declined"
    assert "The grant does not allow it" in ledger(speaker, asked.organisation)


def test_what_was_provided_without_an_answer_was_agreed_to_that_day(coordinator, asked):
    do(coordinator, "provide", asked, on=days_ago(1))
    assert (asked.state, asked.answered_on) == ("provided", days_ago(1))
    assert asked.answered_by == coordinator.membership.person


def test_nothing_is_provided_before_it_was_asked_for_or_tomorrow(coordinator, asked):
    assert do(coordinator, "provide", asked, on=days_ago(31)).status_code == 422
    assert do(coordinator, "provide", asked, on=days_ago(-1)).status_code == 422
    assert asked.state == "asked"


def test_not_needed_any_more_it_is_not_agreed_to(coordinator, speaker, asked):
    answer = press(speaker, "withdraw", asked)
    assert (asked.state, asked.withdrawn_on) == ("withdrawn", days_ago(0))
    assert do(coordinator, "agree", asked).status_code == 422
    speaker.post(undo_of(answer))
    asked.refresh_from_db()
    assert asked.state == "asked"


def test_what_they_got_is_not_withdrawn(coordinator, organisation):
    row = SupportRequestFactory(organisation=organisation, provided=True)
    answer = press(coordinator, "withdraw", row)
    assert said(answer) == ["They got this already."]
    assert row.state == "provided"


def test_opened_again_it_waits_for_an_answer(coordinator, organisation):
    row = SupportRequestFactory(organisation=organisation, declined=True)
    press(coordinator, "reopen", row)
    assert (row.state, row.answered_on, row.answer_words) == ("asked", None, "")


def test_our_own_note_is_not_for_the_partner(coordinator, speaker, asked):
    do(coordinator, "note", asked, note="The county may pay")
    assert "The county may pay" in ledger(coordinator, asked.organisation)
    assert "The county may pay" not in ledger(speaker, asked.organisation)


def test_partner_answers_nothing(speaker, asked):
    for name in ("agree", "decline", "provide", "note"):
        url = address(f"support_{name}", speaker, asked.pk)
        assert speaker.post(url, {"words": "Yes", "on": days_ago(0)}).status_code == 403
    assert press(speaker, "reopen", asked).status_code == 403
    assert asked.state == "asked"


# ---------------------------------------------------------------- where it waits


def listed(client, **asked) -> list[str]:
    found = client.get(address("support", client), asked).context["requests"]
    return [one.words for one in found.page.object_list]


def test_page_lists_what_waits_first(coordinator, organisation):
    told = {"organisation": organisation}
    SupportRequestFactory(words="Agreed", agreed=True, **told)
    SupportRequestFactory(words="Someday", **told)
    SupportRequestFactory(words="Soon", needed_by=days_ago(-5), kind="travel", **told)
    SupportRequestFactory(words="Got", provided=True, **told)
    SupportRequestFactory(words="Gone", organisation__coalition=organisation.coalition)
    retired = OrganisationFactory(coalition=organisation.coalition, retired=True)
    SupportRequestFactory(words="Left", organisation=retired)
    SupportRequestFactory(words="Elsewhere")
    assert listed(coordinator) == ["Soon", "Someday", "Gone", "Agreed"]
    assert listed(coordinator, kind="travel") == ["Soon"]
    assert listed(coordinator, state=["provided", "agreed"]) == ["Agreed", "Got"]
    assert listed(coordinator, state="gold") == ["Soon", "Someday", "Gone", "Agreed"]


def test_page_is_for_who_reads_notes(member, organisation):
    SupportRequestFactory(organisation=organisation, words="A taxi")
    steering, viewer = (
        member(role, coalition=organisation.coalition) for role in (Role.STEERING, Role.VIEWER)
    )
    assert listed(steering) == ["A taxi"]
    assert viewer.get(address("support", viewer)).status_code == 403
    assert "A taxi" not in ledger(viewer, organisation)


def test_page_takes_the_same_queries_with_one_and_three_requests(
    coordinator, organisation, django_assert_num_queries
):
    url = address("support", coordinator)
    coordinator.get(url)
    for number in (1, 2):
        SupportRequestFactory.create_batch(number, organisation=organisation)
        with django_assert_num_queries(7):
            coordinator.get(url)


def test_request_waits_on_the_coordinator_s_home(coordinator, asked):
    page = coordinator.get(f"/{coordinator.slug}/").text
    assert f"They ask for: “{asked.words}”" in page
    assert address("support_agree", coordinator, asked.pk) in page
    do(coordinator, "agree", asked)
    assert asked.words not in coordinator.get(f"/{coordinator.slug}/").text


def test_partner_s_home_says_how_it_stands(coordinator, speaker, asked):
    assert f"{asked.words}</a>: Asked for" in speaker.get(f"/{speaker.slug}/").text
    do(coordinator, "agree", asked)
    assert f"{asked.words}</a>: Agreed" in speaker.get(f"/{speaker.slug}/").text
