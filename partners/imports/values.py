"""What one cell says: split into its parts, cleaned, and judged whether it can be what it should be."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from common.spreadsheets.several import parts
from common.text.accents import without_marks

# What people type into a cell to say that there is nothing.
NOTHING = frozenset(
    {"", "-", "--", "---", "–", "—", ".", "n/a", "#n/a", "null", "none", "(none)", "?"}
)
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

# For example: a@x.org; b@x.org or a@x.org / b@x.org or Ana <a@x.org> or mailto:a@x.org
EMAIL_BREAK = re.compile(r"[;,|/\s<>()\[\]]+|mailto:", re.IGNORECASE)
LIST_BREAK = re.compile(r"[;|\n•·]+")
PHONE_BREAK = re.compile(r"[;|\n,/]+|\s+(?:or|and|o|y)\s+", re.IGNORECASE)
# Surely one address, so that a comma or semicolon in its path parts nothing: https://a.example/1,2;x
ONE_ADDRESS = re.compile(r"https?://[^\s;,|/]+/(?:(?!://)\S)*", re.IGNORECASE)
# A piece with fewer digits belongs to the one before: "410-555-0100/0101", "…, ext. 12"
LEAST_PHONE_DIGITS = 7
EXTENSION = re.compile(r"\s*(?:x|ext\w*\.?|#)\s*[=:]?\s*\d", re.IGNORECASE)
SHORT_NUMBERS = frozenset({"211", "311", "411", "511", "711", "811", "911", "988"})


class BadCell(Exception):  # noqa: N818 - it is what the cell is, not our error
    """A cell that cannot be what its column holds. `kind` says what it should have been."""

    def __init__(self, kind: str, text: str) -> None:
        super().__init__(kind, text)
        self.kind, self.text = kind, text


def one_line(text: str) -> str:
    """Composed, without invisible characters, outer and doubled spaces: " The  Arc " is "The Arc"."""
    told = paragraph(text)
    return " ".join(told.split()) if "\n" in told else told


def paragraph(text: str) -> str:
    """Like one_line, but lines stay lines."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # as nearly every cell is: nothing to compose or to take out
    composed = CONTROL.sub("", INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    lines = (" ".join(line.split()) for line in composed.splitlines())
    return "\n".join(lines).strip()


def is_nothing(text: str) -> bool:
    return one_line(text).lower() in NOTHING


def emails(text: str) -> list[str]:
    """Every address in the cell, in order, each once. Raises BadCell when one is none."""
    found: dict[str, str] = {}
    for piece in EMAIL_BREAK.split(text):
        address = piece.strip(".'\"“”‘’:").strip()
        if "@" not in address:
            continue
        try:
            validate_email(address)
        except ValidationError:
            raise BadCell("email", address) from None
        found.setdefault(address.lower(), address)
    if not found and not is_nothing(text):
        raise BadCell("email", one_line(text))
    return list(found.values())


def phones(text: str) -> list[str]:
    """Numbers as they are written: "(410) 555-0100 x12". Raises BadCell when there is no number."""
    if is_nothing(text):
        return []
    wholes = LIST_BREAK.split(text)
    if any(is_fragment(one_line(whole)) for whole in wholes[1:]):
        wholes = [text]
    pieces = [piece for whole in wholes for piece in _phones_within(whole)]
    numbers = [piece for piece in pieces if digits_of(piece)]
    if not numbers:
        raise BadCell("phone", one_line(text))
    return list({digits_of(number): number for number in numbers}.values())


def _phones_within(text: str) -> list[str]:
    pieces = [one_line(piece) for piece in PHONE_BREAK.split(text)]
    return [one_line(text)] if any(is_fragment(piece) for piece in pieces[1:]) else pieces


def is_fragment(piece: str) -> bool:
    digits = digits_of(piece)
    is_short = bool(digits) and len(digits) < LEAST_PHONE_DIGITS and digits not in SHORT_NUMBERS
    return is_short or bool(EXTENSION.match(piece))


def digits_of(phone: str) -> str:
    """What two spellings of one number share: the digits without extension and +1."""
    digits = re.sub(r"\D", "", re.split(r"x|ext|#", phone.lower(), maxsplit=1)[0])
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits  # noqa: PLR2004


def identifiers(text: str) -> list[tuple[str, str]]:
    """System and number: "EIN: 52-1234567; UEI: ABC". What names no system is left out."""
    pieces = (one_line(piece).partition(": ") for piece in LIST_BREAK.split(text))
    return [(scheme, value) for scheme, _mark, value in pieces if value]


def website(text: str) -> str:
    """The first address in the cell, with its scheme. Raises BadCell for what no browser opens."""
    whole = one_line(text)
    first = whole if ONE_ADDRESS.fullmatch(whole) else re.split(r"[;,|\s]+", whole)[0]
    if not first or is_nothing(first):
        return ""
    address = (
        first if re.match(r"[a-z][a-z0-9+.-]*://", first, re.IGNORECASE) else f"https://{first}"
    )
    try:
        split = urlsplit(address)
        host = split.hostname or ""
    except ValueError:
        raise BadCell("website", one_line(text)) from None
    if split.scheme.lower() not in {"http", "https"} or "." not in host.strip("."):
        raise BadCell("website", one_line(text))
    return address


def same_website(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(address: str) -> str:
    """ "https://www.Arc.org/" and "arc.org" are one."""
    return re.sub(r"^(?:[a-z]+://)?(?:www\.)?", "", address.strip().lower()).rstrip("/")


def words(text: str, *, known: frozenset[str]) -> list[str]:
    """Entries of a list: "Health; Food". A comma parts them too, unless it belongs to a known entry.

    What stands in quotes is one entry, whatever is in it.
    `known` holds the coalition's own entries by `term_key`: "State, local or tribal government" stays.
    """
    found: dict[str, str] = {}
    for piece, is_quoted in parts(paragraph(text)):
        for part in [piece] if is_quoted or term_key(piece) in known else piece.split(","):
            word = one_line(part).strip() if is_quoted else one_line(part).strip(" ,;")
            if not is_nothing(word):
                found.setdefault(term_key(word), word)
    return list(found.values())


# Letters that take no accent away when decomposed; the database's plain_text knows them too.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys("’‘´`", "'")
    | dict.fromkeys("–—‐", "-")
    | dict.fromkeys("“”«»", '"')
)


def term_key(text: str) -> str:
    """What makes two entries of a list the same: case, accents and spaces do not count."""
    return without_marks(one_line(text).casefold().translate(_PLAIN))


@dataclass(frozen=True)
class DateOrder:
    """How a file writes 3/4/2025: month first (United States) or day first."""

    day_first: bool = False

    @property
    def patterns(self) -> tuple[str, ...]:
        slashes = ("%d/%m/%Y", "%d/%m/%y") if self.day_first else ("%m/%d/%Y", "%m/%d/%y")
        return ("%Y-%m-%d", *slashes, "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y")


MONTH_PATTERNS = ("%Y-%m", "%m/%Y", "%B %Y", "%b %Y", "%Y")
FIRST_YEAR = 1600
# How a Spanish file writes them: "5 de marzo de 2021", "5 mar. 2021", "sept. 2021"
SPANISH_MONTHS = {
    word: english
    for english, words in (
        ("Jan", "enero ene"),
        ("Feb", "febrero feb"),
        ("Mar", "marzo mar"),
        ("Apr", "abril abr"),
        ("May", "mayo may"),
        ("Jun", "junio jun"),
        ("Jul", "julio jul"),
        ("Aug", "agosto ago"),
        ("Sep", "septiembre setiembre sept set sep"),
        ("Oct", "octubre oct"),
        ("Nov", "noviembre nov"),
        ("Dec", "diciembre dic"),
    )
    for word in words.split()
}


def day(text: str, *, order: DateOrder) -> date | None:
    """ "2021-03-01", "3/1/2021", "March 1, 2021", "1 de marzo de 2021", "2021". Raises BadCell otherwise."""
    if is_nothing(text):
        return None
    plain = _in_english(one_line(text)).replace(",", " ").replace(".", "/").replace("  ", " ")
    # A spreadsheet's date may carry a time: "2021-03-01 00:00:00", "06/30/2010 12:00:00 AM"
    plain = re.sub(r"[ T]\d{1,2}:\d{2}.*$", "", plain)
    slashed = re.sub(r"^(\d{1,2})-(\d{1,2})-(\d{2,4})$", r"\1/\2/\3", plain)
    for pattern in (*order.patterns, *MONTH_PATTERNS):
        try:
            found = datetime.strptime(slashed, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        if found.year >= FIRST_YEAR:
            return found
    raise BadCell("date", one_line(text))


def past_day(text: str, *, order: DateOrder, today: date) -> date | None:
    """The day since when something is so. Raises BadCell for one that is still to come."""
    found = day(text, order=order)
    if found and found > today:
        raise BadCell("day_to_come", one_line(text))
    return found


def _in_english(text: str) -> str:
    """The months' names and the words between: "1 de ene. de 2021" is "1 Jan 2021"."""
    bare = re.sub(r"\b(?:de|del|el)\s+", "", text, flags=re.IGNORECASE)
    return re.sub(
        r"([^\W\d_]+)\.?", lambda word: SPANISH_MONTHS.get(word[1].lower(), word[0]), bare
    )


def postcode(text: str) -> str:
    """ "21215.0" was a number once, "2139" lost its zero to a spreadsheet."""
    plain = re.sub(r"\.0$", "", one_line(text))
    if re.fullmatch(r"\d{4}", plain):
        return plain.zfill(5)
    return plain
