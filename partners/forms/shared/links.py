"""Web addresses as people type them."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

LONGEST = 500


def web_address(text: str) -> str:
    """“northgate.example” is meant as https://northgate.example. Raises ValidationError for others."""
    told = text.strip()
    if not told:
        return ""
    address = told if "://" in told else f"https://{told}"
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValidationError(
            _("A web address begins with https://, for example https://example.org")
        )
    try:
        URLValidator()(address)
    except ValidationError as error:
        raise ValidationError(
            _("This is no web address. It looks like https://example.org")
        ) from error
    return address


class LinkField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "url"})
        super().__init__(max_length=LONGEST, widget=widget, **kwargs)

    def clean(self, value: Any) -> str:
        return web_address(super().clean(value))
