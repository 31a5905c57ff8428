"""`manage.py up` from the outside: what it prints, what it leaves behind, what a crash costs."""

import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg2
import pytest

from coalition.services import known_addresses
from tests.coalition.conftest import copy_of
from tests.coalition.running import ROOT, RunningUp, manage, port_taken, wait_until

WELL = dict.fromkeys(("web", "database", "broker", "worker", "beat"), "ok")


CHILDREN = {
    "web server": "gunicorn",
    "worker": "worker",
    "timetable": "beat",
    "broker": "valkey-server",
    "database": "bin/postgres",
}


def query(data: Path, sql: str) -> list[tuple]:
    """Through the address that `up` has written down."""
    connection = psycopg2.connect(known_addresses(data).database_url)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()
    finally:
        connection.close()


@pytest.fixture(autouse=True)
def _own_servers(monkeypatch):
    """`known_addresses` must not name the servers of the test run."""
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.delenv("REDIS_URL")


@pytest.fixture(scope="module")
def running(_prepared) -> Iterator[RunningUp]:
    """One for all the tests that only look at it and leave it running."""
    with copy_of(_prepared) as folder, RunningUp(folder) as up:
        yield up.wait_until_healthy()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_up_asked_to_stop_leaves_no_process_behind(used, number):
    with RunningUp(used) as up:
        assert up.address.startswith("http://127.0.0.1:")
        assert up.stop(number) == 0
        assert up.family() == []
    assert up.said.splitlines()[-2:] == ["Stopping …", "Stopped."]
    assert not (used / "run" / "addresses.json").exists()


def test_healthz_of_a_running_up_finds_everything_well(running):
    assert running.wait_until_healthy().health() == WELL


def test_up_stopped_while_it_prepares_leaves_no_process_behind(data):
    with RunningUp(data) as up:
        wait_until(lambda: "Preparing" in up.said, what="the preparation")
        assert up.stop() == 0
        assert up.family() == []


def test_up_killed_keeps_every_row_and_starts_again(used):
    with RunningUp(used) as up:
        assert up.address
        _write_rows(used)
        up.kill()
        assert up.start().address
        assert query(used, "SELECT count(*) FROM kept") == [(1000,)]


def test_up_killed_with_all_its_children_keeps_every_row_and_starts_again(used):
    with RunningUp(used) as up:
        assert up.address
        _write_rows(used)
        up.kill_tree()
        assert up.start().address
        assert query(used, "SELECT count(*) FROM kept") == [(1000,)]


@pytest.mark.skipif(not psutil.LINUX, reason="elsewhere the next start stops what was left")
def test_up_killed_takes_its_children_along(used):
    with RunningUp(used) as up:
        assert up.address
        up.kill()
        wait_until(lambda: not up.family(), what="the end of the children")


def test_children_that_are_killed_start_again(used):
    with RunningUp(used) as up:
        up.wait_until_healthy()
        for command in CHILDREN.values():
            up.child(command).kill()
        for name in CHILDREN:
            wait_until(lambda name=name: f"The {name} stopped by itself" in up.said, what=name)
        for command in CHILDREN.values():
            wait_until(lambda command=command: up.has_child(command), what=command)
        up.wait_until_healthy()
        assert up.stop() == 0
        assert up.family() == []


def test_up_on_a_taken_port_says_so_with_the_remedy(data):
    with port_taken() as port, RunningUp(data, port=port) as up:
        assert up.process.wait() == 1
    assert f"Port {port} of 127.0.0.1 cannot be had (address already in use)." in up.said
    assert "make run PORT=8001" in up.said
    assert up.said.count("\n") == 1


@pytest.mark.parametrize("port", [70000, -5])
def test_up_on_a_port_that_is_none_says_so(data, port):
    answer = manage("up", f"--port={port}", "--data", str(data), data=data)
    assert answer.returncode == 1
    assert answer.stderr.strip().endswith(
        f"There is no port {port}: they go up to 65535. Choose another: make run PORT=8001."
    )


