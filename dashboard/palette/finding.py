"""What the command palette and the search page show for what somebody typed: groups of things, ranked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from accounts.models import Coalition, Membership
from accounts.permissions import Permission
from common.text.accents import without_marks
from dashboard.palette.command import Command
from dashboard.palette.commands import ACTIONS, PAGES
from dashboard.palette.own import CHOICES
from partners.models import SavedView
from partners.recent import recent
from partners.reports.finding import Found, find, recent_partners

# How well a command fits, from 0 (not at all) to 4 (its name begins with what was typed).
BEGINS, BEGINS_A_WORD, OTHER_WORD, ALIKE, NOT = 4, 3, 2, 1, 0
# rapidfuzz ratio of two words from 0 to 100: "partnres" is 87 to "partners", "pantry" 57.
SPELT_ALIKE = 75
SHORTEST = 4  # letters from which spelling is forgiven: shorter words resemble too much
MOST_COMMANDS = 8


@dataclass(frozen=True)
class Thing:
    """One line: a link or, with `name`, a button that sends `name=value`."""

    label: str
    url: str
    icon: str
    note: str = ""
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    things: list[Thing]


@dataclass(frozen=True)
class Palette:
    typed: str
    groups: list[Group]
    coalitions: list[Coalition]  # the others that this person can open

    @property
    def count(self) -> int:
        return sum(len(group.things) for group in self.groups)


def palette(typed: str, *, membership: Membership) -> Palette:
    """What this member may see, find and do, the likeliest first. At most ten queries, whatever the size."""
    typed = " ".join(typed.split())
    opened_last = recent(membership)
    coalitions = _other_coalitions(membership)
    if not typed:
        return _before_typing(membership, opened_last, coalitions)
    finds = find(typed, membership=membership, recent=opened_last)
    partners = [_partner(found) for found in finds.partners]
    if partners and membership.may(Permission.SEE_PARTNERS):
        partners.append(_all_partners(typed, membership))
    commands, best = _commands(typed, membership, coalitions)
    groups = [
        Group("partners", _("Spelt nearly so") if finds.is_nearest else _("Partners"), partners),
        Group("people", _("People"), [_person(found) for found in finds.people]),
    ]
    place = 0 if best >= BEGINS_A_WORD or finds.is_nearest else len(groups)
    groups.insert(place, Group("commands", _("Go and do"), commands))
    return Palette(typed, [group for group in groups if group.things], coalitions)


def _before_typing(
    membership: Membership, opened_last: list[int], coalitions: list[Coalition]
) -> Palette:
    seen = recent_partners(membership, recent=opened_last) if opened_last else []
    groups = [
        Group("recent", _("Opened last"), [_partner(found) for found in seen]),
        Group("actions", _("Do"), _things(ACTIONS, membership)),
        Group("pages", _("Go to"), _things(PAGES, membership)),
    ]
    return Palette("", [group for group in groups if group.things], coalitions)


def _commands(
    typed: str, membership: Membership, coalitions: list[Coalition]
) -> tuple[list[Thing], int]:
    """The commands that fit, best first and then in their own order; and how well the best one fits."""
    told = [
        (fit(typed, str(each.label), str(each.words)), _thing(each, membership))
        for each in _allowed(chain(ACTIONS, PAGES, CHOICES), membership)
    ]
    told += [(fit(typed, each.name, _("switch coalition")), _switch(each)) for each in coalitions]
    told += [(fit(typed, each.name, _("saved view")), _view(each)) for each in _views(membership)]
    told.sort(key=lambda pair: -pair[0])
    best = told[0][0]
    least = min(max(best, ALIKE), OTHER_WORD)  # spelling is forgiven when nothing fits as it stands
    return [thing for score, thing in told if score >= least][:MOST_COMMANDS], best


def fit(typed: str, label: str, other_words: str = "") -> int:
    """How well a command fits what was typed, whatever its accents and capitals.

    >>> fit("add", "Add a partner"), fit("partn", "Add a partner"), fit("new", "Add a partner", "new")
    (4, 3, 2)
    """
    wanted, name = plain(typed), plain(label)
    if name.startswith(wanted):
        return BEGINS
    words, others = name.split(), plain(other_words).split()
    asked = wanted.split()
    if all(_begins_one(each, words) for each in asked):
        return BEGINS_A_WORD
    if all(_begins_one(each, [*words, *others]) for each in asked):
        return OTHER_WORD
    return ALIKE if all(_resembles_one(each, [*words, *others]) for each in asked) else NOT


def plain(text: str) -> str:
    """Without accents and capitals: “Español” is espanol."""
    return without_marks(text.casefold())


def _begins_one(typed: str, words: Iterable[str]) -> bool:
    return any(word.startswith(typed) for word in words)


def _resembles_one(typed: str, words: Iterable[str]) -> bool:
    return len(typed) >= SHORTEST and any(fuzz.ratio(typed, word) >= SPELT_ALIKE for word in words)


def _allowed(commands: Iterable[Command], membership: Membership) -> Iterable[Command]:
    return (each for each in commands if each.permission is None or membership.may(each.permission))


def _things(commands: Sequence[Command], membership: Membership) -> list[Thing]:
    return [_thing(each, membership) for each in _allowed(commands, membership)]


def _thing(command: Command, membership: Membership) -> Thing:
    name, value = command.pressed
    args = [membership.coalition.slug] if command.is_owned else []
    url = reverse(command.address, args=args)
    return Thing(str(command.label), url, command.icon, name=name, value=value)


def _other_coalitions(membership: Membership) -> list[Coalition]:
    memberships = Membership.objects.for_switching(membership.person)
    return [each.coalition for each in memberships if each.coalition_id != membership.coalition_id]


def _switch(coalition: Coalition) -> Thing:
    return Thing(coalition.name, coalition.get_absolute_url(), "out", note=_("switch to it"))


def _views(membership: Membership) -> Iterable[SavedView]:
    """With one coalition for all of them, so that their addresses ask for nothing."""
    for view in SavedView.objects.in_tab_order(membership):
        view.coalition = membership.coalition
        yield view


def _view(view: SavedView) -> Thing:
    return Thing(view.name, view.get_absolute_url(), "people", note=_("view of the list"))


def _partner(found: Found) -> Thing:
    return Thing(found.name, found.url, "building", note=found.note)


def _person(found: Found) -> Thing:
    return Thing(found.name, found.url, "person", note=found.note)


def _all_partners(typed: str, membership: Membership) -> Thing:
    url = reverse("partners:list", args=[membership.coalition.slug])
    words = _("Everything in the list that says “%(words)s”") % {"words": typed}
    return Thing(words, f"{url}?{urlencode({'q': typed})}", "search")
