"""Call trees in the order in which people are called, and what came of the calls of one urgent message."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from governance.models import CallRow, UrgentCall, UrgentMessage, UrgentProtocol


@dataclass(frozen=True)
class Branch:
    """One person of the tree: `number` tells the way there, as 1.2.1; the first ones have no `caller`."""

    row: CallRow
    number: str
    caller: CallRow | None
    is_first: bool
    is_last: bool

    @property
    def depth(self) -> int:
        return self.number.count(".") + 1


@dataclass(frozen=True)
class Made:
    """A person of the tree with what came of the call."""

    branch: Branch
    call: UrgentCall

    @property
    def is_next(self) -> bool:
        """Nobody has spoken to them yet."""
        return self.call.outcome in (UrgentCall.Outcome.WAITING, UrgentCall.Outcome.NO_ANSWER)


@dataclass(frozen=True)
class Log:
    message: UrgentMessage
    made: list[Made]

    @property
    def reached(self) -> int:
        return sum(one.call.outcome == UrgentCall.Outcome.REACHED for one in self.made)

    @property
    def asked(self) -> int:
        return len(self.made)


def tree(protocol: UrgentProtocol) -> list[Branch]:
    """Whoever is called first stands first, followed by those whom they call. One query."""
    rows = CallRow.objects.of_coalition(protocol.coalition_id).current().with_people()
    return ordered(rows.for_protocol(protocol).in_order())


def log_of(message: UrgentMessage) -> Log:
    """Those who were in the tree when the message was started, in the order of calls. One query."""
    calls = message.calls.select_related("row__contact__organisation", "row__member__person", "by")
    by_row = {call.row_id: call for call in calls.order_by("row__position", "row_id")}
    rows = [call.row for call in by_row.values()]
    return Log(message, [Made(branch, by_row[branch.row.pk]) for branch in ordered(rows)])


def ordered(rows: Iterable[CallRow]) -> list[Branch]:
    """Rows whose caller is not among them are called by whoever starts."""
    there = {row.pk: row for row in rows}
    below: defaultdict[int | None, list[CallRow]] = defaultdict(list)
    for row in there.values():
        below[row.called_by_id if row.called_by_id in there else None].append(row)
    return list(_branches(None, "", below, there))


def _branches(
    caller: int | None,
    number: str,
    below: dict[int | None, list[CallRow]],
    there: dict[int, CallRow],
) -> Iterator[Branch]:
    several = below.get(caller, [])
    for place, row in enumerate(several, start=1):
        here = f"{number}{place}"
        yield Branch(row, here, there.get(caller or 0), place == 1, place == len(several))
        yield from _branches(row.pk, f"{here}.", below, there)
