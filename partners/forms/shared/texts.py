"""Fields that hold several values, one a line or between commas, so that they work without a script."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class LinesField(forms.CharField):
    """One value a line. Empty lines and repetitions do not count."""

    separator = "\n"  # two versions of the field are compared value by value

    def __init__(self, *, most: int, rows: int = 2, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(required=False, **kwargs)
        self.most = most

    def to_python(self, value: Any) -> list[str]:
        lines = [" ".join(line.split()) for line in (super().to_python(value) or "").splitlines()]
        return list(dict.fromkeys(line for line in lines if line))

    def validate(self, value: list[str]) -> None:
        refuse_longer(value, most=self.most)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class CommaField(LinesField):
    """Values between commas or semicolons: “asthma, school nurses”."""

    separator = ", "

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(most=most, widget=forms.TextInput, **kwargs)

    def to_python(self, value: Any) -> list[str]:
        text = value if isinstance(value, str) else ""
        return super().to_python(text.replace(";", "\n").replace(",", "\n"))

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value


class IdentifiersField(LinesField):
    """“EIN: 52-1234567”, one a line, read as pairs of system and identifier."""

    def to_python(self, value: Any) -> list[tuple[str, str]]:
        return [self.read(line) for line in super().to_python(value)]

    def read(self, line: str) -> tuple[str, str]:
        scheme, colon, identifier = (part.strip() for part in line.partition(":"))
        if not (scheme and colon and identifier):
            raise ValidationError(
                _("“%(line)s” needs the system, a colon and the identifier: EIN: 52-1234567"),
                params={"line": line},
            )
        return scheme, identifier

    def validate(self, value: list[tuple[str, str]]) -> None:
        refuse_longer([scheme for scheme, _identifier in value], most=60)
        refuse_longer([identifier for _scheme, identifier in value], most=self.most)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "\n".join(f"{scheme}: {identifier}" for scheme, identifier in value)


def refuse_longer(values: list[str], *, most: int) -> None:
    for value in values:
        if len(value) > most:
            raise ValidationError(
                _("“%(start)s…” is longer than %(most)d characters. Please shorten it."),
                params={"start": value[:30], "most": most},
            )
