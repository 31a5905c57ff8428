"""The coalition's questions about partners, and answering them for one."""

from dataclasses import dataclass
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.pages.ordering import last_position, move_among
from common.refusal import Refusal
from partners.models import DiligenceAnswer, DiligenceQuestion, Organisation
from partners.operations.names import plain_texts
from partners.presets import DILIGENCE


@dataclass(frozen=True)
class Found:
    """What somebody found for one question."""

    finding: str
    words: str = ""
    link: str = ""
    review_on: date | None = None


@transaction.atomic
def answer(
    organisation: Organisation, question: DiligenceQuestion, found: Found, *, on: date, by: Person
) -> DiligenceAnswer:
    """Note what was found; what was found before stays in history.

    Of two answers that a merge has brought together, this one takes the place of both. Refuses a question
    of another coalition, and one that is asked no more.
    """
    home = Organisation.objects.locked(organisation.pk)
    if question.coalition_id != home.coalition_id or question.is_retired:
        raise Refusal(_("This question is asked no more."))
    before = DiligenceAnswer.objects.filter(organisation=home, question=question)
    kept = DiligenceAnswer.objects.latest_of(home, question)
    with recording("diligence.answered", by=by):
        row = kept or DiligenceAnswer(
            coalition_id=home.coalition_id, organisation=home, question=question
        )
        row.finding, row.words, row.link = found.finding, found.words, found.link
        row.review_on, row.answered_on, row.answered_by = found.review_on, on, by
        row.save()
        before.exclude(pk=row.pk).delete()
    return row


# ---------------------------------------------------------------- the questions


@transaction.atomic
def fill_questions(coalition: Coalition, *, by: Person | None) -> int:
    """Add the shipped questions that the coalition does not have yet; how many those were."""
    Coalition.objects.lock(coalition.pk)
    rows = DiligenceQuestion.objects.of_coalition(coalition).order_by()
    told = models.Func("words", function="plain_text", output_field=models.TextField())
    there = set(rows.values_list(told, flat=True))
    shipped = [(str(words), str(hint)) for words, hint in DILIGENCE]
    plain = plain_texts([words for words, _hint in shipped])
    new = [one for one, name in zip(shipped, plain, strict=True) if name not in there]
    after = _last(coalition)
    with recording("diligence_question.added", by=by):
        DiligenceQuestion.objects.bulk_create(
            DiligenceQuestion(coalition=coalition, words=words, hint=hint, position=after + place)
            for place, (words, hint) in enumerate(new, start=1)
        )
    return len(new)


@transaction.atomic
def add_question(question: DiligenceQuestion, *, by: Person) -> DiligenceQuestion:
    """At the end of the list. Refuses what is asked already."""
    Coalition.objects.lock(question.coalition_id)
    _refuse_twin(question)
    question.position = _last(question.coalition_id) + 1
    with recording("diligence_question.added", by=by):
        question.save()
    return question


@transaction.atomic
def edit_question(question: DiligenceQuestion, *, by: Person) -> DiligenceQuestion:
    """Answers stay: whoever means something else retires this one and adds another."""
    Coalition.objects.lock(question.coalition_id)
    _refuse_twin(question)
    with recording("diligence_question.edited", by=by):
        question.save(update_fields=["words", "hint"])
    return question


@transaction.atomic
def retire_question(question: DiligenceQuestion, *, on: date, by: Person) -> DiligenceQuestion:
    """Asked no more from that day, and its answers stay."""
    with recording("diligence_question.retired", by=by):
        question.retired_on = question.retired_on or on
        question.save(update_fields=["retired_on"])
    return question


@transaction.atomic
def restore_question(question: DiligenceQuestion, *, by: Person) -> DiligenceQuestion:
    """Asked again."""
    with recording("diligence_question.reinstated", by=by):
        question.retired_on = None
        question.save(update_fields=["retired_on"])
    return question


@transaction.atomic
def move_question(question: DiligenceQuestion, *, step: int, by: Person) -> DiligenceQuestion:
    """One place earlier or later among those that are asked; at either end nothing happens."""
    Coalition.objects.lock(question.coalition_id)
    asked = DiligenceQuestion.objects.of_coalition(question.coalition_id).current()
    with recording("diligence_question.moved", by=by):
        move_among(asked, question, step=step)
    return question


def _last(coalition: Coalition | int) -> int:
    return last_position(DiligenceQuestion.objects.of_coalition(coalition))


def _refuse_twin(question: DiligenceQuestion) -> None:
    rows = DiligenceQuestion.objects.of_coalition(question.coalition_id).called(question.words)
    twin = rows.exclude(pk=question.pk).first()
    if twin and twin.is_retired:
        raise Refusal(_("You asked this before and retired it. Ask it again instead."))
    if twin:
        raise Refusal(_("There is this question already."))
