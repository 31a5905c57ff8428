"""Organisations with all that hangs on them, in memory: what a row would add to one, and writing it.

The dry run and the apply make the same changes to the same objects; only the apply saves them.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from common.database.loading import load as write
from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    Phone,
    ProfileAnswer,
    ProfileRow,
)
from partners.models.merging import duplicates
from partners.models.search import entries

# In the order in which they are written; each with the fields that an import may change.
WRITTEN: dict[type[models.Model], list[str]] = {
    Organisation: [
        "name",
        "kind",
        "description",
        "website",
        "email",
        "owner",
        "since_on",
        "own_values",
    ],
    Alias: [],
    ExternalIdentifier: [],
    Phone: [],
    Address: ["street", "city", "region", "postcode"],
    Contact: [
        "title",
        "role",
        "email",
        "phone",
        "own_values",
        "listing_consent",
        "listing_consent_on",
        "listing_consent_how",
        "wants_no_letters",
    ],
    Classification: [],
    ProfileAnswer: ["text", "choice", "said_on", "recorded_by"],
    ProfileRow: [],
}
PARTS = [model for model in WRITTEN if model is not Organisation]


@dataclass
class Profile:
    """One organisation and its parts. Parts without a key are new; `edited` holds changed rows."""

    organisation: Organisation
    parts: dict[type[models.Model], list[Any]] = field(default_factory=lambda: defaultdict(list))
    edited: list[models.Model] = field(default_factory=list)
    first_number: int = 0  # of the file's row that made it new

    @property
    def is_new(self) -> bool:
        return self.organisation.pk is None or bool(self.first_number)

    def add(self, part: type[models.Model], **values: Any) -> None:
        """A new part; `save` tells it whose it is, which a new organisation cannot say before."""
        self.parts[part].append(part(coalition_id=self.organisation.coalition_id, **values))

    def edit(self, row: models.Model, name: str, value: Any) -> None:
        setattr(row, name, value)
        if row.pk and not any(row is other for other in self.edited):
            self.edited.append(row)

    def seen(self) -> str:
        """A fingerprint of all that an import may change: an edit by somebody else shows in it."""
        told = [_state(self.organisation)]
        told += sorted(_state(row) for part in PARTS for row in self.parts[part] if row.pk)
        return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _state(row: models.Model) -> str:
    values = [str(getattr(row, f.attname)) for f in row._meta.concrete_fields]  # noqa: SLF001
    return f"{type(row).__name__} {values}"


def load(ids: Iterable[int], *, locking: bool) -> dict[int, Profile]:
    """The organisations with their parts, in one query a table. With `locking` nobody else edits them."""
    found = Organisation.objects.filter(pk__in=set(ids)).order_by("pk")
    if locking:
        found = found.select_for_update(of=("self",))
    profiles = {organisation.pk: Profile(organisation) for organisation in found}
    for part in PARTS:
        rows = part.objects.filter(organisation__in=profiles).order_by("pk")  # type: ignore[attr-defined]
        if part in (Classification, ProfileRow):
            rows = rows.select_related("term")
        for row in rows:
            profiles[row.organisation_id].parts[part].append(row)
    return profiles


def save(profiles: Iterable[Profile]) -> set[int]:
    """Write new and edited rows, a few statements for all; return the ids of what was touched."""
    profiles = list(profiles)
    organisations = [each.organisation for each in profiles if each.organisation.pk is None]
    write(organisations)
    touched = {organisation.pk for organisation in organisations}
    new: dict[type[models.Model], list[Any]] = defaultdict(list)
    edited: dict[type[models.Model], list[Any]] = defaultdict(list)
    for profile in profiles:
        created = [row for part in PARTS for row in profile.parts[part] if row.pk is None]
        for row in created:
            row.organisation_id = profile.organisation.pk
            new[type(row)].append(row)
        for row in profile.edited:
            edited[type(row)].append(row)
        if created or profile.edited:
            touched.add(profile.organisation.pk)
        profile.edited = []
    for model, fields in WRITTEN.items():
        write(new[model])
        if edited[model]:
            model.objects.bulk_update(edited[model], fields)  # type: ignore[attr-defined]
    return touched


def catch_up_later() -> None:
    """The triggers leave search and comparisons alone until the transaction ends; `catch_up` follows."""
    entries.refresh_later()
    duplicates.note_later()


def catch_up(ids: Iterable[int]) -> None:
    """Write once what follows from these partners: how they are found, and that they changed."""
    ids = list(ids)
    entries.refresh(ids)
    duplicates.note(ids)
