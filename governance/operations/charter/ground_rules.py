"""The coalition's ground rules: writing them, and reading them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition, Membership, Person
from common.history.tracking import recording
from common.pages.ordering import last_position, move_among
from common.refusal import Refusal
from governance.models import GroundRule, GroundRulesRead
from governance.operations.joining.known import ground_rules_are_read

# What many coalitions agree on first; each may be reworded or taken out.
SHIPPED = (
    gettext_lazy("We begin and end on time."),
    gettext_lazy("One person speaks at a time, and everybody gets a turn."),
    gettext_lazy("We speak for ourselves: “I saw”, not “everybody knows”."),
    gettext_lazy("We say long words and initials in plain words."),
    gettext_lazy("We disagree with what was said, not with the person who said it."),
    gettext_lazy("What somebody tells of their own life stays in the room."),
)


@dataclass(frozen=True)
class Wording:
    words: str
    about: str = ""


@transaction.atomic
def add_rule(
    coalition: Coalition, wording: Wording, *, by: Person | None, at: datetime
) -> GroundRule:
    """At the end of the list; everybody is asked to read the rules again."""
    Coalition.objects.lock(coalition.pk)
    _refuse_twin(coalition.pk, wording.words)
    with recording("ground_rule.added", by=by):
        return GroundRule.objects.create(
            coalition=coalition,
            words=wording.words,
            about=wording.about,
            position=_last(coalition.pk) + 1,
            means_since=at,
        )


@transaction.atomic
def fill_rules(coalition: Coalition, *, by: Person | None, at: datetime) -> int:
    """Take over the shipped rules where there are none yet; how many came."""
    Coalition.objects.lock(coalition.pk)
    if GroundRule.objects.of_coalition(coalition.pk).current().exists():
        return 0
    after = _last(coalition.pk)
    with recording("ground_rules.filled", by=by):
        made = GroundRule.objects.bulk_create(
            GroundRule(coalition=coalition, words=str(words), position=after + n, means_since=at)
            for n, words in enumerate(SHIPPED, start=1)
        )
    return len(made)


@transaction.atomic
def edit_rule(
    rule: GroundRule, wording: Wording, *, means_more: bool, by: Person | None, at: datetime
) -> GroundRule:
    """`means_more`: it means something else now, so that everybody is asked to read the rules again."""
    Coalition.objects.lock(rule.coalition_id)
    _refuse_twin(rule.coalition_id, wording.words, but=rule.pk)
    with recording("ground_rule.edited", by=by):
        rule.words, rule.about = wording.words, wording.about
        rule.means_since = at if means_more else rule.means_since
        rule.save(update_fields=["words", "about", "means_since"])
    return rule


@transaction.atomic
def move_rule(rule: GroundRule, *, step: int, by: Person | None) -> GroundRule:
    """One place earlier or later; at either end nothing happens."""
    Coalition.objects.lock(rule.coalition_id)
    rows = GroundRule.objects.of_coalition(rule.coalition_id).current()
    with recording("ground_rule.moved", by=by):
        move_among(rows, rule, step=step)
    return rule


@transaction.atomic
def retire_rule(rule: GroundRule, *, on: date, by: Person | None) -> None:
    """It holds no more. Pressed twice it says the same."""
    Coalition.objects.lock(rule.coalition_id)
    if rule.retired_on is not None:
        return
    with recording("ground_rule.retired", by=by):
        rule.retired_on = on
        rule.save(update_fields=["retired_on"])


@transaction.atomic
def read_rules(membership: Membership, *, at: datetime) -> GroundRulesRead:
    """The member has read the rules as they stand. Refuses where there are none."""
    rules = GroundRule.objects.of_coalition(membership.coalition_id).current()
    newest = rules.aggregate(at=models.Max("means_since"))["at"]
    if newest is None:
        raise Refusal(_("There are no ground rules yet."))
    read = GroundRulesRead.objects.by(membership).select_for_update().first()
    if read and read.read_at >= newest:
        return read
    with recording("ground_rules.read", by=membership.person):
        row, _is_new = GroundRulesRead.objects.update_or_create(
            coalition_id=membership.coalition_id,
            membership=membership,
            defaults={"read_at": at},
        )
        day = membership.coalition.day(at=at)
        ground_rules_are_read(row, on=day, at=at)
    return row


def _last(coalition: int) -> int:
    return last_position(GroundRule.objects.of_coalition(coalition))


def _refuse_twin(coalition: int, words: str, *, but: int | None = None) -> None:
    told = models.Func(models.Value(words), function="plain_text", output_field=models.TextField())
    rows: models.QuerySet = GroundRule.objects.of_coalition(coalition).current()
    if (
        rows.alias(plain=models.Func("words", function="plain_text"))
        .filter(plain=told)
        .exclude(pk=but)
        .exists()
    ):
        raise Refusal(_("There is this rule already."))
