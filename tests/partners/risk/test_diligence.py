"""The checklist: shipped questions that a coalition makes its own, answers, second looks, merging."""

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.permissions import Role
from partners import operations
from partners.models import DiligenceAnswer, DiligenceQuestion
from partners.operations.risk import diligence
from partners.presets import DILIGENCE
from partners.reports.risk.diligence import checklist_of
from tests.factories import (
    NOW,
    TODAY,
    DiligenceAnswerFactory,
    DiligenceQuestionFactory,
    OrganisationFactory,
)
from tests.partners.risk.doors import address, get, post, undo_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def clinic(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Cedar Clinic")


@pytest.fixture
def question(clinic):
    return DiligenceQuestionFactory(coalition=clinic.coalition, words="Who pays for it?")


def answer(client, organisation, question, **told):
    url = address(client, "diligence", organisation.pk, question.pk)
    mark = client.get(url).context["edit"].mark
    return client.post(url, {"opened": mark, **told}, follow=True)


def test_shipped_questions_come_once_and_are_the_coalitions_own(coordinator):
    coalition = coordinator.membership.coalition
    post(coordinator, "risk_questions_fill")
    post(coordinator, "risk_questions_fill")
    rows = DiligenceQuestion.objects.of_coalition(coalition)
    assert rows.count() == len(DILIGENCE)
    first = rows.first()
    url = address(coordinator, "risk_question", first.pk)
    mark = coordinator.get(url).context["edit"].mark
    coordinator.post(url, {"words": "Is it on the state's list?", "opened": mark})
    second = rows.all()[1]
    post(coordinator, "risk_question_retire", second.pk)
    first.refresh_from_db()
    assert first.words == "Is it on the state's list?"
    assert rows.current().count() == len(DILIGENCE) - 1
    post(coordinator, "risk_question_reinstate", second.pk)
    assert rows.current().count() == len(DILIGENCE)


def test_question_is_asked_once(coordinator, question):
    told = post(coordinator, "risk_question_add", words="who  pays for IT?", hint="")
    assert told.status_code in (302, 422)
    assert DiligenceQuestion.objects.count() == (2 if told.status_code == 302 else 1)
    told = post(coordinator, "risk_question_add", words="Who pays for it?", hint="")
    assert told.status_code == 422


def test_question_moves_up_and_stays_at_the_end(coordinator, clinic):
    rows = [
        DiligenceQuestionFactory(coalition=clinic.coalition, words=word, position=place)
        for place, word in enumerate("ABC")
    ]
    post(coordinator, "risk_question_move", rows[2].pk, step="earlier")
    asked = DiligenceQuestion.objects.of_coalition(clinic.coalition)
    assert [one.words for one in asked] == ["A", "C", "B"]
    post(coordinator, "risk_question_move", rows[1].pk, step="later")
    assert [one.words for one in asked.all()] == ["A", "C", "B"]


def test_answer_keeps_who_found_what_and_when_to_look_again(coordinator, clinic, question):
    page = answer(
        coordinator,
        clinic,
        question,
        finding="concern",
        words="Two funders sell tobacco",
        link="https://news.example/tobacco",
        review_on="2099-03-01",
    ).content.decode()
    row = DiligenceAnswer.objects.get()
    assert (row.finding, row.answered_by) == ("concern", coordinator.membership.person)
    assert "Two funders sell tobacco" in page
    assert "https://news.example/tobacco" in page
    history = get(coordinator, "history", clinic.pk).content.decode()
    assert "Who pays for it? – A concern: Two funders sell tobacco" in history


def test_concern_says_what_it_is(coordinator, clinic, question):
    url = address(coordinator, "diligence", clinic.pk, question.pk)
    refused = coordinator.post(url, {"finding": "concern"})
    assert refused.status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        DiligenceAnswerFactory(organisation=clinic, finding="concern", words="")


def test_second_answer_replaces_the_first_and_undo_brings_it_back(coordinator, clinic, question):
    answer(coordinator, clinic, question, finding="ok", words="All fine")
    answered = answer(coordinator, clinic, question, finding="unknown", words="They do not say")
    assert DiligenceAnswer.objects.get().finding == "unknown"
    coordinator.post(undo_of(answered))
    assert DiligenceAnswer.objects.get().words == "All fine"


def test_what_is_due_stands_on_the_list_until_somebody_looks_again(coordinator, clinic, question):
    DiligenceAnswerFactory(organisation=clinic, question=question, due=True)
    retired = OrganisationFactory(coalition=clinic.coalition, name="Gone", retired=True)
    DiligenceAnswerFactory(organisation=retired, question=question, due=True)
    page = get(coordinator, "risk_due").content.decode()
    assert "Cedar Clinic" in page
    assert "Gone" not in page
    answer(coordinator, clinic, question, finding="ok", review_on="2099-03-01")
    assert "Cedar Clinic" not in get(coordinator, "risk_due").content.decode()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_whoever_may_not_see_risk_sees_no_due_diligence(role, member, clinic, question):
    DiligenceAnswerFactory(organisation=clinic, question=question, concern=True)
    client = member(role, coalition=clinic.coalition)
    for name, *args in (("risk", clinic.pk), ("risk_due",), ("incidents",)):
        assert get(client, name, *args).status_code == 403
    if role is Role.VIEWER:
        assert "tobacco" not in get(client, "detail", clinic.pk).content.decode()


def test_merge_keeps_a_concern_about_one_beside_what_is_all_right_about_the_other(
    coordinator, clinic, question
):
    other = OrganisationFactory(coalition=clinic.coalition)
    DiligenceAnswerFactory(organisation=clinic, question=question, words="All fine")
    DiligenceAnswerFactory(organisation=other, question=question, concern=True)
    by = coordinator.membership.person
    before = sorted(DiligenceAnswer.objects.values_list())
    made = operations.merge(clinic, others=[other], choices={}, by=by, at=NOW)
    connection.check_constraints()
    line = checklist_of(clinic, membership=coordinator.membership, on=TODAY).lines[0]
    assert line.answer.finding == "concern"
    assert [one.words for one in line.others] == ["All fine"]
    operations.unmerge(made[0], by=by, at=NOW)
    assert sorted(DiligenceAnswer.objects.values_list()) == before


def test_answering_anew_after_a_merge_takes_the_place_of_both(coordinator, clinic, question):
    DiligenceAnswerFactory.create_batch(2, organisation=clinic, question=question)
    diligence.answer(
        clinic,
        question,
        diligence.Found("ok"),
        on=TODAY,
        by=coordinator.membership.person,
    )
    assert DiligenceAnswer.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_pages_take_the_same_queries(coordinator, clinic, number, django_assert_max_num_queries):
    DiligenceAnswerFactory.create_batch(number, organisation=clinic, due=True, concern=True)
    for name, *args in (("risk", clinic.pk), ("risk_due",), ("risk_questions",)):
        get(coordinator, name, *args)
        with django_assert_max_num_queries(10):
            get(coordinator, name, *args)
