"""One text for every value: what a cell says, free of what nobody can see.

The normal form of a text (`clean`): Unicode NFC; every run of spaces, tabs and no-break spaces is one
space; every kind of line end is "\\n", because lines inside a cell separate several values; no spaces
at the ends of a line, no empty ends; no control, zero-width or direction characters; "" for the error
values of spreadsheet programs. `clean(clean(text)) == clean(text)`.
"""

import datetime as dt
import math
import re
import unicodedata
from decimal import Decimal

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")  # \x0b is a line end of FileMaker
_SPACES = re.compile(r"[^\S\n]+")
_SPACES_AROUND_LINE_ENDS = re.compile(r" ?\n ?")

# Controls, zero-width spaces, byte order marks, soft hyphens, direction marks (Windows puts them around
# copied phone numbers) and what XML cannot hold. Joiners stay: emoji and some scripts need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)

# Nearly every text has nothing of this: only letters of western languages and single spaces.
_UNUSUAL = re.compile("[^ -~\xa1-\xac\xae-\u017f‘’“”–—]|  ")

# "#N/A", "#DIV/0!", "#NAME?" of Excel and "Err:502" of LibreOffice; "#5" and "#1 Main St" are texts.
_ERROR_VALUE = re.compile(
    r"#(?:N/A|DIV/0!|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!"
    r"|BUSY!|PYTHON!|GETTING_DATA)|Err:\d{3}"
)

_HALF_A_SECOND = dt.timedelta(milliseconds=500)


def clean(text: str) -> str:
    """The normal form described above."""
    if not text:
        return text
    if not (text.isascii() and text.isprintable() and "  " not in text):
        text = _unified(text)
    text = text.strip(" ")
    if text.startswith(("#", "Err:")) and _ERROR_VALUE.fullmatch(text):
        return ""
    return text


def _unified(text: str) -> str:
    if not _UNUSUAL.search(text):
        return text
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    text = _SPACES_AROUND_LINE_ENDS.sub("\n", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text.strip())


def text_of(value: object) -> str:
    """What a value says as text: 21215.0 → "21215", a date → ISO, True → "TRUE", None → ""."""
    match value:
        case None:
            return ""
        case str():
            return clean(value)
        case bool():
            return "TRUE" if value else "FALSE"
        case float() | Decimal():
            return number_text(value)
        case dt.date() | dt.time() | dt.timedelta():
            return moment_text(value)
    return clean(str(value))


def number_text(number: float | Decimal) -> str:
    """15 significant digits of a float, as spreadsheet programs show them, and never an exponent.

    Identifiers, phones and postal codes arrive as 21215.0 and leave as "21215"; 0.1 + 0.2 is "0.3".
    """
    if not math.isfinite(number):
        return ""
    if isinstance(number, Decimal):
        return f"{number:f}"
    if number.is_integer():
        return str(int(number))
    return f"{Decimal(f'{number:.15g}'):f}"


def moment_text(moment: dt.date | dt.time | dt.timedelta) -> str:
    """ISO 8601 without what is zero: "2024-05-01", "2024-05-01 14:30", "14:30", "26:05" (hours)."""
    if isinstance(moment, dt.timedelta):
        return _duration_text(moment)
    if isinstance(moment, dt.datetime):
        moment = _whole_second(moment)
        if moment.time() == dt.time():
            return moment.date().isoformat()
        return f"{moment.date().isoformat()} {_time_text(moment.time())}"
    if isinstance(moment, dt.time):
        return _time_text(moment)
    return moment.isoformat()


def _whole_second(moment: dt.datetime) -> dt.datetime:
    """Days are fractions of a number in workbooks, so 14:30 may arrive as 14:29:59.999."""
    if moment.year < dt.MAXYEAR:
        moment += _HALF_A_SECOND
    return moment.replace(microsecond=0)


def _time_text(time: dt.time) -> str:
    return time.strftime("%H:%M:%S" if time.second else "%H:%M")


def _duration_text(duration: dt.timedelta) -> str:
    sign = "-" if duration < dt.timedelta() else ""
    minutes, seconds = divmod(round(abs(duration).total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
