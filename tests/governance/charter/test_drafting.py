"""A charter from the first draft to the yearly reading."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from governance.models import CharterDeferral, CharterReview, CharterVersion
from governance.models.charter import PARTS
from tests.governance.charter.factories import (
    CharterReviewFactory,
    CharterVersionFactory,
)
from tests.governance.charter.sending import opened_form

HOW = "By consent of the steering committee, 7 of 9 there"


def page(client, name, *more):
    return reverse(f"governance:{name}", args=[client.slug, *more])


@pytest.fixture
def held(coordinator):
    return CharterVersionFactory(coalition=coordinator.membership.coalition, number=1)


def begun(client):
    client.post(page(client, "charter_begin"))
    return CharterVersion.objects.drafts().get()


def adopted(client, **fields):
    """The form of adoption as its page shows it, sent with these answers."""
    url = page(client, "charter_adopt")
    form = opened_form(client, url)
    return client.post(url, {**form, "adopted_how": HOW, **fields}, follow=True)


def test_first_draft_begins_with_the_founding_words(coordinator):
    draft = begun(coordinator)
    assert draft.problem_statement == coordinator.membership.coalition.problem_statement
    assert draft.number == 1


def test_next_draft_begins_with_what_holds(coordinator, held):
    draft = begun(coordinator)
    assert [getattr(draft, part) for part in PARTS] == [getattr(held, part) for part in PARTS]
    assert draft.number == 2


def test_second_press_finds_the_draft(coordinator):
    assert begun(coordinator) == begun(coordinator)


def test_draft_is_written_and_shows_what_changed(coordinator, held):
    begun(coordinator)
    url = page(coordinator, "charter_draft")
    form = opened_form(coordinator, url)
    coordinator.post(url, {**form, "vision": "Fresh food within a short walk."})
    text = coordinator.get(page(coordinator, "charter_changes", 2)).content.decode()
    assert "short " in text.split('<ins class="now">')[1]
    assert "Too many adults" not in text


def test_draft_does_not_become_a_charter_by_itself(coordinator, held, member):
    begun(coordinator)
    partner = member(Role.PARTNER, coalition=held.coalition)
    assert partner.get(page(partner, "charter_version", 2)).status_code == 404
    assert "Draft" not in partner.get(page(partner, "charter")).content.decode()


def test_steering_committee_reads_the_draft(coordinator, member):
    begun(coordinator)
    steering = member(Role.STEERING, coalition=coordinator.membership.coalition)
    assert steering.get(page(steering, "charter_version", 1)).status_code == 200


def test_adopted_draft_is_what_everybody_reads(coordinator, member):
    begun(coordinator)
    adopted(coordinator)
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    text = viewer.get(page(viewer, "charter")).content.decode()
    assert HOW in text
    assert "Too many adults get type 2 diabetes." in text


def test_adoption_sets_the_reading_in_a_year(coordinator):
    draft = begun(coordinator)
    adopted(coordinator)
    draft.refresh_from_db()
    assert (draft.review_on - draft.adopted_on).days in (365, 366)


def test_adoption_of_a_wording_that_was_not_read_is_refused(coordinator):
    draft = begun(coordinator)
    url = page(coordinator, "charter_adopt")
    form = opened_form(coordinator, url)
    CharterVersion.objects.filter(pk=draft.pk).update(vision="Somebody else wrote this")
    answer = coordinator.post(url, {**form, "adopted_how": HOW})
    draft.refresh_from_db()
    assert draft.is_draft
    assert "Somebody else wrote this" in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "days"), [("adopted_on", 1), ("review_on", -1)], ids=["tomorrow", "past"]
)
def test_adoption_on_an_impossible_day_is_refused(coordinator, field, days):
    draft = begun(coordinator)
    day = timezone.localdate() + timedelta(days=days)
    assert adopted(coordinator, **{field: day.isoformat()}).status_code == 422
    draft.refresh_from_db()
    assert draft.is_draft


def test_adoption_before_the_version_before_is_refused(coordinator, held):
    begun(coordinator)
    day = held.adopted_on - timedelta(days=1)
    answer = adopted(coordinator, adopted_on=day.isoformat(), what_changed="Much")
    assert "adopted later than that day" in answer.content.decode()


def test_adoption_is_taken_back(coordinator):
    draft = begun(coordinator)
    answer = adopted(coordinator)
    coordinator.post(undo_of(answer))
    draft.refresh_from_db()
    assert draft.is_draft


def undo_of(answer):
    message = next(iter(answer.context["messages"]))
    return message.extra_tags.partition("undo:")[2]


def test_dropped_draft_comes_back_by_undo(coordinator):
    draft = begun(coordinator)
    answer = coordinator.post(page(coordinator, "charter_drop"), follow=True)
    assert not CharterVersion.objects.exists()
    coordinator.post(undo_of(answer))
    assert CharterVersion.objects.get().pk == draft.pk


def test_charter_is_read_again_and_stays(coordinator, held):
    url = page(coordinator, "charter_review")
    form = opened_form(coordinator, url)
    coordinator.post(url, {**form, "words": "Five of us read it. It still fits."})
    held.refresh_from_db()
    review = CharterReview.objects.get()
    assert held.review_on == review.next_on
    assert (review.next_on - review.read_on).days in (365, 366)
    assert "It still fits." in coordinator.get(page(coordinator, "charter")).content.decode()


def test_second_press_reads_it_once(coordinator, held):
    url = page(coordinator, "charter_review")
    form = {**opened_form(coordinator, url), "words": "It still fits."}
    coordinator.post(url, form)
    coordinator.post(url, form)
    assert CharterReview.objects.count() == 1


def test_reason_for_a_later_charter_stays_to_be_read(coordinator, member):
    url = page(coordinator, "charter_defer")
    form = opened_form(coordinator, url)
    coordinator.post(url, {**form, "reason": "The founders write it together."})
    assert CharterDeferral.objects.count() == 1
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    text = viewer.get(page(viewer, "charter")).content.decode()
    assert "The founders write it together." in text


@pytest.mark.parametrize("number", [1, 5])
def test_page_of_the_charter_takes_the_same_queries(
    coordinator, held, number, django_assert_num_queries
):
    CharterReviewFactory.create_batch(number, version=held)
    for n in range(number):
        CharterVersionFactory(coalition=held.coalition, number=n + 2)
    coordinator.get(page(coordinator, "charter"))
    with django_assert_num_queries(6):
        coordinator.get(page(coordinator, "charter"))
