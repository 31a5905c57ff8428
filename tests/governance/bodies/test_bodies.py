"""A body from its opening to its closing, through the pages."""

from datetime import timedelta

import pytest

from governance.models import Body, BodyLink, Duty, RoleAssignment
from governance.reports.bodies.holders import holders_of
from tests.factories import TODAY
from tests.governance.bodies.factories import BodyLinkFactory, DutyFactory, MeantOverlapFactory
from tests.governance.bodies.telling import TOLD, address, opening, telling
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def duties(body):
    return [duty.words for duty in Duty.objects.of(body)]


def links(body):
    return [(link.label, link.address) for link in BodyLink.objects.of(body)]


def test_body_is_opened_with_duties_in_order_and_links(coordinator, coalition):
    answer = opening(coordinator)
    body = Body.objects.get(coalition=coalition)
    assert answer.status_code == 302
    assert answer["Location"] == body.get_absolute_url()
    assert (body.name, body.cadence, body.quorum) == ("Youth table", "monthly", 50)
    assert duties(body) == ["Ask young people", "Report to the steering committee"]
    assert links(body) == [("Chat", "https://chat.example/youth")]


def test_body_is_shown_with_all_that_was_told(coordinator):
    opening(coordinator)
    page = coordinator.get(address(coordinator, "body", Body.objects.get().pk)).content.decode()
    for words in ("Young people decide with us.", "Ask young people", "https://chat.example/youth"):
        assert words in page
    assert "50 of a hundred voting seats" in page


def test_form_sent_twice_opens_one_body(coordinator):
    key = coordinator.get(address(coordinator, "body_add")).content.decode()
    key = key.split('name="form_key" value="')[1].split('"')[0]
    for _press in range(2):
        opening(coordinator, form_key=key)
    assert Body.objects.count() == 1


def test_opening_is_taken_back_with_its_parts(coordinator):
    answer = coordinator.post(address(coordinator, "body_add"), TOLD, follow=True)
    undo = next(iter(answer.context["messages"])).extra_tags.removeprefix("undo:")
    coordinator.post(undo)
    assert not Body.objects.exists()
    assert not Duty.objects.exists()


def test_body_without_a_name_is_not_opened(coordinator):
    assert opening(coordinator, name="").status_code == 422
    assert not Body.objects.exists()


def test_name_of_another_standing_body_is_refused_whatever_its_accents(coordinator, coalition):
    BodyFactory(coalition=coalition, name="Comité de jóvenes")
    answer = opening(coordinator, name="comite de jovenes")
    assert answer.status_code == 422
    assert "There is a body of that name already." in answer.content.decode()


def test_name_of_a_closed_body_is_free(coordinator, coalition):
    BodyFactory(coalition=coalition, name="Youth table", closed=True)
    assert opening(coordinator).status_code == 302


def test_own_kind_needs_its_word(coordinator):
    assert opening(coordinator, kind="other").status_code == 422
    assert opening(coordinator, kind="other", own_kind="Youth council").status_code == 302
    assert Body.objects.get().kind_in_words == "Youth council"


def test_word_of_another_kind_is_dropped(coordinator):
    opening(coordinator, own_kind="Youth council")
    assert Body.objects.get().own_kind == ""


def test_earlier_words_for_kinds_are_offered(coordinator, coalition):
    BodyFactory(coalition=coalition, kind="other", own_kind="Residents’ table")
    BodyFactory(kind="other", own_kind="Of another coalition")
    page = coordinator.get(address(coordinator, "body_add")).content.decode()
    assert '<option value="Residents’ table">' in page
    assert "Of another coalition" not in page


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://files.example/x", "no address"])
def test_link_that_does_not_lead_to_the_web_is_refused(coordinator, link):
    answer = opening(coordinator, **{"links-0-address": link})
    assert answer.status_code == 422
    assert not Body.objects.exists()


def test_link_without_https_gets_it(coordinator):
    opening(coordinator, **{"links-0-address": "chat.example/youth"})
    assert links(Body.objects.get()) == [("Chat", "https://chat.example/youth")]


