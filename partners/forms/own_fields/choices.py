"""The choices of an own field as one thing, so that two versions of its form can be compared."""

import json
from collections.abc import Sequence
from typing import Any, Protocol

from django.http import QueryDict
from django.utils.translation import gettext as _

from common.editing.snapshots import Answer
from partners.models.own_fields.fields import Option

NAME = "choices_as"  # of the choices as a whole, where somebody chose between two versions


class HasChoices(Protocol):
    """The form over an own field."""

    @property
    def own_choices(self) -> Sequence[Option]: ...
    @property
    def kept_choices(self) -> Sequence[Option]: ...


class ChoicesPart:
    """Their order, their names and which are offered. One list stands as a whole: two orders do not mix."""

    name = NAME
    is_set = False
    is_long = False

    def __init__(self, form: HasChoices) -> None:
        self.form = form

    @property
    def label(self) -> str:
        return _("The choices that there are")

    def shown(self) -> Answer:
        return (as_text(self.form.own_choices),)

    def sent(self) -> Answer:
        return (as_text(self.form.kept_choices),)

    def write(self, data: QueryDict, answer: Answer) -> None:
        data[NAME] = answer[0]

    def words(self, answer: Answer) -> list[str]:
        return [
            _("%(choice)s (offered no more)") % {"choice": one.label}
            if one.is_retired
            else one.label
            for text in answer
            for one in of_text(text)
        ]


def as_text(choices: Sequence[Option]) -> str:
    return json.dumps([[one.key, one.label, one.is_retired] for one in choices])


def of_text(text: str) -> list[Option]:
    """What `as_text` has told; nothing of what is no such text."""
    try:
        return [
            Option(str(key), str(label), is_retired=bool(is_retired))
            for key, label, is_retired in json.loads(text)
        ]
    except (TypeError, ValueError):
        return []


def rows_of(choices: Sequence[Option], *, prefix: str) -> dict[str, Any]:
    """The choices as a browser sends them from the rows of the page."""
    data: dict[str, Any] = {
        f"{prefix}-TOTAL_FORMS": str(len(choices)),
        f"{prefix}-INITIAL_FORMS": str(len(choices)),
    }
    for number, one in enumerate(choices):
        row = {"key": one.key, "label": one.label, "place": str(number + 1)}
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
        if one.is_retired:
            data[f"{prefix}-{number}-is_retired"] = "on"
    return data
