"""What `manage.py` does before Django takes over: a command that needs the database finds one."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import environ

from coalition.services import (
    ServicesUnavailable,
    are_running,
    embedded,
    given_addresses,
)

ROOT = Path(__file__).resolve().parent.parent

PREPARING = frozenset({"prepare", "migrate"})
FIRST_TABLE = "accounts_coalition"  # nothing is brought in, looked for or measured without it
NOT_PREPARED = (
    "Nothing is prepared here yet: run `make run` first, or name the folder with COMMONWEAL_DATA."
)
NOT_A_DATA_FOLDER = (
    "The data needs a folder of its own, for example --data var: an empty name or the project's own "
    "folder would mix it with the program."
)
ADDRESSES = {
    "DATABASE_URL": "postgresql://name:password@host:5432/commonweal",
    "REDIS_URL": "redis://host:6379/0",
}
# These need no database; `up` and `test` bring their own.
SELF_SUFFICIENT = frozenset(
    {
        *("up", "test", "help", "version", "--version"),
        *("check", "collectstatic", "diffsettings", "findstatic", "messages"),
        *("makemigrations", "makemessages", "compilemessages", "startapp", "startproject"),
    }
)


def main(argv: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coalition.settings")
    if (ROOT / ".env").is_file():
        environ.Env.read_env(ROOT / ".env")
    _refuse_what_is_no_address()
    _choose_folder(_asked_folder(argv))
    try:
        with _services_for(argv):
            _execute(argv)
    except ServicesUnavailable as reason:
        sys.exit(str(reason))


def _execute(argv: list[str]) -> None:
    """What a command finds missing in a folder that is not prepared yet is said in a sentence."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415 settings are named now
    from django.db import ProgrammingError, connection  # noqa: PLC0415

    try:
        execute_from_command_line(argv)
    except ProgrammingError:
        if argv[1] in PREPARING or FIRST_TABLE in connection.introspection.table_names():
            raise
        sys.exit(NOT_PREPARED)


@contextlib.contextmanager
def _services_for(argv: list[str]) -> Iterator[None]:
    """The servers of the environment, of a running `up`, or our own until the command has ended."""
    data = Path(os.environ.get("COMMONWEAL_DATA", ROOT / "var")).resolve()
    if not _needs_database(argv) or given_addresses().are_complete or are_running(data):
        yield
        return
    with embedded(data, given=given_addresses()) as addresses:
        os.environ |= addresses.as_environment()
        yield


def _needs_database(argv: list[str]) -> bool:
    return len(argv) > 1 and argv[1] not in SELF_SUFFICIENT and not {"-h", "--help"} & set(argv)


def _refuse_what_is_no_address() -> None:
    """Before the settings read them. The value is not repeated: it may hold a password."""
    for variable, example in ADDRESSES.items():
        told = os.environ.get(variable, "")
        if told and "://" not in told:
            sys.exit(
                f"{variable} is no address. Mend it, for example {example}; without it Commonweal "
                "starts its own server."
            )


def _choose_folder(asked: str | None) -> None:
    """For the settings and for every process that this one starts."""
    told = os.environ.get("COMMONWEAL_DATA") if asked is None else asked
    if told is None:
        return
    if not told.strip() or Path(told).resolve() == ROOT:
        sys.exit(NOT_A_DATA_FOLDER)
    os.environ["COMMONWEAL_DATA"] = str(Path(told).resolve())


def _asked_folder(argv: list[str]) -> str | None:
    """`up --data DIR`: the settings want to know the folder before Django reads the options."""
    if argv[1:2] != ["up"]:
        return None
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data")
    known, _ = parser.parse_known_args(argv[2:])
    return known.data
