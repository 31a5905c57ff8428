"""`/healthz`, asked as a balancer asks it."""

import pytest
from django.db import connection

from coalition import health
from coalition.celery import app
from coalition.heartbeat import Pulse
from coalition.management.commands.prepare import hand_out_again

NOBODY_THERE = "redis://127.0.0.1:1/0"


@pytest.fixture
def _all_alive():
    for name in ("worker", "beat"):
        Pulse(name).give()


@pytest.mark.usefixtures("_all_alive")
def test_healthz_with_everything_running_is_200(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert set(answer.json().values()) == {"ok"}


@pytest.mark.usefixtures("_all_alive")
def test_healthz_asked_again_at_once_asks_the_database_once(client, monkeypatch):
    asked = []
    monkeypatch.setattr(health, "_database_answers", lambda: bool(asked.append(1)) or True)
    answers = [client.get("/healthz") for _press in "123"]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert len(asked) == 1
    monkeypatch.setattr(health, "REMEMBERED", 0)
    client.get("/healthz")
    assert len(asked) == 2


@pytest.mark.usefixtures("_all_alive")
def test_healthz_without_database_says_so_without_a_query_of_its_own(client, monkeypatch):
    parameters = connection.get_connection_params() | {"host": "127.0.0.1", "port": 1}
    monkeypatch.setattr(connection, "get_connection_params", lambda: parameters)
    answer = client.get("/healthz", headers={"cookie": "sessionid=somebody"})
    assert answer.status_code == 503
    assert [name for name, word in answer.json().items() if word == "down"] == ["database"]


def test_healthz_without_broker_counts_worker_and_beat_as_down(client, settings):
    settings.REDIS_URL = NOBODY_THERE
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {
        "web": "ok",
        "database": "ok",
        "broker": "down",
        "worker": "down",
        "beat": "down",
    }


def test_healthz_behind_https_and_under_any_name_is_not_redirected(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz", headers={"host": "10.0.0.7"}).status_code in (200, 503)


def test_healthz_refuses_to_be_posted_to(client):
    assert client.post("/healthz").status_code == 405


def test_pulse_without_broker_does_not_raise(settings):
    settings.REDIS_URL = NOBODY_THERE
    Pulse("worker").give()


def test_task_that_a_killed_worker_had_taken_is_handed_out_again():
    """The worker took it, never confirmed it, and is gone without a word."""
    with app.connection_for_write() as producer:
        producer.SimpleQueue("celery").clear()  # what other tests have sent and nobody took
        producer.SimpleQueue("celery").put({"n": 1})
    take_and_die()
    hand_out_again()
    with app.connection_for_write() as consumer:
        message = consumer.SimpleQueue("celery").get(timeout=5)
        assert message.payload == {"n": 1}
        message.ack()


def take_and_die() -> None:
    with app.connection_for_write() as connection:
        queue = connection.SimpleQueue("celery")
        queue.get(timeout=5)
        queue.channel.qos.restore_at_shutdown = False
