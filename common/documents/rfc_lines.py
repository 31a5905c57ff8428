"""Lines as calendars and visiting cards write them (RFC 5545, RFC 6350): escaped, and folded at 75 octets."""

import re

FOLDED_AT = 75  # octets of a line without its end
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def escaped(text: str) -> str:
    """Backslash, comma, semicolon and line end mean something there: "A, B" is "A\\, B"."""
    text = _UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for mark in ("\\", ",", ";"):
        text = text.replace(mark, "\\" + mark)
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Lines of 75 octets; those that go on begin with a blank. No letter is cut in two."""
    parts, width = [], 0
    for letter in line:
        octets = len(letter.encode())
        if width + octets > FOLDED_AT:
            parts.append("\r\n ")
            width = 1
        parts.append(letter)
        width += octets
    return "".join(parts) + "\r\n"
