"""Texts that a spreadsheet program would run as a formula, and how we keep it from doing so.

A program that opens a CSV file runs every cell that begins with = + - or @, spaces or not. We put an
apostrophe before such a beginning ("'=1+1"), which makes it a text, and take exactly that apostrophe
away when we read. An apostrophe that was there already gets a second one, so nothing is ever lost.

Not guarded, because they cannot run and an apostrophe would spoil them for every other program:
signed numbers ("-5", "+1,200.50", "-3%"), phone numbers with spaces or dots ("+1 410 555-0100",
"+34.911.234.567") and lone dashes. "+1-410-555-0100" is guarded: Excel would show -1064.

Where a program takes ";" for the separator, or loses count of the quotes, a new cell begins inside
the text. There = and @ are guarded too, and signs that a call or a command follows ("a;-cmd|'/c'!A1").
"""

import re

_SPACE = r"[^\S\n]*"
_HARMLESS = (
    r"(?:[+\-]+"  # a dash for "none"
    r"|[+\-]\d+(?:[.,]\d+)*%?"  # a number
    r"|\+\d{1,4}(?:[ (]|\.\d+\.)[\d .()/\-]*\d"  # a phone number that is no sum
    rf")(?={_SPACE}(?:[;\n]|\Z))"
)
# The wide forms of Japanese and Chinese keyboards count as well.
_SIGN = rf"(?!{_HARMLESS})[+\-＋－]"
_FIRST = rf"{_SPACE}(?:[=＝@＠]|{_SIGN})"
_LATER = rf"{_SPACE}(?:[=＝@＠]|{_SIGN}(?=[^;\n]*[(|!]))"


def _places(taken: str) -> re.Pattern[str]:
    """Where a dangerous beginning stands after `taken` and any apostrophes."""
    return re.compile(rf"(?:\A{taken}(?='*{_FIRST}))|(?:(?<=[;\n]){taken}(?='*{_LATER}))")


_BEGINNING = re.compile(_FIRST)
_UNGUARDED = _places("")
_GUARDED = _places("'")
_TRIGGER = re.compile(r"[=＝@＠+\-＋－]")


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet program would try to run the clean text."""
    return _BEGINNING.match(text) is not None


def guarded(text: str) -> str:
    """The clean text with an apostrophe before each beginning that a program would run."""
    return _UNGUARDED.sub("'", text) if _TRIGGER.search(text) else text


def unguarded(text: str) -> str:
    """The clean text before `guarded`: `unguarded(guarded(text)) == text`."""
    return _GUARDED.sub("", text) if "'" in text else text


def with_apostrophes_kept(text: str) -> str:
    """For files in which texts cannot run (XLSX): only what `unguarded` would take is doubled."""
    return _GUARDED.sub("''", text) if "'" in text else text
