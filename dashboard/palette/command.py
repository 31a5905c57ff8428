"""One line of the command palette."""

from dataclasses import dataclass
from typing import Any

from accounts.permissions import Permission


@dataclass(frozen=True)
class Command:
    """A page to go to or, with `pressed`, a button to press: the name and value that it sends."""

    label: Any
    icon: str
    address: str
    permission: Permission | None = None  # None: everybody who is signed in
    words: Any = ""
    is_owned: bool = True  # its address begins with the coalition
    pressed: tuple[str, str] = ("", "")
