"""How hard a text is to read, for `components/reading.html`."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from common.text import readability
from common.text.readability import Ease, Reading

register = template.Library()

IN_WORDS: dict[Ease, Any] = {
    Ease.VERY_HARD: _("very hard"),
    Ease.HARD: _("somewhat hard"),
    Ease.NORMAL: _("as a newspaper does"),
    Ease.EASY: _("quite easily"),
    Ease.VERY_EASY: _("very easily"),
}


@register.simple_tag
def reading_of(text: str) -> Reading | None:
    """Nothing when the text is too short to tell."""
    return readability.reading_of(str(text))


@register.filter
def ease_in_words(told: Reading) -> Any:
    return IN_WORDS[told.ease] if told.ease else ""
