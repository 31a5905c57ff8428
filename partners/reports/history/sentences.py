"""How history says a thing: what came, what went, and what was before."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

MOST_SHOWN = 240  # letters of one value; the page of the change has all of it
LEAD = 40  # letters that are the same, before the first that differ
MOST_PLAIN = 60  # letters that a sentence bears without quotes
# What ends a sentence or a part of one, unless a figure follows: "Acorn, Inc.", but not "May 1, 2026".
ENDS = re.compile(r"[.,;:!?…](?:\s+\D|$)")


@dataclass(frozen=True)
class Detail:
    """One thing that a change did. Without `before` it came, without `after` it went.

    `owner` is the person or file that it is about, `many` what several of its kind are called, and `said`
    a sentence that says it better than label and values do.
    """

    label: str
    before: str
    after: str
    is_part: bool = False
    owner: str = ""
    many: str = ""
    said: str = ""

    @property
    def full_label(self) -> str:
        """ "Job title (Nia Feldman)"."""
        return f"{self.label} ({self.owner})" if self.owner else self.label

    @property
    def is_replaced(self) -> bool:
        return bool(self.before and self.after)

    @cached_property
    def sentence(self) -> str:
        if self.said:
            return self.said
        label = self.full_label
        if self.is_replaced:
            before, after = beside(self.before, self.after)
            words = {"label": label, "before": before, "after": after}
            return _("%(label)s: %(after)s, before that %(before)s") % words
        if self.is_part:
            return came_or_went(label, self.before, self.after)
        if self.after:
            return _("%(label)s: %(after)s") % {"label": label, "after": cut(self.after)}
        before = quoted(cut(self.before)) if needs_quotes(self.before) else self.before
        return _("%(label)s left empty, before that %(before)s") % {
            "label": label,
            "before": before,
        }


def sentences_of(details: Iterable[Detail]) -> Iterator[str]:
    """A sentence each; what came or went of one kind shares one: “Languages added: Somali and Spanish”."""
    for _alike, members in groupby(details, key=lambda one: (one.label, bool(one.after))):
        group = list(members)
        if len(group) > 1 and all(one.many and not one.is_replaced for one in group):
            yield together_in_one(group)
        else:
            yield from (one.sentence for one in group)


def together_in_one(group: list[Detail]) -> str:
    first, values = group[0], [one.after or one.before for one in group]
    has_joints = any("," in value or f" {_('and')} " in value for value in values)
    told = "; ".join(values) if has_joints else get_text_list(values, _("and"))
    if not first.is_part:
        return _("%(label)s: %(after)s") % {"label": first.many, "after": told}
    return came_or_went(first.many, told if first.before else "", told if first.after else "")


def came_or_went(label: str, before: str, after: str) -> str:
    if after:
        return _("%(label)s added: %(what)s") % {"label": label, "what": after}
    return _("%(label)s removed: %(what)s") % {"label": label, "what": before}


# ---------------------------------------------------------------- values


def beside(before: str, after: str) -> tuple[str, str]:
    """Both as a sentence bears them: long ones around where they differ, and in quotes where need be."""
    if max(len(before), len(after)) > MOST_SHOWN:
        before, after = _from_where_they_differ(before, after)
    before, after = cut(before), cut(after)
    if needs_quotes(before) or needs_quotes(after):
        return quoted(before), quoted(after)
    return before, after


def _from_where_they_differ(before: str, after: str) -> tuple[str, str]:
    """Both from a word shortly before the first letter that is another."""
    start = before.rfind(" ", 0, max(_shared_letters(before, after) - LEAD, 0)) + 1
    if start <= LEAD:
        return before, after
    return f"…{before[start:]}", f"…{after[start:]}"


def _shared_letters(one: str, other: str) -> int:
    """With how many letters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    differing = (position for position, (ours, theirs) in pairs if ours != theirs)
    return next(differing, min(len(one), len(other)))


def cut(text: str) -> str:
    """On one line, and not longer than a glance: it ends with a whole word."""
    words = text.split()
    if len(words) <= 1:
        return text
    line = " ".join(words)
    return line if len(line) <= MOST_SHOWN else textwrap.shorten(line, MOST_SHOWN, placeholder=" …")


def quoted(text: str) -> str:
    return f"“{text}”"


def needs_quotes(text: str) -> bool:
    return len(text) > MOST_PLAIN or bool(ENDS.search(text))
