"""Work for all coalitions in batches: side by side, and one that fails keeps the others from nothing."""

import pytest
from django.db import OperationalError

from common.background.batches import each, fan_out


class Task:
    """A task that notes what it was given."""

    def __init__(self) -> None:
        self.here: list[list[int]] = []
        self.sent: list[list[int]] = []

    def __call__(self, ids: list[int]) -> None:
        self.here.append(ids)

    def delay(self, ids: list[int]) -> None:
        self.sent.append(ids)


def test_one_batch_is_done_here():
    fan_out(task := Task(), range(3), size=3)
    assert (task.here, task.sent) == ([[0, 1, 2]], [])


def test_more_go_to_workers():
    fan_out(task := Task(), range(5), size=2)
    assert (task.here, task.sent) == ([], [[0, 1], [2, 3], [4]])


def test_one_that_fails_is_logged_and_the_others_are_done(caplog):
    done = []

    def work(pk: int) -> None:
        if pk == 2:
            raise ValueError(pk)
        done.append(pk)

    each([1, 2, 3], work)
    assert done == [1, 3]
    assert "coalition 2" in caplog.text


def test_database_that_is_away_stops_all():
    with pytest.raises(OperationalError):
        each([1], lambda _pk: (_ for _ in ()).throw(OperationalError))
