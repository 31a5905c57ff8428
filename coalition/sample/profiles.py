"""One step of an organisation's story, written as rows: only what differs from before."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from accounts.models import Coalition, Person
from coalition.sample.days import Days
from coalition.sample.files import ContactCard, Profile
from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    Phone,
    Term,
    Vocabulary,
)

# The lists of a profile and the vocabulary from which each takes its words.
LISTS = {
    "sectors": Vocabulary.SECTOR,
    "populations": Vocabulary.POPULATION,
    "areas": Vocabulary.AREA,
    "determinants": Vocabulary.DETERMINANT,
    "languages": Vocabulary.LANGUAGE,
    "tags": Vocabulary.TAG,
}

# The rows of one table by what makes each the same row before and after: a name, or a place in the list.
Rows = dict[Hashable, dict[str, Any]]


@dataclass(frozen=True)
class ProfileWriter:
    """Writes the organisations of one coalition."""

    coalition: Coalition
    people: dict[str, Person]
    terms: dict[tuple[str, str], Term]
    days: Days
    own_dates: frozenset[str] = frozenset()  # keys of own fields of which the files tell weeks

    def add(self, profile: Profile, *, joined: int, key: str, at: datetime) -> Organisation:
        organisation = Organisation.objects.create(
            coalition=self.coalition,
            since_on=self.days.day(joined, of=key),
            created_at=at,
            **self._columns(profile, key),
        )
        self._write_parts(organisation, {}, self._parts(profile, key))
        return organisation

    def change(
        self, organisation: Organisation, *, before: Profile, after: Profile, key: str
    ) -> None:
        columns = self._columns(after, key)
        if columns != self._columns(before, key):
            Organisation.objects.filter(pk=organisation.pk).update(**columns)
        self._write_parts(organisation, self._parts(before, key), self._parts(after, key))

    def _columns(self, profile: Profile, key: str) -> dict[str, Any]:
        return {
            "name": profile.name,
            "kind": profile.kind,
            "description": profile.description,
            "website": profile.website,
            "email": profile.email,
            "owner": self.people[profile.owner] if profile.owner else None,
            "retired_on": self._day(profile.retired, key),
            "retired_reason": profile.retired_reason,
            "own_values": self._own(profile.own, key),
        }

    def _own(self, told: dict[str, Any], key: str) -> dict[str, Any]:
        return {
            name: self.days.day(value, of=key).isoformat() if name in self.own_dates else value
            for name, value in told.items()
        }

    def _parts(self, profile: Profile, key: str) -> dict[type[models.Model], Rows]:
        terms = [
            self.terms[vocabulary, name]
            for field, vocabulary in LISTS.items()
            for name in getattr(profile, field)
        ]
        return {
            Classification: {term.pk: {"term": term} for term in terms},
            Alias: {name: {"name": name} for name in profile.aliases},
            ExternalIdentifier: {told: _identifier(told) for told in profile.identifiers},
            Phone: dict(enumerate(map(_phone, profile.phones))),
            Address: dict(enumerate(map(_address, profile.addresses))),
            Contact: {card.name: self._contact(card, key) for card in profile.contacts},
        }

    def _contact(self, card: ContactCard, key: str) -> dict[str, Any]:
        return {
            "name": card.name,
            "title": card.title,
            "role": card.role,
            "email": card.email,
            "phone": card.phone,
            "preferred_channel": card.channel,
            "since_on": self._day(card.since, key),
            "left_on": self._day(card.left, key),
            "own_values": self._own(card.own, key),
        }

    def _day(self, weeks: int | None, key: str) -> Any:
        return self.days.day(weeks, of=key) if weeks else None

    def _write_parts(
        self,
        organisation: Organisation,
        before: dict[type[models.Model], Rows],
        after: dict[type[models.Model], Rows],
    ) -> None:
        hung = {"coalition": self.coalition, "organisation": organisation}
        for model, rows in after.items():
            _write_rows(model, hung, before.get(model, {}), rows)


def _write_rows(model: type[models.Model], hung: dict[str, Any], before: Rows, after: Rows) -> None:
    table = model._default_manager  # noqa: SLF001 - Django's own way to a model it does not know
    for key, row in before.items():
        if key not in after:
            table.filter(**hung, **row).delete()
        elif row != after[key]:
            table.filter(**hung, **row).update(**after[key])
    table.bulk_create(model(**hung, **row) for key, row in after.items() if key not in before)


def _identifier(told: str) -> dict[str, str]:
    """`EIN 00-1410001`: the scheme, then its value."""
    scheme, _space, value = told.partition(" ")
    return {"scheme": scheme, "value": value}


def _phone(told: str) -> dict[str, str]:
    """`555-0117 after 18:00`: the number, then what it is for."""
    number, _space, label = told.partition(" ")
    return {"number": number, "label": label}


def _address(told: str) -> dict[str, str]:
    """`14 Market Row, Sunnybrook 00412`: the street, then city and postal code."""
    street, _comma, place = told.rpartition(", ")
    city, _space, postcode = place.rpartition(" ")
    return {"street": street, "city": city, "postcode": postcode}
