"""A coalition's own fields in the forms of organisations and of people."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format, localize_input
from django.utils.translation import gettext as _

from common.text.numbers import read_number
from partners.forms.shared.links import LinkField
from partners.models import OwnField
from partners.models.own_fields.fields import OwnValues
from partners.models.own_fields.values import MOST_DIGITS, stored, typed

Kind = OwnField.Kind
LONGEST_LINE, LONGEST_TEXT = 300, 5000
MOST_DECIMALS = 6
YES, NO = "yes", "no"


class NumberField(forms.DecimalField):
    """Takes “1,200” and “$12.50” too, and shows a number as the reader's language writes it."""

    def __init__(
        self, *, max_digits: int = MOST_DIGITS, decimal_places: int = MOST_DECIMALS, **kwargs: Any
    ) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        super().__init__(
            max_digits=max_digits, decimal_places=decimal_places, widget=widget, **kwargs
        )

    def to_python(self, value: Any) -> Decimal | None:
        text = str(value or "").strip()
        if not text:
            return None
        number = read_number(text, thousands=get_format("THOUSAND_SEPARATOR"))
        if number is None:
            raise ValidationError(_("This is no number. Please write it in digits, such as 120."))
        return number

    def prepare_value(self, value: Any) -> Any:
        return localize_input(value) if isinstance(value, Decimal) else value


def _line(_field: OwnField, **kwargs: Any) -> forms.Field:
    return forms.CharField(max_length=LONGEST_LINE, **kwargs)


def _long_text(_field: OwnField, **kwargs: Any) -> forms.Field:
    return forms.CharField(
        max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), **kwargs
    )


def _number(_field: OwnField, **kwargs: Any) -> forms.Field:
    return NumberField(**kwargs)


def _date(_field: OwnField, **kwargs: Any) -> forms.Field:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **kwargs)


def _choice(field: OwnField, *, initial: Any = None, **kwargs: Any) -> forms.Field:
    offered = [(one.key, one.label) for one in field.offered(also=[initial] if initial else [])]
    return forms.ChoiceField(
        choices=[("", _("Not known")), *offered], initial=initial or "", **kwargs
    )


def _choices(field: OwnField, *, initial: Any = None, **kwargs: Any) -> forms.Field:
    return forms.MultipleChoiceField(
        choices=[(one.key, one.label) for one in field.offered(also=initial or [])],
        initial=initial or [],
        widget=forms.CheckboxSelectMultiple,
        **kwargs,
    )


def _yes_no(_field: OwnField, *, initial: Any = None, **kwargs: Any) -> forms.Field:
    return forms.TypedChoiceField(
        choices=[("", _("Not known")), (YES, _("Yes")), (NO, _("No"))],
        coerce=lambda answer: answer == YES,
        empty_value=None,
        initial="" if initial is None else YES if initial else NO,
        **kwargs,
    )


def _link(_field: OwnField, **kwargs: Any) -> forms.Field:
    return LinkField(**kwargs)


MAKERS: dict[str, Callable[..., forms.Field]] = {
    Kind.TEXT: _line,
    Kind.LONG_TEXT: _long_text,
    Kind.NUMBER: _number,
    Kind.DATE: _date,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO: _yes_no,
    Kind.LINK: _link,
}


def name_in_form(field: OwnField) -> str:
    return f"own_{field.key}"


class AsksOwnFields:
    """For a form: adds the own fields, tells how they stand in its layout, and reads the answers."""

    own_fields: Sequence[OwnField] = ()
    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def ask_own_fields(self, fields: Sequence[OwnField], *, values: OwnValues) -> None:
        self.own_fields = fields
        for field in fields:
            self.fields[name_in_form(field)] = MAKERS[field.kind](
                field,
                label=field.label,
                help_text=field.help_text,
                required=field.is_required,
                initial=typed(field, values.get(field.key)),
            )

    def own_layout(self) -> list[Field]:
        return [
            Field(name_in_form(field), wrapper_class="wide")
            if field.kind == Kind.CHOICES
            else Field(name_in_form(field))
            for field in self.own_fields
        ]

    def own_answers(self) -> OwnValues:
        """What the form says of each field that it asks; None for nothing."""
        return {
            field.key: stored(field, self.cleaned_data.get(name_in_form(field)))
            for field in self.own_fields
        }
