"""Calendar files (RFC 5545): whole days, or moments in UTC, so that no zone has to be described."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from common.documents.rfc_lines import escaped, folded


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
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for entry in entries:
        lines += _event(entry, at=at)
    lines.append("END:VCALENDAR")
    return "".join(map(folded, lines)).encode()


def _event(entry: Entry, *, at: datetime) -> list[str]:
    told = [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}",
        f"DTSTAMP:{_moment(at)}",
        *_when(entry),
        f"SUMMARY:{escaped(entry.title)}",
    ]
    if entry.place:
        told.append(f"LOCATION:{escaped(entry.place)}")
    if entry.link:
        told += [f"URL:{entry.link}", f"DESCRIPTION:{escaped(entry.link)}"]
    return [*told, "END:VEVENT"]


def _when(entry: Entry) -> list[str]:
    begins = entry.begins
    if isinstance(begins, datetime):
        return [f"DTSTART:{_moment(begins)}", f"DTEND:{_moment(begins + entry.lasts)}"]
    after = begins + timedelta(days=1)
    return [f"DTSTART;VALUE=DATE:{begins:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
