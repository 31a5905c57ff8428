"""`manage.py up` from the outside: what it prints, what it leaves behind, what a crash costs."""

import signal
from pathlib import Path

import psutil
import psycopg2
import pytest

from coalition.services import known_addresses
from tests.coalition.running import RunningUp, manage, port_taken, wait_until

WELL = dict.fromkeys(("web", "database", "broker", "worker", "beat"), "ok")


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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_up_asked_to_stop_leaves_no_process_behind(data, number):
    with RunningUp(data) as up:
        up.wait_until_healthy()
        assert up.health() == WELL
        assert up.stop(number) == 0
        assert up.family() == []
    assert up.said.splitlines()[-2:] == ["Stopping …", "Stopped."]
    assert not (data / "run" / "addresses.json").exists()


def test_up_stopped_while_it_prepares_leaves_no_process_behind(data):
    with RunningUp(data) as up:
        wait_until(lambda: "Preparing" in up.said, what="the preparation")
        assert up.stop() == 0
        assert up.family() == []


def test_up_killed_keeps_every_row_and_starts_again(data):
    with RunningUp(data) as up:
        up.wait_until_healthy()
        _write_rows(data)
        up.kill()
        with RunningUp(data) as again:
            again.wait_until_healthy()
            assert query(data, "SELECT count(*) FROM kept") == [(1000,)]
            assert again.stop() == 0


def test_up_killed_with_all_its_children_keeps_every_row_and_starts_again(data):
    with RunningUp(data) as up:
        up.wait_until_healthy()
        _write_rows(data)
        up.kill_tree()
        up.start().wait_until_healthy()
        assert query(data, "SELECT count(*) FROM kept") == [(1000,)]
        assert up.stop() == 0


def test_up_killed_takes_its_children_along(data):
    with RunningUp(data) as up:
        up.wait_until_healthy()
        up.kill()
        if psutil.LINUX:
            wait_until(lambda: not up.family(), what="the end of the children")


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("gunicorn", "web server"),
        ("worker", "worker"),
        ("beat", "timetable"),
        ("valkey-server", "broker"),
        ("bin/postgres", "database"),
    ],
)
def test_child_that_is_killed_starts_again(data, command, name):
    with RunningUp(data) as up:
        up.wait_until_healthy()
        killed = up.child(command)
        killed.kill()
        wait_until(lambda: f"The {name} stopped by itself" in up.said, what="the sentence")
        wait_until(lambda: _lives_again(up, command, killed), what="another one")
        up.wait_until_healthy()
        assert up.stop() == 0
        assert up.family() == []


def test_up_on_a_taken_port_says_so_with_the_remedy(data):
    with port_taken() as port, RunningUp(data, port=port) as up:
        assert up.process.wait() == 1
    assert f"Port {port} of 127.0.0.1 cannot be had (address already in use)." in up.said
    assert "make run PORT=8001" in up.said
    assert up.said.count("\n") == 1


def test_up_on_a_folder_in_use_names_the_process(data):
    with RunningUp(data) as up:
        up.wait_until_healthy()
        pid = up.process.pid
        answer = manage("up", "--port", "0", "--data", str(data), data=data)
        assert f"The data folder {data} is in use by process {pid}." in answer.stderr
        assert answer.returncode == 1
        assert up.is_running


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


def test_command_without_services_starts_its_own_and_stops_them(data):
    answer = manage("migrate", "--verbosity", "0", data=data)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    answer = manage("shell", "-c", "from accounts.models import Person; print(Person.objects.count())",
                    "--no-imports", data=data)  # fmt: skip
    assert answer.stdout == "0\n"
    assert RunningUp(data).family() == []


def test_command_beside_a_running_up_uses_its_services(data):
    with RunningUp(data) as up:
        up.wait_until_healthy()
        _write_rows(data)
        answer = manage("shell", "--no-imports", "-c", COUNT_KEPT, data=data)
        assert (answer.stdout, answer.stderr) == ("1000\n", "")
        assert up.health() == WELL


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
    query(
        data,
        "CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000) RETURNING n",
    )


def _lives_again(up: RunningUp, command: str, killed: psutil.Process) -> bool:
    try:
        return up.child(command).pid != killed.pid
    except StopIteration:
        return False
