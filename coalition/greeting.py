"""What `manage.py up` says when everything runs: where it is, and who can sign in."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SIGN_INS = "sample-sign-ins.txt"  # as `sample prepare` writes them down
SHOWN = ("coordinator", "steering", "partner")


def greet(data: Path, *, address: str, has_sample: bool, say: Callable[[str], None]) -> None:
    say(f"\nCommonweal runs at {address}\n")
    people = _sign_ins(data) if has_sample else []
    for role, email, password in people:
        say(f"  {role:<12} {email:<36} {password}")
    if people:
        say(f"\nThe administrator's sign-in, and all others of the sample: {data / SIGN_INS}")
    else:
        say("Whoever opens an empty Commonweal first makes the first account.")
    say(f"What it does is written to {data / 'log'}. Ctrl-C stops everything.")


def _sign_ins(data: Path) -> list[list[str]]:
    """Role, e-mail address and password of each."""
    with suppress(FileNotFoundError):
        people = [line.split("\t") for line in (data / SIGN_INS).read_text().splitlines()]
        return [person for person in people if person[0] in SHOWN]
    return []
