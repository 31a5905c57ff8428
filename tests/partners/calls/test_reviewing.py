"""Reviewers say first whether they are in conflict, then score without seeing the scores of others."""

import pytest
from django.utils import timezone

from accounts.permissions import Role
from common.refusal import Refusal
from partners.models import Review, Score
from partners.operations.calls import reviewing
from tests.factories import (
    NOW,
    ApplicationAnswerFactory,
    ApplicationFactory,
    ReviewerFactory,
    ReviewFactory,
)
from tests.forms import carried
from tests.partners.calls.doors import address, criteria, open_call, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(coordinator):
    call = open_call(coordinator.membership.coalition, closed_at=NOW)
    row = ApplicationFactory(call=call, organisation_name="Elm Center")
    for one in criteria(call):
        ApplicationAnswerFactory(application=row, criterion=one)
    return row


@pytest.fixture
def reader(member, application):
    """Somebody of the steering committee who was asked to read."""
    client = member(Role.STEERING, coalition=application.coalition)
    ReviewerFactory(call=application.call, person=client.membership.person)
    return client


@pytest.fixture
def others(application):
    """Two others have scored: 4 and 1 on the whole scale."""
    return [ReviewFactory(application=application, points=points) for points in (4, 1)]


def where(name, client, application):
    return address(name, client, application.call_id, application.pk)


def declare(client, application, conflict="no", words=""):
    url = where("application_conflict", client, application)
    return client.post(url, {"conflict": conflict, "conflict_words": words}, follow=True)


def give(client, application, points=3, **told):
    url = where("application_score", client, application)
    page = client.get(url)
    typed = {"words": "Good people.", "opened": carried(page, "opened")}
    for one in criteria(application.call):
        typed |= {f"points-{one.pk}": str(points), f"why-{one.pk}": "They showed it."}
    return client.post(url, typed | told, follow=True)


def row_of(client, application):
    page = client.get(address("call_applications", client, application.call_id))
    return next(r for r in page.context["table"].rows if r.application == application)


def test_conflict_is_asked_before_any_score(reader, application):
    page = reader.get(where("application", reader, application))
    assert "Do you have a conflict of interest with them?" in page.text
    assert reader.get(where("application_score", reader, application)).status_code == 302
    with pytest.raises(Refusal, match="Say first whether you have a conflict"):
        person = reader.membership.person
        reviewing.give_scores(application, reviewing.Given({}, {}), by=person, at=NOW)


def test_who_is_in_conflict_sees_no_scoring_form_and_gives_none(reader, application, others):
    answer = declare(reader, application, "yes", "My sister works there")
    assert said(answer) == ["Noted. You give no scores to this one."]
    assert reader.get(where("application_score", reader, application)).status_code == 302
    assert "Give your scores" not in answer.text
    assert "Because 4." not in answer.text
    assert row_of(reader, application).is_hidden
    review = Review.objects.get(reviewer__person=reader.membership.person)
    assert review.conflict_words == "My sister works there"
    with pytest.raises(Refusal, match="You have a conflict of interest here"):
        given = reviewing.Given({}, {})
        reviewing.give_scores(application, given, by=reader.membership.person, at=NOW)


def test_conflict_needs_a_word(reader, application):
    answer = declare(reader, application, "yes")
    assert answer.status_code == 422
    assert "Say in a few words which conflict of interest it is." in answer.text
    assert not Review.objects.exists()


def test_scores_of_others_are_seen_once_ones_own_are_given(reader, application, others):
    declare(reader, application)
    for name in ("application", "application_scores", "application_score"):
        page = reader.get(where(name, reader, application))
        assert "Because 4." not in page.text
        assert str(others[0].reviewer) not in page.text
    assert row_of(reader, application).is_hidden
    assert row_of(reader, application).total.mean is None
    answer = give(reader, application, points=3)
    assert said(answer) == ["Your scores are kept. Now you see those of others."]
    assert "Because 4." in answer.text
    row = row_of(reader, application)
    assert not row.is_hidden
    assert row.total.mean == pytest.approx((4 + 1 + 3) / 3)
    assert row.total.is_wide
    assert (row.total.number, row.expected) == (3, 3)


def test_coordinator_who_reads_sees_no_scores_before_their_own(coordinator, application, others):
    assert not row_of(coordinator, application).is_hidden
    ReviewerFactory(call=application.call, person=coordinator.membership.person)
    assert row_of(coordinator, application).is_hidden
    url = where("application_decide", coordinator, application)
    assert "Because 4." not in coordinator.get(url).text


def test_one_reviewer_is_not_enough_data(coordinator, application):
    ReviewFactory(application=application, points=4)
    row = row_of(coordinator, application)
    assert row.total.mean is None
    page = coordinator.get(address("call_applications", coordinator, application.call_id))
    assert "not enough data" in page.text


def test_score_is_asked_for_every_criterion_with_a_reason(reader, application):
    declare(reader, application)
    one = criteria(application.call)[0]
    answer = give(reader, application, **{f"why-{one.pk}": ""})
    assert answer.status_code == 422
    assert "They showed it." in answer.text  # what was typed stays
    assert not Score.objects.exists()


def test_scores_written_anew_say_that_they_were(reader, application, others):
    declare(reader, application)
    give(reader, application, points=2)
    answer = give(reader, application, points=4)
    review = Review.objects.get(reviewer__person=reader.membership.person)
    assert review.changed_at
    assert set(review.scores.values_list("points", flat=True)) == {4}
    assert "changed after the scores of others could be seen" in answer.text


def test_scores_from_a_stale_page_are_asked_about(reader, application):
    declare(reader, application)
    give(reader, application, points=2)
    url = where("application_score", reader, application)
    stale = carried(reader.get(url), "opened")
    give(reader, application, points=3)
    answer = give(reader, application, points=4, opened=stale)
    assert answer.status_code == 409
    assert set(Score.objects.values_list("points", flat=True)) == {3}


def test_conflict_found_later_takes_the_scores_back_and_can_be_undone(reader, application):
    declare(reader, application)
    give(reader, application)
    answer = declare(reader, application, "yes", "I was asked onto their board")
    assert not Score.objects.exists()
    (message,) = answer.context["messages"]
    reader.post(message.extra_tags.removeprefix("undo:"))
    assert Score.objects.count() == 2
    assert not Review.objects.get().has_conflict


def test_nobody_scores_what_is_decided_or_what_they_were_not_asked_for(
    reader, coordinator, application
):
    declare(coordinator, application)
    assert not Review.objects.exists()
    application.call.decided_at = timezone.now()
    application.call.save()
    declare(reader, application)
    assert not Review.objects.exists()


def test_figures_open_into_the_scores_behind_them(coordinator, application, others):
    page = coordinator.get(where("application_scores", coordinator, application))
    scores = page.context["scores"]
    assert [line.share for line in scores.lines] == [pytest.approx(1.5), pytest.approx(1.0)]
    assert sum(line.share for line in scores.lines) == pytest.approx(scores.total.mean)
    assert "Because 4." in page.text


def test_contact_of_an_applicant_is_hidden_from_who_sees_no_details(member, application):
    client = member(Role.PARTNER, coalition=application.coalition)
    ReviewerFactory(call=application.call, person=client.membership.person)
    page = client.get(where("application", client, application))
    assert application.organisation_name in page.text
    assert application.email not in page.text
    assert application.contact_name not in page.text
