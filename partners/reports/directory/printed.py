"""The directory as `templates/partners/directory.typ` reads it: plain values, and every word it needs."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from accounts.models import Coalition
from partners.reports.directory.contents import Directory


def printed(
    directory: Directory,
    *,
    title: str,
    coalition: Coalition,
    paper: str,
    has_contents: bool,
    on: date,
) -> dict[str, Any]:
    """`has_contents`: a page after the title says on which page each group begins."""
    return {
        "language": (get_language() or "en").partition("-")[0],
        "paper": paper,
        "title": title,
        "coalition": coalition.name,
        "tagline": coalition.tagline,
        "place": coalition.place,
        "date": date_format(on),
        "count": count_in_words(directory),
        "groups": [_group(group) for group in asdict(directory)["groups"]],
        "words": {
            "contents": _("Contents"),
            "of": _("of"),
            "page": _("page"),
            "see": _("see"),
            "consent": _("People are named here with their consent."),
        },
        "has_contents": has_contents,
        "names_people": bool(directory.named),
    }


def _group(group: dict[str, Any]) -> dict[str, Any]:
    """Typst links to what it is told; only web addresses are told as links."""
    for entry in group["entries"]:
        is_link = entry["website"].startswith(("https://", "http://"))
        entry["website_link"] = entry["website"] if is_link else ""
    return group


def count_in_words(directory: Directory) -> str:
    return ngettext("%(count)d partner", "%(count)d partners", directory.count) % {
        "count": directory.count
    }