@pytest.mark.parametrize("variable", ["DATABASE_URL", "REDIS_URL"])
def test_server_that_is_named_by_no_address_is_told_so_and_no_more(data, variable):
    answer = manage("up", "--data", str(data), data=data, **{variable: "foo"})
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith(f"{variable} is no address. Mend it, for example ")
    assert answer.stderr.count("\n") == 1


def test_up_on_a_folder_in_use_names_the_process(running):
    folder, pid = running.data, running.process.pid
    answer = manage("up", "--port", "0", "--data", str(folder), data=folder)
    assert f"The data folder {folder} is in use by process {pid}." in answer.stderr
    assert answer.returncode == 1
    assert running.is_running


def test_up_on_a_folder_of_another_version_says_so_and_leaves_it_alone(data):
    cluster = data / "postgres" / "cluster"
    cluster.mkdir(parents=True)
    (cluster / "PG_VERSION").write_text("15\n")
    with RunningUp(data) as up:
        assert up.process.wait() == 1
    assert (
        f"The data folder {data} was made by PostgreSQL 15, and this is PostgreSQL 18." in up.said
    )
    assert "--data" in up.said
    assert [path.name for path in cluster.iterdir()] == ["PG_VERSION"]


@pytest.mark.parametrize("folder", ["file", "file/within"])
def test_up_in_a_folder_that_is_none_says_so(data, folder):
    (data / "file").write_text("in the way")
    answer = manage("up", "--data", str(data / folder), data=data)
    assert answer.stderr.startswith(str(data / "file"))
    assert answer.stderr.strip().endswith(
        "is a file. Choose a folder with --data: it is made if there is none."
    )
    assert (answer.returncode, answer.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize("folder", ["", ".", str(ROOT)])
def test_up_in_no_folder_or_in_the_project_itself_is_refused(data, folder):
    before = sorted(ROOT.iterdir())
    for answer in (
        manage("up", "--port", "0", "--data", folder, data=data),
        manage("check", data=data, COMMONWEAL_DATA=folder),
    ):
        assert (answer.returncode, answer.stdout) == (1, "")
        assert answer.stderr.startswith(
            "The data needs a folder of its own, for example --data var"
        )
    assert sorted(ROOT.iterdir()) == before


def test_command_without_services_starts_its_own_and_stops_them(unused):
    """`unused` was prepared so from an empty folder; here it is one that has everything."""
    answer = manage("migrate", "--verbosity", "0", data=unused)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    answer = manage("shell", "-c", "from accounts.models import Person; print(Person.objects.count())",
                    "--no-imports", data=unused)  # fmt: skip
    assert answer.stdout == "0\n"
    assert RunningUp(unused).family() == []


def test_command_beside_a_running_up_uses_its_services(running):
    _write_rows(running.data)
    answer = manage("shell", "--no-imports", "-c", COUNT_KEPT, data=running.data)
    assert (answer.stdout, answer.stderr) == ("1000\n", "")
    assert running.is_running


@pytest.mark.parametrize(
    "command",
    [("network_measures", "sunnybrook"), ("import_partners", "sunnybrook", __file__)],
    ids=lambda command: command[0],
)
def test_command_in_a_folder_that_is_not_prepared_says_so(data, command):
    answer = manage(*command, data=data)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == (
        "Nothing is prepared here yet: run `make run` first, or name the folder with COMMONWEAL_DATA.\n"
    )


def test_command_without_database_starts_no_services(data):
    assert manage("check", data=data).returncode == 0
    assert not (data / "postgres").exists()


COUNT_KEPT = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT count(*) FROM kept")
    print(cursor.fetchone()[0])
"""


def _write_rows(data: Path) -> None:
    query(data, "DROP TABLE IF EXISTS kept; CREATE TABLE kept (n int); SELECT")
    query(data, "INSERT INTO kept SELECT generate_series(1, 1000) RETURNING n")
