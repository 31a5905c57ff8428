from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "word.added": _("explained a word"),
    "word.edited": _("explained a word in other words"),
    "word.retired": _("retired a word of the glossary"),
    "word.brought_back": _("brought a word of the glossary back"),
    "word.filled": _("filled in the words that come with this program"),
    "acronym.set_aside": _("said what is no acronym"),
    "acronym.offered_again": _("offered an acronym to the glossary again"),
}
