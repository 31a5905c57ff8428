"""The small pieces of the look that need a line of Python. The rest are includes in templates/components."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template.context import RequestContext
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from common.pages import filters
from common.pages.filters import Filter

register = template.Library()
register.filter("folded", filters.folded)

# Words that do not help to tell two names apart: "Friends of the Library" is FL.
SMALL_WORDS = {
    "a",
    "an",
    "and",
    "at",
    "de",
    "del",
    "e",
    "el",
    "for",
    "in",
    "la",
    "las",
    "los",
    "of",
    "on",
    "the",
    "y",
}
UNDO, WHY = "undo:", "why:"


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of static/img/icons.svg. Its word stands beside it; only an icon alone takes a label."""
    return _icon(name, str(label))


@lru_cache(maxsize=256)
def _icon(name: str, label: str) -> SafeString:
    drawing = format_html('<use href="{}#{}"/>', static("img/icons.svg"), name)
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}">{}</svg>', label, drawing)
    return format_html('<svg class="icon" aria-hidden="true">{}</svg>', drawing)


@register.simple_tag
def initials(name: object, kind: str = "person", size: str = "") -> SafeString:
    """The token before a name: round for a person, square with kind="org", larger with size="big"."""
    classes = " ".join(word for word in ("ini", kind if kind == "org" else "", size) if word)
    letters = initial_letters(str(name), is_person=kind != "org")
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, letters)


def initial_letters(name: str, *, is_person: bool) -> str:
    """Two letters that stand for a name.

    First and last name of a person, the first two telling words of an organisation:
    "Lucía de la Cruz" is LC, "The Riverbend Tenants’ Association" is RT, "Promotoras" is PR.
    """
    words = ["".join(filter(str.isalnum, word)) for word in name.split()]
    words = [word for word in words if word]
    telling = [word for word in words if word.lower() not in SMALL_WORDS] or words
    if not telling:
        return "?"
    if len(telling) == 1:
        return telling[0][:2].upper()
    return (telling[0][0] + telling[-1 if is_person else 1][0]).upper()


@register.simple_block_tag
def capture(content: str) -> SafeString:
    """Keep what stands inside, already escaped, for later: {% capture as page_title %}…{% endcapture %}."""
    return SafeString(content.strip())


@register.simple_tag(takes_context=True)
def query(context: RequestContext, name: str, value: object = "") -> str:
    """This page's address with one parameter set, or without it when the value is empty.

    The page number is forgotten, because another filter or order begins at page one.
    """
    rest = _parameters(context, leaving={"page", name})
    if value not in ("", None):
        rest.append((name, str(value)))
    return f"?{urlencode(rest)}"


@register.simple_tag(takes_context=True)
def without(context: RequestContext, filter_: Filter) -> str:
    """This page's address without a filter, all of its parameters and the page forgotten."""
    return f"?{urlencode(_parameters(context, leaving={'page', *filter_.parameters}))}"


def _parameters(
    context: RequestContext | dict[str, Any], *, leaving: set[str]
) -> list[tuple[str, str]]:
    """What the address says but for some names; a page asks dozens of times, so nothing is copied."""
    said = context["request"].GET.lists()
    return [(name, value) for name, values in said if name not in leaving for value in values]


@register.filter
def address_without(request: HttpRequest, names: str) -> str:
    """What the address says but for some names: `q=clinic&kind=partner`."""
    return urlencode(_parameters({"request": request}, leaving=set(names.split())))


@register.filter
def and_more(address: str) -> str:
    """To write something behind what an address says: `q=clinic&`."""
    return f"{address}&" if address else ""


@register.filter
def undo_address(message: Any) -> str:
    """Where a message's undo button posts to: messages.success(…, extra_tags=f"undo:{url}")."""
    return _tagged(message, UNDO)


@register.filter
def why_address(message: Any) -> str:
    """Where a message's link leads that asks for the reason: extra_tags=f"why:{url} undo:{url}"."""
    return _tagged(message, WHY)


def _tagged(message: Any, name: str) -> str:
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix(name) for tag in tags if tag.startswith(name)), "")


@register.simple_tag
def day(value: date | datetime | None, form: str = "DATE_FORMAT") -> SafeString | str:
    """A date in the reader's language, readable by programs. Form "MONTH_DAY_FORMAT" leaves the year out."""
    if value is None:
        return ""
    here = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return _day(here, form, get_language())


@lru_cache(maxsize=4096)
def _day(value: date, form: str, _language: str | None) -> SafeString:
    """A list repeats its days; writing one out in words costs more than the rest of its cell."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value, form))


@register.simple_tag
def moment(value: datetime | None) -> SafeString | str:
    """Date and time in the reader's language and time zone."""
    if value is None:
        return ""
    here = timezone.localtime(value)
    words = date_format(here, "DATETIME_FORMAT")
    return format_html('<time datetime="{}">{}</time>', here.isoformat(timespec="seconds"), words)


@dataclass(frozen=True)
class Stretch:
    """One part of a census bar: where it begins and how long it is, out of 1000."""

    kind: str
    label: str
    count: int
    url: str
    x: float
    width: float


BAR_LENGTH = 1000
BAR_GAP = 6
# So that one row among ten thousand is still seen.
LEAST_WIDTH = 8


@register.inclusion_tag("components/census_bar.html")
def census_bar(parts: list, label: str, name: str = "census") -> dict[str, Any]:
    """How many of each kind as one bar with its legend, which is its table twin too.

    Each part has .kind (new, changed, duplicate, rejected, same), .label ("9 new"), .count and,
    to make the legend a link, .url. A part with count 0 is left out.
    """
    return {
        "stretches": stretches([part for part in parts if part.count]),
        "label": label,
        "name": name,
    }


def stretches(parts: list) -> list[Stretch]:
    """Lay parts end to end over BAR_LENGTH, each at least LEAST_WIDTH long, BAR_GAP between them."""
    total = sum(part.count for part in parts)
    room = BAR_LENGTH - BAR_GAP * (len(parts) - 1)
    widths = [max(part.count / total * room, LEAST_WIDTH) for part in parts]
    scale = room / sum(widths) if widths else 1
    laid, x = [], 0.0
    for part, width in zip(parts, widths, strict=True):
        url = getattr(part, "url", "")
        laid.append(
            Stretch(part.kind, part.label, part.count, url, round(x, 1), round(width * scale, 1))
        )
        x += width * scale + BAR_GAP
    return laid
