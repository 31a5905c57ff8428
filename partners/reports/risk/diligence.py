"""The coalition's checklist as it stands for one organisation, and what is due for a second look."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef

from accounts.models import Coalition, Membership
from partners.models import DiligenceAnswer, DiligenceQuestion, Organisation

Finding = DiligenceAnswer.Finding
# Of two answers to one question, the more cautious one stands.
CAUTION = (Finding.CONCERN, Finding.UNKNOWN, Finding.OK)
A_PAGE = 50


@dataclass(frozen=True)
class Checked:
    """One question with what was found; after a merge there may be a second answer in `others`."""

    question: DiligenceQuestion
    answer: DiligenceAnswer | None = None
    others: list[DiligenceAnswer] = field(default_factory=list)
    is_due: bool = False


@dataclass(frozen=True)
class Checklist:
    """Every question that is asked, and retired ones that were answered."""

    lines: list[Checked]
    past: list[Checked]

    @property
    def answered(self) -> int:
        return sum(1 for line in self.lines if line.answer)

    @property
    def concerns(self) -> int:
        return sum(1 for line in self.lines if _finds(line, Finding.CONCERN))

    @property
    def due(self) -> int:
        return sum(1 for line in self.lines if line.is_due)


def checklist_of(organisation: Organisation, *, membership: Membership, on: date) -> Checklist:
    """Two queries: the questions, and the answers."""
    answers: dict[int, list[DiligenceAnswer]] = defaultdict(list)
    rows = DiligenceAnswer.objects.visible_to(membership).filter(organisation=organisation)
    for answer in rows.select_related("answered_by"):
        answers[answer.question_id].append(answer)
    questions = DiligenceQuestion.objects.of_coalition(membership.coalition_id)
    lines = [_checked(one, answers[one.pk], on=on) for one in questions]
    return Checklist(
        lines=[line for line in lines if not line.question.is_retired],
        past=[line for line in lines if line.question.is_retired and line.answer],
    )


def _checked(
    question: DiligenceQuestion, answers: Iterable[DiligenceAnswer], *, on: date
) -> Checked:
    found = sorted(answers, key=_caution)
    first, others = (found[0], found[1:]) if found else (None, [])
    return Checked(question, first, others, is_due=any(one.is_due(on=on) for one in found))


def _caution(answer: DiligenceAnswer) -> tuple[int, int]:
    return CAUTION.index(Finding(answer.finding)), -answer.answered_on.toordinal()


def _finds(line: Checked, finding: Finding) -> bool:
    return line.answer is not None and line.answer.finding == finding


@dataclass(frozen=True)
class Due:
    """A page of answers that somebody should look at, and whether more follow."""

    rows: list[DiligenceAnswer]
    has_next: bool


def due_for_review(coalition: Coalition, *, on: date, begin: int = 0, most: int = A_PAGE) -> Due:
    """What was to be looked at again by that day, the longest overdue first."""
    rows = DiligenceAnswer.objects.of_coalition(coalition).of_partners_of_today().due_by(on)
    return _page(rows.told().order_by("review_on", "organisation__sort_name", "pk"), begin, most)


def standing_concerns(coalition: Coalition, *, begin: int = 0, most: int = A_PAGE) -> Due:
    """Every concern that stands, the newest first."""
    rows = DiligenceAnswer.objects.of_coalition(coalition).of_partners_of_today().concerns()
    return _page(rows.told().order_by("-answered_on", "organisation__sort_name", "pk"), begin, most)


def never_looked_into(coalition: Coalition) -> list[Organisation]:
    """Partners of today of whom no question that is still asked was answered, the newest first."""
    asked = DiligenceQuestion.objects.of_coalition(coalition).filter(retired_on__isnull=True)
    if not asked.exists():
        return []
    answered = DiligenceAnswer.objects.filter(
        organisation=OuterRef("pk"), question__retired_on__isnull=True
    )
    rows = Organisation.objects.of_coalition(coalition.pk).active()
    partners = rows.of_kinds([Organisation.Kind.PARTNER]).filter(~Exists(answered))
    return list(partners.order_by("-created_at", "pk")[: A_PAGE + 1])


def _page(rows: Iterable[DiligenceAnswer], begin: int, most: int) -> Due:
    found = list(rows[begin : begin + most + 1])  # type: ignore[index]
    return Due(found[:most], has_next=len(found) > most)
