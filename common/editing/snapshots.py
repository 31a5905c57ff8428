"""What a form says, in the shape in which a browser sends it, so that two versions can be compared.

Every field, and every set of rows beside them (`form.rows = {"addresses": formset}`), is a *part*; a form
may bring parts of its own (`form.more_parts`), and a field its own words (`field.tell`). The
answer of a part is a tuple of texts: one for most fields, the members for what is a set.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.choices import flatten_choices
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

Answer = tuple[str, ...]
TICKED: Answer = ("on",)


class Part(Protocol):
    """A field or a set of rows: what it showed, what was sent, and how to write another answer."""

    @property
    def name(self) -> str: ...
    @property
    def is_set(self) -> bool: ...
    @property
    def label(self) -> str: ...
    @property
    def is_long(self) -> bool: ...
    def shown(self) -> Answer: ...
    def sent(self) -> Answer: ...
    def write(self, data: QueryDict, answer: Answer) -> None: ...
    def words(self, answer: Answer) -> list[str]: ...


def parts_of(form: Any) -> Iterator[Part]:
    """Every part of a form, in its order. Ticks that only confirm something are none."""
    unrecorded = getattr(form, "unrecorded", ())
    for bound in form:
        if bound.name not in unrecorded:
            yield FieldPart(bound)
    for name, formset in getattr(form, "rows", {}).items():
        yield RowsPart(name, formset)
    yield from getattr(form, "more_parts", ())


def shown_by(form: Any) -> dict[str, Answer]:
    """What a fresh form says of its record, before anybody typed."""
    return {part.name: part.shown() for part in parts_of(form)}


class FieldPart:
    def __init__(self, bound: BoundField) -> None:
        self.bound, self.field, self.name = bound, bound.field, bound.html_name
        self.separator = getattr(bound.field, "separator", None)  # between the values of a text
        self.is_set = self.is_many or self.separator is not None

    @property
    def is_many(self) -> bool:
        return bool(getattr(self.field.widget, "allow_multiple_selected", False))

    @property
    def label(self) -> str:
        return capfirst(str(self.bound.label))

    @property
    def is_long(self) -> bool:
        return isinstance(self.field.widget, forms.Textarea) and not self.is_set

    def shown(self) -> Answer:
        return self._as_sent(self.bound.value())

    def sent(self) -> Answer:
        """As the field understood it: “arc.example ” is https://arc.example. Else as it was typed."""
        cleaned = getattr(self.bound.form, "cleaned_data", {})
        if self.is_many or self.bound.name not in cleaned:
            return self._as_sent(self.bound.data)
        return self._as_sent(self.field.prepare_value(cleaned[self.bound.name]))

    def write(self, data: QueryDict, answer: Answer) -> None:
        if self.separator is not None:
            answer = (self.separator.join(answer),)
        data.setlist(self.name, list(answer))

    def words(self, answer: Answer) -> list[str]:
        if hasattr(self.field, "tell"):
            return [words for text in answer for words in self.field.tell(text)]
        if isinstance(self.field.widget, forms.CheckboxInput):
            return [_("Yes") if answer else _("No")]
        if hasattr(self.field, "choices"):
            labels = {str(value): str(label) for value, label in _flat(self.field)}
            return [labels.get(value, value) for value in answer if value]
        return [_said(self.field, text) for text in answer if text]

    def _as_sent(self, value: Any) -> Answer:
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxInput):
            return TICKED if widget.check_test(value) else ()
        formatted = widget.format_value(value)
        if self.is_many:
            return tuple(formatted or ())
        text = formatted[0] if isinstance(formatted, list) else formatted
        lines = _plain(text)
        if self.separator is None:
            return (lines,)
        return tuple(part for part in lines.split(self.separator) if part)


@dataclass(frozen=True)
class RowsPart:
    """Rows of small forms under one prefix; a row without a word is none."""

    name: str
    formset: Any
    is_set = True
    is_long = False

    @property
    def label(self) -> str:
        return str(getattr(self.formset, "label", capfirst(self.name)))

    @property
    def fields(self) -> list[str]:
        return list(self.formset.form.base_fields)

    def shown(self) -> Answer:
        return self._rows([form.initial for form in self.formset.forms])

    def sent(self) -> Answer:
        return self._rows([getattr(form, "cleaned_data", {}) for form in self.formset.forms])

    def write(self, data: QueryDict, answer: Answer) -> None:
        rows = [json.loads(row) for row in answer]
        begun = len(self.formset.initial or ())
        blank = [""] * len(self.fields)
        rows += [blank] * (max(begun, len(rows) + 1) - len(rows))
        data[f"{self.formset.prefix}-TOTAL_FORMS"] = str(len(rows))
        # A row that equals the one it began with counts as untouched, unless it says that it began so.
        data[f"{self.formset.prefix}-INITIAL_FORMS"] = str(begun)
        for number, row in enumerate(rows):
            for field, value in zip(self.fields, row, strict=True):
                data[f"{self.formset.prefix}-{number}-{field}"] = value

    def words(self, answer: Answer) -> list[str]:
        """Choices by their words; what a field does not offer stands as it is."""
        fields = self.formset.form.base_fields.values()
        labels = [{str(k): str(v) for k, v in _flat(one)} for one in fields]
        rows = (zip(labels, json.loads(row), strict=True) for row in answer)
        return [", ".join(said.get(text, text) for said, text in row if text) for row in rows]

    def _rows(self, told: list[dict[str, Any]]) -> Answer:
        rows = ([_plain(row.get(field)) for field in self.fields] for row in told)
        return tuple(json.dumps(row, ensure_ascii=False) for row in rows if any(row))


def _flat(field: Any) -> list[tuple[Any, Any]]:
    """The choices of a field, of groups those within."""
    choices: Any = flatten_choices(getattr(field, "choices", ()))
    return list(choices)


def _plain(value: Any) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def _said(field: forms.Field, text: str) -> str:
    """A day as people write it; everything else as it stands."""
    day: date | None = parse_date(text) if isinstance(field, forms.DateField) else None
    return date_format(day) if day else text
