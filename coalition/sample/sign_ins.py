"""The passwords of the sample's people: made on this installation, kept in one file for its owner."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from coalition.sample.files import DATA

FILE_NAME = "sample-sign-ins.txt"
WORDS_IN_A_PASSWORD = 4


@dataclass(frozen=True)
class SignIn:
    role: str
    email: str
    password: str


def read_sign_ins(path: Path) -> list[SignIn]:
    """None where the file does not exist."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [SignIn(*line.split("\t")) for line in lines if line.count("\t") == 2]  # noqa: PLR2004


def keep_sign_ins(path: Path, *, wanted: list[tuple[str, str]]) -> list[SignIn]:
    """A sign-in for each (role, e-mail address): with the password of the file, else with a new one."""
    known = {sign_in.email: sign_in.password for sign_in in read_sign_ins(path)}
    kept = [SignIn(role, email, known.get(email) or new_password()) for role, email in wanted]
    _write(path, kept)
    return kept


def forget_sign_ins(path: Path) -> None:
    """The sample was taken away. The empty file says so at the next start, which makes no new one."""
    _write(path, [])


def was_taken_away(path: Path) -> bool:
    return path.exists() and not read_sign_ins(path)


def new_password() -> str:
    """Easy to read out and to type: `otter-maple-lantern-brook-417`. About 42 bits of chance.

    Guessing goes through the sign-in page, which is throttled.
    """
    words = (DATA / "words.txt").read_text(encoding="utf-8").split()
    chosen = [secrets.choice(words) for _ in range(WORDS_IN_A_PASSWORD)]
    return "-".join([*chosen, f"{secrets.randbelow(1000):03}"])


def _write(path: Path, sign_ins: list[SignIn]) -> None:
    """Never readable by others, not even while it is being written; whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        for sign_in in sign_ins:
            file.write(f"{sign_in.role}\t{sign_in.email}\t{sign_in.password}\n")
    draft.replace(path)
