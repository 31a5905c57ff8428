"""Kill -9 in the middle of an import: after the restart either every row is there, or none."""

import csv
from pathlib import Path

import pytest

from tests.coalition.running import RunningUp, manage, wait_until
from tests.coalition.test_up import _own_servers, query  # noqa: F401 - the fixture works by being here

ROWS = 4000

# What the upload and columns pages do, in a process of its own; the worker of `up` does the rest.
BEGIN = """
from datetime import date
from django.core.files.base import ContentFile
from django.utils import timezone
from accounts.models import Coalition
from partners import tasks
from partners.imports import starting
from partners.operations import imports
coalition, _ = Coalition.objects.get_or_create(slug="killed", defaults=dict(
    name="Killed", place="Here", problem_statement="Crashes", founded_on=date(2026, 1, 1)))
file = ContentFile(open({file!r}, "rb").read(), name="contacts.csv")
run = starting.start(coalition, file, file_name="contacts.csv", by=None, at=timezone.now())
imports.ask_for_dry_run(run, by=None, at=timezone.now(), mapping=run.mapping, options=run.options)
tasks.check_import.delay(run.pk)
"""
APPLY = """
from django.utils import timezone
from partners import tasks
from partners.models import ImportRun
from partners.operations import imports
run = ImportRun.objects.get()
imports.ask_to_apply(run, by=None, at=timezone.now())
tasks.apply_import.delay(run.pk)
"""


@pytest.fixture
def contacts(tmp_path: Path) -> Path:
    path = tmp_path / "contacts.csv"
    with path.open("w", newline="") as file:
        write = csv.writer(file).writerow
        write(["Name", "E-mail", "Phone"])
        for n in range(ROWS):
            write([f"{n} Quarry Lane Neighbours", f"office@quarry{n}.example", f"443 {n:07d}"])
    return path


def shell(data: Path, program: str) -> None:
    answer = manage("shell", "-v", "0", "-c", program, data=data)
    assert answer.returncode == 0, answer.stderr


def state(data: Path) -> str:
    return query(data, "SELECT state FROM partners_importrun")[0][0]


def written(data: Path) -> int:
    return query(
        data,
        "SELECT count(*) FROM partners_organisation o JOIN accounts_coalition c"
        " ON c.id = o.coalition_id WHERE c.slug = 'killed'",
    )[0][0]


def test_import_killed_in_the_middle_is_whole_or_absent_after_restart(unused, contacts):
    data = unused
    with RunningUp(data) as up:
        up.wait_until_healthy()
        shell(data, BEGIN.format(file=str(contacts)))
        wait_until(lambda: state(data) == "checked", what="the dry run")
        shell(data, APPLY)
        wait_until(lambda: is_writing(data), what="the import to write")
        up.kill_tree()
        up.start().wait_until_healthy()
        assert written(data) in (0, ROWS)
        wait_until(lambda: state(data) == "applied", what="the import to be taken up again")
        assert written(data) == ROWS


def is_writing(data: Path) -> bool:
    """The worker's transaction has written rows that nobody else can see yet."""
    rows = query(
        data,
        "SELECT count(*) FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND state <> 'idle'"
        " AND pid <> pg_backend_pid()",
    )
    return rows[0][0] > 0
