"""Contributions as a table to download: exactly those that the page of the same address lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from common.spreadsheets.several import together
from contributions.models import Contribution


def headings() -> list[str]:
    return [
        _("Partner"),
        _("What kind of contribution"),
        _("Of which populations"),
        _("What is given"),
        _("State"),
        _("Promised on"),
        _("Promised by"),
        _("First promised by"),
        _("On time until"),
        _("Given on"),
        _("What came of it"),
        _("Amount promised"),
        _("Amount given"),
        _("Unit"),
        _("What they say it is worth"),
        _("Taken back on"),
        _("Why it was taken back"),
        _("Written down by"),
    ]


def rows(contributions: Iterable[Contribution]) -> Iterator[list[Any]]:
    # Rows are written after the request, when the reader's language is no longer active.
    labels = [
        {value: str(label) for value, label in choices.choices}
        for choices in (Contribution.Kind, Contribution.State, Contribution.Unit)
    ]
    return _rows(contributions, *labels, hands=(_("the coalition"), _("the partner")))


def _rows(
    contributions: Iterable[Contribution],
    kinds: dict[str, str],
    states: dict[str, str],
    units: dict[str, str],
    *,
    hands: tuple[str, str],
) -> Iterator[list[Any]]:
    """`hands`: whose hand wrote it down, ours and theirs."""
    for one in contributions:
        yield [
            one.organisation.name,
            kinds[one.kind],
            together(str(each) for each in one.populations.all()),
            one.words,
            states[one.state],
            one.promised_on,
            one.due_on,
            one.first_due_on or one.due_on,
            one.measured_on,
            one.delivered_on,
            one.delivered_what,
            one.promised_amount,
            one.amount,
            one.own_unit or units.get(one.unit, ""),
            one.worth,
            one.withdrawn_on,
            one.withdrawn_reason,
            hands[one.is_their_own_word],
        ]
