"""Whoever is erased is masked in sealed notes too: those are opened for it by nobody who could read them."""

import json
import re
from collections.abc import Iterable
from typing import Any

from django.db import models

from accounts.models import Membership, Person
from common.personal.fields import MASK, events_of
from partners.models import RiskNote
from partners.models.risk.notes import opened, sealed
from partners.reports.people.naming_files import needles_of


def mask_in_notes(needles: Iterable[str], *, coalitions: Iterable[int]) -> None:
    """Each whole word of the needles becomes a mask, in notes and in every earlier version of them.

    The same words that `common.personal.erasure.scrub` finds: ana@x.org stays in diana@x.org. A coalition has
    few notes, so they are read one by one.
    """
    wanted = [_pattern(needle) for needle in needles if needle.strip()]
    if not wanted:
        return
    pattern = re.compile("|".join(wanted), re.IGNORECASE)
    models_of: list[Any] = [RiskNote, *events_of(RiskNote)]
    for model in models_of:
        rows: models.QuerySet[Any] = model._default_manager.filter(coalition__in=list(coalitions))  # noqa: SLF001
        for row in rows.iterator():
            said = opened(row.sealed, coalition=row.coalition_id)
            masked = pattern.sub(MASK, said)
            if masked != said:
                again = sealed(masked, coalition=row.coalition_id)
                model._default_manager.filter(pk=row.pk).update(sealed=again)  # noqa: SLF001


def mask_member(person: Person) -> None:
    """Whoever erases their account is told of in no note of the coalitions that they were in."""
    coalitions = Membership.objects.of(person).values_list("coalition", flat=True)
    needles = needles_of(name=person.full_name, email=person.email)
    mask_in_notes(needles, coalitions=coalitions)


def _pattern(needle: str) -> str:
    written = re.escape(json.dumps(needle.strip(), ensure_ascii=False)[1:-1])
    return rf"(?<![\w.+-]){written}(?!\.?[\w-])"
