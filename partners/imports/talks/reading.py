"""Every row of the file as a talk, or why it is none. Nothing is written here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from accounts.models import Coalition, Membership
from partners.imports.drafts import Draft, Fault
from partners.imports.values import BadCell, DateOrder, day, is_nothing, one_line, term_key
from partners.models import Alias, Contact, ImportRun, Organisation, Touchpoint
from partners.models.talks.touchpoints import USUAL

ALIKE = 85  # rapidfuzz ratio of two names, 0 to 100, from which one is offered instead
LONGEST = 4000  # letters that a note holds
Direction, Channel, Kind = Touchpoint.Direction, Touchpoint.Channel, Touchpoint.Kind

KINDS = {
    "phone": Kind.CALL, "phone call": Kind.CALL, "telephone": Kind.CALL, "llamada": Kind.CALL,
    "site visit": Kind.VISIT, "visita": Kind.VISIT, "mail": Kind.EMAIL, "email": Kind.EMAIL,
    "correo": Kind.EMAIL, "event attended": Kind.EVENT, "event": Kind.EVENT, "help": Kind.HELP,
    "advice": Kind.ADVICE, "information": Kind.INFORMATION, "request": Kind.ASK, "thanks": Kind.THANKS,
    "thank you": Kind.THANKS, "one-on-one": Kind.MEETING, "1:1": Kind.MEETING, "other": Kind.OTHER,
}  # fmt: skip
DIRECTIONS = {
    "in": Direction.FROM_THEM, "inbound": Direction.FROM_THEM, "incoming": Direction.FROM_THEM,
    "out": Direction.FROM_US, "outbound": Direction.FROM_US, "outgoing": Direction.FROM_US,
    "both": Direction.TWO_WAY, "two-way": Direction.TWO_WAY, "two way": Direction.TWO_WAY,
}  # fmt: skip
CHANNELS = {
    "telephone": Channel.PHONE, "mail": Channel.EMAIL, "email": Channel.EMAIL,
    "zoom": Channel.VIDEO, "sms": Channel.TEXT,
}  # fmt: skip
CHOICES: dict[str, Any] = {"kind": Kind, "direction": Direction, "channel": Channel}
OTHER_WORDS: dict[str, dict[str, Any]] = {
    "kind": KINDS,
    "direction": DIRECTIONS,
    "channel": CHANNELS,
}
YES = {"yes", "y", "true", "1", "x", "si"}


@dataclass(frozen=True)
class TalkReader:
    """`columns` says in which column each field stands."""

    coalition: Coalition
    headings: Sequence[str]
    columns: Mapping[str, int]
    today: date
    order: DateOrder = field(default_factory=DateOrder)

    @classmethod
    def of(cls, run: ImportRun) -> "TalkReader":
        return cls(
            coalition=run.coalition,
            headings=run.headings,
            columns={key: place for place, key in run.columns_by_position.items()},
            today=run.coalition.day(at=run.asked_at or timezone.now()),
            order=DateOrder(day_first=bool(run.options.get("day_first"))),
        )

    def draft(self, number: int, cells: Sequence[str]) -> Draft:
        try:
            partner = self._partner(cells)
            return Draft(
                number,
                cells,
                values=self._talk(cells, partner),
                notes=list(self._unknown(cells, partner)),
            )
        except Fault as fault:
            return Draft(number, cells, fault=fault)

    # ------------------------------------------------------------ one row

    def _talk(self, cells: Sequence[str], partner: int) -> dict[str, Any]:
        kind = self._choice(cells, "kind") or Kind.CALL
        direction, channel = USUAL[kind]
        direction = self._choice(cells, "direction") or direction
        on = self._day(cells, "on")
        if on is None:
            raise Fault(_("The day is missing."), self._heading("on"))
        if on > self.today:
            raise Fault(_("That day is still to come."), self._heading("on"))
        due = self._day(cells, "follow_up_on")
        if due and due < on:
            raise Fault(_("A follow-up comes after the day itself."), self._heading("follow_up_on"))
        asks = term_key(self._cell(cells, "asks")) in YES or kind == Kind.ASK
        who = self._members(cells, "follow_up_by") if due else ()
        return {
            "name": self._names[partner],
            "organisation": partner,
            "on": on.isoformat(),
            "kind_of_talk": str(kind),
            "direction": str(direction),
            "channel": str(self._choice(cells, "channel") or channel),
            "said": self._cell(cells, "said").strip()[:LONGEST],
            "asks": asks and direction != Direction.FROM_THEM,
            "follow_up_on": due.isoformat() if due else "",
            "follow_up_by": who[0] if who else None,
            "contacts": list(self._contacts(cells, partner)),
            "members": list(self._members(cells, "members")),
        }

    def _partner(self, cells: Sequence[str]) -> int:
        told = one_line(self._cell(cells, "partner"))
        if is_nothing(told):
            raise Fault(_("The partner is missing."), self._heading("partner"))
        found = self._known.get(term_key(told), set())
        if len(found) == 1:
            return next(iter(found))
        words = {"name": told}
        if found:
            raise Fault(_("Several are called “%(name)s”.") % words, self._heading("partner"))
        near = process.extractOne(
            term_key(told), self._known.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE
        )
        if near is None:
            raise Fault(_("Nobody is called “%(name)s”.") % words, self._heading("partner"))
        words["other"] = self._names[next(iter(self._known[near[0]]))]
        reason = _("Nobody is called “%(name)s”. Perhaps “%(other)s”?") % words
        raise Fault(reason, self._heading("partner"))

    def _day(self, cells: Sequence[str], name: str) -> date | None:
        try:
            return day(self._cell(cells, name), order=self.order)
        except BadCell as bad:
            reason = _("“%(text)s” is no day.") % {"text": bad.text}
            raise Fault(reason, self._heading(name)) from bad

    def _choice(self, cells: Sequence[str], name: str) -> str:
        told = self._cell(cells, name)
        if is_nothing(told):
            return ""
        found = self._answers[name].get(term_key(told))
        if found is None:
            known = ", ".join(str(label) for label in CHOICES[name].labels)
            reason = _("“%(text)s” is not known. There are: %(known)s.") % {
                "text": one_line(told),
                "known": known,
            }
            raise Fault(reason, self._heading(name))
        return found

    def _contacts(self, cells: Sequence[str], partner: int) -> tuple[int, ...]:
        """People who are known there; a name that is not is told of, and keeps nothing out."""
        wanted = map(term_key, self._people(cells, "contacts"))
        known = self._people_there.get(partner, {})
        return tuple(dict.fromkeys(known[name] for name in wanted if name in known))

    def _members(self, cells: Sequence[str], name: str) -> tuple[int, ...]:
        wanted = map(term_key, self._people(cells, name))
        return tuple(dict.fromkeys(self._us[word] for word in wanted if word in self._us))

    def _unknown(self, cells: Sequence[str], partner: int) -> Iterator[list[str]]:
        """Each with its heading: “Our people: Rut Adeyemi is not known here”."""
        there = self._people_there.get(partner, {})
        for name, known in (("contacts", there), ("members", self._us), ("follow_up_by", self._us)):
            for person in self._people(cells, name):
                if term_key(person) not in known:
                    said = _("%(person)s is not known here, and is left out") % {"person": person}
                    yield [self._heading(name), said]

    def _people(self, cells: Sequence[str], name: str) -> list[str]:
        told = map(one_line, self._cell(cells, name).replace(";", ",").split(","))
        return [person for person in told if not is_nothing(person)]

    def _cell(self, cells: Sequence[str], name: str) -> str:
        place = self.columns.get(name)
        return cells[place] if place is not None and place < len(cells) else ""

    def _heading(self, name: str) -> str:
        place = self.columns.get(name)
        return self.headings[place] if place is not None else name

    # ------------------------------------------------------------ what it asks once: a query each, or none

    @cached_property
    def _answers(self) -> dict[str, dict[str, str]]:
        """For each column of choices the words that mean one, in the reader's language too: made once."""
        return {
            name: {
                **{term_key(str(label)): str(value) for value, label in choices.choices},
                **{str(value): str(value) for value in choices.values},
                **{word: str(value) for word, value in OTHER_WORDS[name].items()},
            }
            for name, choices in CHOICES.items()
        }

    @cached_property
    def _names(self) -> dict[int, str]:
        rows = Organisation.objects.of_coalition(self.coalition.pk)
        return dict(rows.values_list("pk", "name"))

    @cached_property
    def _known(self) -> dict[str, set[int]]:
        """Names and other names as `term_key` makes them, with whose they are."""
        known: dict[str, set[int]] = defaultdict(set)
        for pk, name in self._names.items():
            known[term_key(name)].add(pk)
        aliases = Alias.objects.filter(coalition=self.coalition, organisation__in=self._names)
        for pk, name in aliases.values_list("organisation", "name"):
            known[term_key(name)].add(pk)
        return dict(known)

    @cached_property
    def _people_there(self) -> dict[int, dict[str, int]]:
        rows = Contact.objects.filter(coalition=self.coalition).known()
        people: dict[int, dict[str, int]] = defaultdict(dict)
        for pk, organisation, name in rows.values_list("pk", "organisation", "name"):
            people[organisation][term_key(name)] = pk
        return people

    @cached_property
    def _us(self) -> dict[str, int]:
        """Members by name and by address, former ones too: they may have made that call."""
        rows = Membership.objects.filter(coalition=self.coalition)
        us = {}
        for pk, name, email in rows.values_list("person", "person__full_name", "person__email"):
            us[term_key(name)] = us[term_key(email)] = pk
        return us
