"""A bulk edit in words: what is wanted, what that comes to, and how each one stands before and after."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Person
from partners.models import BulkEdit, Organisation, OwnField, Term, Vocabulary
from partners.reports.bulk.preview import Plan, Standing, Wanted, named, plan, wanted_by
from partners.reports.own_fields.words import own_words

Action = BulkEdit.Action
SHOWN = 50


@dataclass(frozen=True)
class ShownRow:
    organisation: Organisation
    before: str
    after: str


@dataclass(frozen=True)
class Preview:
    """What the page before applying says; nothing of it is written."""

    edit: BulkEdit

    @cached_property
    def wanted(self) -> Wanted:
        return wanted_by(self.edit)

    @cached_property
    def plan(self) -> Plan:
        return plan(self.edit, self.wanted)

    @cached_property
    def words(self) -> "Words":
        """Once it is applied nobody asks how each of them stands."""
        is_ahead = self.edit.state == BulkEdit.State.PREPARED
        return Words.of(self.edit, self.plan if is_ahead else None)

    @property
    def wish(self) -> str:
        return self.words.wish(self.edit, self.wanted)

    @cached_property
    def rows(self) -> list[ShownRow]:
        """The first of those that change, by name."""
        standing = {one.pk: one for one in self.plan.changing}
        shown = named(list(standing), most=SHOWN)
        return [
            ShownRow(
                organisation,
                self.words.before(self.edit, standing[organisation.pk]),
                self.words.after(self.edit, standing[organisation.pk], self.wanted),
            )
            for organisation in shown
        ]

    @property
    def more(self) -> int:
        return max(len(self.plan.changing) - SHOWN, 0)

    @cached_property
    def retired(self) -> list[Organisation]:
        return list(named(self.plan.retired, most=SHOWN)) if self.plan.retired else []

    @cached_property
    def parts(self) -> list[tuple[str, int]]:
        """How those that change stand now, the most frequent first: (Nobody, 30), (Ruth Abel, 12)."""
        return self.words.counted(self.edit, self.plan.befores())


@dataclass(frozen=True)
class Words:
    """The names of people and terms that an edit is about."""

    people: dict[int, str]
    terms: dict[int, str]
    field: OwnField | None = None

    @classmethod
    def of(cls, edit: BulkEdit, plan: Plan | None = None) -> "Words":
        """Two queries at most, however many organisations."""
        if edit.action == Action.OWN:
            return cls({}, {}, wanted_by(edit).field)
        befores = plan.befores() if plan else Counter[Any]()
        if edit.changes_terms:
            ids = set(befores) | set(edit.values["terms"])
            return cls({}, dict(Term.objects.filter(pk__in=ids).values_list("pk", "name")))
        people = set(befores) | {edit.values.get("owner")} if edit.action == Action.OWNER else set()
        return cls(
            {
                person.pk: str(person)
                for person in Person.objects.filter(pk__in=[pk for pk in people if pk])
            },
            {},
        )

    def wish(self, edit: BulkEdit, wanted: Wanted) -> str:
        """“Looked after by Ana Ruiz”, “Tags: add asthma and food”."""
        if edit.changes_terms:
            told = {
                "list": Vocabulary(edit.vocabulary).label,
                "names": get_text_list(wanted.names, _("and")),
            }
            if edit.action == Action.ADD:
                return _("%(list)s: add %(names)s") % told
            if edit.action == Action.REMOVE:
                return _("%(list)s: take away %(names)s") % told
            if wanted.names:
                return _("%(list)s: %(names)s and no others") % told
            return _("%(list)s: none") % told
        return self._plain_wish(edit)

    def _plain_wish(self, edit: BulkEdit) -> str:
        if edit.action == Action.OWNER:
            return _("Looked after by: %(name)s") % {"name": self.owner(edit.values["owner"])}
        if edit.action == Action.KIND:
            kind = Organisation.Kind(edit.values["kind"])
            return _("Kind: %(kind)s") % {"kind": kind.label}
        if edit.action == Action.RETIRE:
            told = {
                "day": date_format(date.fromisoformat(edit.values["on"])),
                "reason": edit.values["reason"],
            }
            return _("Retired on %(day)s: “%(reason)s”") % told
        if self.field:
            told = {"field": self.field.label, "value": self.own(edit.values["value"])}
            return _("%(field)s: %(value)s") % told
        return _("Back in the list")

    def owner(self, pk: int | None) -> str:
        return self.people.get(pk, _("someone who is gone")) if pk else _("Nobody")

    def own(self, told: Any) -> str:
        """What an own field says, in words."""
        return (self.field and own_words(self.field, told)) or _("nothing")

    def term_names(self, ids: Iterable[int]) -> str:
        return ", ".join(sorted(self.terms.get(pk, "") for pk in ids)) or _("none")

    def before(self, edit: BulkEdit, one: Standing) -> str:
        if edit.changes_terms:
            return self.term_names(one.before)
        if self.field:
            return self.own(one.before)
        if edit.action == Action.OWNER:
            return self.owner(one.before)
        if edit.action == Action.KIND:
            return str(Organisation.Kind(one.before).label)
        return date_format(one.before) if one.before else _("In the list")

    def after(self, edit: BulkEdit, one: Standing, wanted: Wanted) -> str:
        if self.field:
            return self.own(edit.values["value"])
        if not edit.changes_terms:
            if edit.action == Action.OWNER:
                return self.owner(edit.values["owner"])
            if edit.action == Action.KIND:
                return str(Organisation.Kind(edit.values["kind"]).label)
            return _("Retired") if edit.action == Action.RETIRE else _("In the list")
        carried = {pk: self.terms.get(pk, "") for pk in one.before}
        if edit.action == Action.REMOVE:
            left = [name for pk, name in carried.items() if pk not in wanted.ids]
        elif edit.action == Action.ADD:
            left = list(dict.fromkeys([*carried.values(), *wanted.names]))
        else:
            left = wanted.names
        return ", ".join(sorted(left)) or _("none")

    def counted(self, edit: BulkEdit, befores: Counter[Any]) -> list[tuple[str, int]]:
        if edit.changes_terms:
            return [(self.terms.get(pk, ""), number) for pk, number in befores.most_common()]
        if edit.action == Action.OWNER:
            return [(self.owner(pk), number) for pk, number in befores.most_common()]
        if edit.action == Action.KIND:
            kinds = dict(Organisation.Kind.choices)
            return [(str(kinds[kind]), number) for kind, number in befores.most_common()]
        if self.field:
            is_set = self.field.kind == OwnField.Kind.CHOICES  # counted answer by answer
            said = [
                (self.own([told] if is_set else told) if told is not None else "", number)
                for told, number in befores.most_common()
            ]
            # Quoted, because a number of partners stands behind what may be a number itself.
            return [
                (_("“%(answer)s”") % {"answer": words} if words else _("nothing"), number)
                for words, number in said
            ]
        return []


def outcome(edit: BulkEdit) -> str:
    """What came of it: “47 partners changed, 3 stood so already, 2 were left as they are.”"""
    counts = edit.counts
    left = counts.get("retired", 0) + counts.get("gone", 0)
    told = [
        _n(
            ngettext("%(n)d partner changed", "%(n)d partners changed", counts["changed"]),
            counts["changed"],
        )
    ]
    if counts["same"]:
        told.append(
            _n(
                ngettext("%(n)d stood so already", "%(n)d stood so already", counts["same"]),
                counts["same"],
            )
        )
    if left:
        told.append(_n(ngettext("%(n)d was left out", "%(n)d were left out", left), left))
    return f"{', '.join(told)}."


def _n(words: str, number: int) -> str:
    return words % {"n": number}