def test_body_is_edited_with_as_few_changes_as_there_are(coordinator, coalition):
    body = BodyFactory(coalition=coalition)
    kept = DutyFactory(body=body, words="Stays", position=0)
    changed = DutyFactory(body=body, words="Goes", position=1)
    link = BodyLinkFactory(body=body)
    telling(coordinator, body, duties="Comes\nStays", purpose="For all")
    assert duties(body) == ["Comes", "Stays"]
    assert {duty.pk for duty in Duty.objects.of(body)} == {kept.pk, changed.pk}
    assert [one.pk for one in BodyLink.objects.of(body)] == [link.pk]
    body.refresh_from_db()
    assert body.purpose == "For all"


def test_duty_said_otherwise_is_no_longer_meant_to_be_like_another(coordinator, coalition):
    body = BodyFactory(coalition=coalition)
    note = MeantOverlapFactory(first=DutyFactory(body=body, words="Old"))
    telling(coordinator, body, duties="New")
    assert not type(note).objects.exists()


def test_duty_moved_is_still_meant_to_be_like_another(coordinator, coalition):
    body = BodyFactory(coalition=coalition)
    MeantOverlapFactory(first=DutyFactory(body=body, words="Old"))
    telling(coordinator, body, duties="New\nOld")
    assert duties(body) == ["New", "Old"]
    assert MeantOverlapFactory._meta.model.objects.count() == 1


def test_body_under_itself_is_refused(coordinator, coalition):
    top = BodyFactory(coalition=coalition, name="Top")
    middle = BodyFactory(coalition=coalition, name="Middle", parent=top)
    bottom = BodyFactory(coalition=coalition, name="Bottom", parent=middle)
    answer = telling(coordinator, top, parent=bottom.pk)
    assert answer.status_code == 422
    assert "“Bottom” belongs to “Top” itself" in answer.content.decode()


def test_closed_body_is_no_parent(coordinator, coalition):
    closed = BodyFactory(coalition=coalition, closed=True)
    assert opening(coordinator, parent=closed.pk).status_code == 422


def test_closed_body_is_not_edited(coordinator, coalition):
    body = BodyFactory(coalition=coalition, closed=True)
    answer = telling(coordinator, body, purpose="New")
    assert "It is closed. Open it again to change it." in answer.content.decode()


def test_body_pauses_with_a_reason_and_goes_on(coordinator, coalition):
    body = BodyFactory(coalition=coalition)
    pause = address(coordinator, "body_pause", body.pk)
    assert coordinator.post(pause, {"on": TODAY}).status_code == 422
    coordinator.post(pause, {"on": TODAY, "reason": "Summer"})
    body.refresh_from_db()
    assert (body.paused_on, body.paused_because) == (TODAY, "Summer")
    assert "Summer" in coordinator.get(body.get_absolute_url()).content.decode()
    coordinator.post(address(coordinator, "body_resume", body.pk))
    body.refresh_from_db()
    assert (body.paused_on, body.paused_because) == (None, "")


def test_paused_body_is_not_paused_again(coordinator, coalition):
    body = BodyFactory(coalition=coalition, paused=True)
    again = {"on": TODAY, "reason": "Again"}
    answer = coordinator.post(address(coordinator, "body_pause", body.pk), again)
    assert answer.status_code == 422
    body.refresh_from_db()
    assert body.paused_because == "Nobody has time in summer"


def close(coordinator, body, *, on=TODAY):
    told = {"on": on, "reason": "Its work is done"}
    return coordinator.post(address(coordinator, "body_close", body.pk), told)


