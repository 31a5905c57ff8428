"""The time zones that people choose from."""

import zoneinfo
from functools import cache

# Areas that hold aliases and offsets, not places: "Etc/GMT+5", "US/Eastern", "SystemV/EST5".
NOT_PLACES = ("Etc/", "US/", "SystemV/", "posix/", "right/")


@cache
def time_zone_choices() -> tuple[tuple[str, str], ...]:
    """("America/New_York", "America/New York") and so on; read from disk once."""
    places = (name for name in zoneinfo.available_timezones() if "/" in name)
    names = sorted(name for name in places if not name.startswith(NOT_PLACES))
    return tuple((name, name.replace("_", " ")) for name in ("UTC", *names))
