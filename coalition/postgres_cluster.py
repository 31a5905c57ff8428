"""A cluster of PostgreSQL: its folder, its one role, and how it is made."""

import locale
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from coalition.processes import run

ROLE = DATABASE = "commonweal"
# One role, by password, from this machine. Nobody at all signs in as the superuser.
SIGN_IN = f"host all {ROLE} 127.0.0.1/32 scram-sha-256\n"


@dataclass(frozen=True)
class Cluster:
    """Where the database lives. `user` is the numeric id its server runs as, None for our own."""

    home: Path
    programs: Path
    user: int | None

    @property
    def folder(self) -> Path:
        return self.home / "cluster"

    @property
    def password(self) -> str:
        return (self.home / "password").read_text()

    def url(self, *, port: int) -> str:
        return f"postgresql://{ROLE}:{self.password}@127.0.0.1:{port}/{DATABASE}"


def create(cluster: Cluster, *, durable: bool) -> None:
    """Made beside its place and moved there whole: a start killed half-way leaves nothing half-made."""
    unfinished = cluster.home / "unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    run(
        [
            str(cluster.programs / "initdb"),
            f"--pgdata={unfinished}",
            "--username=postgres",
            "--auth=reject",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            f"--locale={_unicode_locale()}",
            "--no-instructions",
            *([] if durable else ["--no-sync"]),
        ],
        user=cluster.user,
    )
    (unfinished / "pg_hba.conf").write_text(SIGN_IN)
    _tell(cluster, unfinished, f"CREATE ROLE {ROLE} LOGIN CREATEDB")
    _tell(cluster, unfinished, f"CREATE DATABASE {DATABASE} OWNER {ROLE}")
    if not durable:  # tests empty whole tables, and need no key to be asked then
        _tell(cluster, unfinished, f"GRANT SET ON PARAMETER session_replication_role TO {ROLE}")
    unfinished.rename(cluster.folder)


def set_password(cluster: Cluster) -> None:
    """The program's own password, kept beside the cluster; a lost file just gets a new one."""
    password = secrets.token_urlsafe(32)
    _tell(cluster, cluster.folder, f"ALTER ROLE {ROLE} PASSWORD '{password}'")
    unfinished = cluster.home / "password.new"
    unfinished.touch(mode=0o600)
    unfinished.write_text(password)
    unfinished.rename(cluster.home / "password")


def _tell(cluster: Cluster, folder: Path, statement: str) -> None:
    """As the superuser, while no server runs: there is no other way to be one."""
    single = [str(cluster.programs / "postgres"), "--single", "-D", str(folder), "postgres"]
    run(single, user=cluster.user, given=f"{statement}\n")


def _unicode_locale() -> str:
    """A locale that knows letters beyond ASCII (pg_trgm asks the system which characters are letters)."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "C.utf8", "en_US.UTF-8"):
            with suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    return "C"