def test_closing_ends_terms_that_run_and_drops_those_to_come(coordinator, coalition):
    seat = SeatFactory(body=BodyFactory(coalition=coalition))
    running = RoleAssignmentFactory(seat=seat, ends_on=TODAY + timedelta(days=30))
    over = RoleAssignmentFactory(seat=SeatFactory(body=seat.body), over=True)
    coming = {"starts_on": TODAY + timedelta(days=31), "ends_on": None}
    RoleAssignmentFactory(seat=seat, **coming)
    close(coordinator, seat.body)
    told = dict(RoleAssignment.objects.values_list("pk", "ends_on"))
    assert told == {running.pk: TODAY, over.pk: over.ends_on}
    running.refresh_from_db()
    assert running.ended_because == "Its work is done"


def test_closing_is_taken_back_with_the_terms(coordinator, coalition):
    role = RoleAssignmentFactory(seat__body__coalition=coalition)
    told = {"on": TODAY, "reason": "Done"}
    url = address(coordinator, "body_close", role.seat.body_id)
    page = coordinator.post(url, told, follow=True)
    undo = next(iter(page.context["messages"])).extra_tags.removeprefix("undo:")
    before = role.ends_on
    coordinator.post(undo)
    role.refresh_from_db()
    assert role.ends_on == before
    assert not Body.objects.get().is_closed


def test_body_with_others_under_it_stays_open(coordinator, coalition):
    body = BodyFactory(coalition=coalition)
    BodyFactory(coalition=coalition, parent=body, name="Kitchen group")
    answer = close(coordinator, body)
    assert answer.status_code == 422
    assert "“Kitchen group” belongs to it." in answer.content.decode()


def test_body_is_not_closed_before_it_was_opened(coordinator, coalition):
    body = BodyFactory(coalition=coalition, opened_on=TODAY)
    answer = close(coordinator, body, on=TODAY - timedelta(days=1))
    assert "It cannot be closed before it was opened." in answer.content.decode()


def test_body_opens_again_under_no_closed_parent(coordinator, coalition):
    parent = BodyFactory(coalition=coalition, closed=True)
    body = BodyFactory(coalition=coalition, closed=True, parent=parent)
    coordinator.post(address(coordinator, "body_reopen", body.pk))
    body.refresh_from_db()
    assert (body.closed_on, body.closed_because, body.parent) == (None, "", None)


def test_body_does_not_open_again_beside_one_of_its_name(coordinator, coalition):
    body = BodyFactory(coalition=coalition, name="Food", closed=True)
    BodyFactory(coalition=coalition, name="food")
    answer = coordinator.post(address(coordinator, "body_reopen", body.pk), follow=True)
    assert "There is a body of that name already." in answer.content.decode()
    body.refresh_from_db()
    assert body.is_closed


def test_holders_are_those_of_the_day(db):
    seat = SeatFactory()
    role = RoleAssignmentFactory(seat=seat, over=True)
    heir = RoleAssignmentFactory(seat=seat, starts_on=TODAY)
    before = holders_of([seat.body_id], on=TODAY - timedelta(days=1))[seat.body_id]
    after = holders_of([seat.body_id], on=TODAY)[seat.body_id]
    assert [line.person for line in before] == [role.contact.name]
    assert [line.person for line in after] == [heir.contact.name]


def test_vacant_and_closed_seats(db, django_assert_num_queries):
    body = BodyFactory()
    SeatFactory(body=body, title="Vacant")
    SeatFactory(body=body, title="Closed", closed_on=TODAY)
    with django_assert_num_queries(1):
        told = holders_of([body.pk], on=TODAY)[body.pk]
    assert [(line.title, line.is_vacant) for line in told] == [("Vacant", True)]


@pytest.mark.parametrize("number", [1, 30])
def test_page_of_a_body_takes_the_same_queries(
    coordinator, coalition, number, django_assert_num_queries
):
    body = BodyFactory(coalition=coalition)
    for _one in range(number):
        RoleAssignmentFactory(seat=SeatFactory(body=body))
        DutyFactory(body=body)
        BodyLinkFactory(body=body)
        BodyFactory(coalition=coalition, parent=body)
    coordinator.get(body.get_absolute_url())
    with django_assert_num_queries(11):
        coordinator.get(body.get_absolute_url())
