"""Calendar files (RFC 5545): whole days, or moments in UTC, so that no zone has to be described."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE = 75  # octets; a longer line goes on in the next one, which begins with a blank


@dataclass(frozen=True)
class Entry:
    """One event. `uid` stays the same for good; `begins` is a moment, or a day for the whole of it."""

    uid: str
    title: str
    begins: datetime | date
    place: str = ""
    link: str = ""
    lasts: timedelta = timedelta(hours=1)


def calendar(entries: Iterable[Entry], *, name: str, at: datetime) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Commonweal//EN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for entry in entries:
        lines += _event(entry, at=at)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry, *, at: datetime) -> list[str]:
    told = [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"DTSTAMP:{_moment(at)}",
        *_when(entry),
        f"SUMMARY:{_text(entry.title)}",
    ]
    if entry.place:
        told.append(f"LOCATION:{_text(entry.place)}")
    if entry.link:
        told += [f"URL:{entry.link}", f"DESCRIPTION:{_text(entry.link)}"]
    return [*told, "END:VEVENT"]


def _when(entry: Entry) -> list[str]:
    begins = entry.begins
    if isinstance(begins, datetime):
        return [f"DTSTART:{_moment(begins)}", f"DTEND:{_moment(begins + entry.lasts)}"]
    after = begins + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{begins:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Commas, semicolons and new lines mean something in a calendar.

    >>> print(_text("Run, walk; or watch"))
    Run\\, walk\\; or watch
    """
    for letter in ("\\", ";", ","):
        words = words.replace(letter, f"\\{letter}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> bytes:
    """No letter is cut in two: a letter may take up to four octets."""
    parts: list[bytes] = []
    part = b""
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > LINE - (1 if parts else 0):
            parts.append(part)
            part = b""
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
