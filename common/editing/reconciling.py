"""Two people changed one record: what both changes come to, and what a person must decide.

Each part is compared three ways: *before* is what the form showed when it was opened, *theirs* what is
saved now, *mine* what was sent. What one side alone changed is taken; sets are merged member by member.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.editing.snapshots import Answer, Part

Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Difference:
    """A part that others changed meanwhile. `outcome` is None as long as a person must choose."""

    part: Part
    before: Answer
    theirs: Answer
    mine: Answer
    outcome: Answer | None

    @property
    def theirs_words(self) -> list[str]:
        return self.part.words(self.theirs)

    @property
    def mine_words(self) -> list[str]:
        return self.part.words(self.mine)

    @property
    def together(self) -> str:
        """Both texts one below the other, to be made one by hand."""
        return "\n\n".join(text for text in (*self.theirs, *self.mine) if text)


def settled(*, before: Answer, theirs: Answer, mine: Answer, is_set: bool) -> Answer | None:
    """What two changes of one part come to, or None when they contradict each other.

    >>> settled(before=("a", "b"), theirs=("a", "b", "c"), mine=("b", "d"), is_set=True)
    ('b', 'c', 'd')
    >>> settled(before=("old",), theirs=("old",), mine=("new",), is_set=False)
    ('new',)
    """
    if is_set:
        gone = set(before) - set(mine)
        kept = [member for member in theirs if member not in gone]
        added = [member for member in mine if member not in before and member not in kept]
        return (*kept, *added)
    if mine in (theirs, before):
        return theirs
    return mine if theirs == before else None


def differences(
    parts: Iterable[Part], *, before: Answers, theirs: Answers, mine: Answers
) -> list[Difference]:
    """Every part that is saved otherwise than it was when the form was opened.

    A part that the form did not have then (a list entry that was added since) is as it is now.
    """
    found = []
    for part in parts:
        saved = theirs[part.name]
        was = before.get(part.name, saved)
        if _same(was, saved, is_set=part.is_set):
            continue
        sent = mine[part.name]
        if not part.is_set and sent == saved:
            continue
        outcome = settled(before=was, theirs=saved, mine=sent, is_set=part.is_set)
        found.append(Difference(part, was, saved, sent, outcome))
    return found


def _same(one: Answer, other: Answer, *, is_set: bool) -> bool:
    return set(one) == set(other) if is_set else one == other
