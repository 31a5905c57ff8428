"""The overview as a table to download: exactly the benefits that the page of the same address lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from partners.models import Benefit


def headings() -> list[str]:
    return [
        _("Partner"),
        _("What kind of gain"),
        _("Can be counted or touched"),
        _("What they gain"),
        _("State"),
        _("Promised on"),
        _("Promised by"),
        _("We promised it by"),
        _("First promised by"),
        _("On time until"),
        _("Delivered on"),
        _("What they got"),
        _("Amount"),
        _("Unit"),
        _("Taken back on"),
        _("Why it was taken back"),
        _("Did it come?"),
        _("In their words"),
        _("They said so on"),
    ]


def rows(benefits: Iterable[Benefit]) -> Iterator[list[Any]]:
    # Rows are written after the request, when the reader's language is no longer active.
    labels = [
        {value: str(label) for value, label in choices.choices}
        for choices in (Benefit.Kind, Benefit.State, Benefit.Came, Benefit.Unit)
    ]
    return _rows(benefits, *labels)


def _rows(
    benefits: Iterable[Benefit],
    kinds: dict[str, str],
    states: dict[str, str],
    answers: dict[str, str],
    units: dict[str, str],
) -> Iterator[list[Any]]:
    for one in benefits:
        yield [
            one.organisation.name,
            kinds[one.kind],
            one.is_tangible,
            one.words,
            states[one.state],
            one.promised_on,
            str(one.promised_by),
            one.due_on,
            one.first_due_on or one.due_on,
            one.measured_on,
            one.delivered_on,
            one.delivered_what,
            one.amount,
            one.own_unit or units.get(one.unit, ""),
            one.withdrawn_on,
            one.withdrawn_reason,
            answers.get(one.came, ""),
            one.came_words,
            one.came_on,
        ]
