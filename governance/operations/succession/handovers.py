"""Handing a role over: the coalition's checklist, and the lists that were started from it."""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from common.history.tracking import recording
from common.pages.ordering import last_position, move_among
from common.refusal import Refusal
from governance.models import (
    Handover,
    HandoverLine,
    HandoverStep,
    Moment,
    RoleAssignment,
)
from governance.operations.succession.usual import LINES


@transaction.atomic
def start(
    assignment: RoleAssignment, *, moment: str, due_on: date, on: date, by: Person
) -> Handover:
    """A copy of the coalition's checklist of that moment. Refuses a second one, and an empty list."""
    Coalition.objects.lock(assignment.coalition_id)
    if assignment.handovers.filter(moment=moment).exists():
        raise Refusal(_("This handover was started already."))
    lines = HandoverLine.objects.of_coalition(assignment.coalition_id).current().at(moment)
    copied = [(line.words, line.position) for line in lines]
    if not copied:
        raise Refusal(_("The checklist is empty. Write it first, or fill in the usual lines."))
    with recording("handover.started", by=by):
        handover = Handover.objects.create(
            coalition_id=assignment.coalition_id,
            assignment=assignment,
            moment=moment,
            due_on=due_on,
            started_on=on,
            started_by=by,
        )
        HandoverStep.objects.bulk_create(
            HandoverStep(
                coalition_id=handover.coalition_id,
                handover=handover,
                words=words,
                position=position,
            )
            for words, position in copied
        )
    return handover


@transaction.atomic
def tick(step: HandoverStep, *, is_done: bool, on: date, by: Membership) -> HandoverStep:
    """Done today by somebody, or not done after all. Done twice keeps who was first."""
    step = _workable(step, by=by)
    if step.is_done != is_done:
        verb = "handover.item_done" if is_done else "handover.item_reopened"
        with recording(verb, by=by.person):
            step.done_on, step.done_by = (on, by.person) if is_done else (None, None)
            step.save(update_fields=["done_on", "done_by"])
    return step


@transaction.atomic
def add_step(handover: Handover, *, words: str, by: Person) -> HandoverStep:
    """Something that only this role needs, at the end."""
    handover = _going(handover)
    with recording("handover.item_added", by=by):
        return HandoverStep.objects.create(
            coalition_id=handover.coalition_id,
            handover=handover,
            words=words,
            position=last_position(handover.steps.all()) + 1,
        )


@transaction.atomic
def stop(handover: Handover, *, reason: str, on: date, by: Person) -> Handover:
    """Nobody works on it any more, although something is left; what was done stays."""
    handover = _going(handover)
    with recording("handover.stopped", by=by, reason=reason):
        handover.stopped_on, handover.stopped_because = on, reason
        handover.save(update_fields=["stopped_on", "stopped_because"])
    return handover


def _workable(step: HandoverStep, *, by: Membership) -> HandoverStep:
    found = HandoverStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    handover = Handover.objects.workable_by(by).filter(pk=found.handover_id).first()
    if handover is None:
        raise Refusal(_("Only who hands over and coordinators tick these."))
    if handover.is_stopped:
        raise Refusal(_("This handover was stopped."))
    return found


def _going(handover: Handover) -> Handover:
    found = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    if found.is_stopped:
        raise Refusal(_("This handover was stopped."))
    return found


# ---------------------------------------------------------------- the coalition's list


@transaction.atomic
def add_line(coalition: Coalition, *, moment: str, words: str, by: Person) -> HandoverLine:
    """At the end. What was left out before comes back instead of standing there twice."""
    Coalition.objects.lock(coalition.pk)
    twin = _called(coalition.pk, moment, words)
    if twin and twin.retired_on is None:
        raise Refusal(_("This is on the list already."))
    with recording("handover_line.added", by=by):
        line = twin or HandoverLine(coalition=coalition, moment=moment, words=words)
        line.retired_on, line.position = None, _last(coalition.pk, moment) + 1
        line.save()
    return line


@transaction.atomic
def reword_line(line: HandoverLine, *, words: str, by: Person) -> HandoverLine:
    Coalition.objects.lock(line.coalition_id)
    twin = _called(line.coalition_id, line.moment, words)
    if twin and twin.pk != line.pk:
        raise Refusal(_("This is on the list already."))
    with recording("handover_line.edited", by=by):
        line.words = words
        line.save(update_fields=["words"])
    return line


@transaction.atomic
def leave_out(line: HandoverLine, *, on: date | None, by: Person) -> HandoverLine:
    """From that day no new handover has it; without a day it is back."""
    line = HandoverLine.objects.select_for_update().get(pk=line.pk)
    if (line.retired_on is None) != (on is None):
        verb = "handover_line.left_out" if on else "handover_line.restored"
        with recording(verb, by=by):
            line.retired_on = on
            line.save(update_fields=["retired_on"])
    return line


@transaction.atomic
def move_line(line: HandoverLine, *, step: int, by: Person) -> HandoverLine:
    """One place earlier or later among those of its moment; at either end nothing happens."""
    Coalition.objects.lock(line.coalition_id)
    rows = HandoverLine.objects.of_coalition(line.coalition_id).current().at(line.moment)
    with recording("handover_line.moved", by=by):
        move_among(rows, line, step=step)
    return line


@transaction.atomic
def fill_lines(coalition: Coalition, *, by: Person) -> int:
    """Add the shipped lines that the coalition does not have yet; how many those were."""
    Coalition.objects.lock(coalition.pk)
    added = 0
    with recording("handover_line.added", by=by):
        for moment in Moment:
            for words in LINES[moment]:
                if _called(coalition.pk, moment, str(words)) is None:
                    add_line(coalition, moment=moment, words=str(words), by=by)
                    added += 1
    return added


def _called(coalition: int, moment: str, words: str) -> HandoverLine | None:
    """By its words, whatever their capitals and accents: as the database compares them."""
    plain = models.Func("words", function="plain_text", output_field=models.TextField())
    wanted = models.Func(
        models.Value(words), function="plain_text", output_field=models.TextField()
    )
    rows = HandoverLine.objects.of_coalition(coalition).at(moment)
    return rows.annotate(plain=plain).filter(plain=wanted).first()


def _last(coalition: int, moment: str) -> int:
    return last_position(HandoverLine.objects.of_coalition(coalition).current().at(moment))
