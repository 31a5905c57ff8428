"""Without Redis nothing is counted, and nobody is kept out."""

import logging

import pytest

from common.cache import ForgivingRedisCache


@pytest.fixture
def dead() -> ForgivingRedisCache:
    return ForgivingRedisCache(
        "redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1}}
    )


def test_dead_cache_answers_as_if_nothing_had_been_counted(dead):
    assert dead.add("attempts", 1)
    assert dead.get("attempts", []) == []
    assert dead.incr("attempts") == 1
    assert not dead.delete("attempts")
    assert dead.set("attempts", 1) is None


def test_dead_cache_says_so_once_and_then_is_left_alone(dead, caplog):
    caplog.set_level(logging.WARNING, "common.cache")
    dead.get("attempts")
    dead.get("attempts")
    assert [record.message.split(",")[0] for record in caplog.records] == ["Redis is away"]


def test_living_cache_counts(settings, tmp_path):
    cache = ForgivingRedisCache(settings.REDIS_URL, {"KEY_PREFIX": str(tmp_path), "OPTIONS": {}})
    assert cache.add("attempts", 1, 10)
    assert not cache.add("attempts", 1, 10)
    assert cache.incr("attempts") == 2
    assert cache.get("attempts") == 2
    assert cache.delete("attempts")


def test_counter_that_is_missing_is_still_an_error(settings, tmp_path):
    cache = ForgivingRedisCache(settings.REDIS_URL, {"KEY_PREFIX": str(tmp_path), "OPTIONS": {}})
    with pytest.raises(ValueError, match="not found"):
        cache.incr("nothing")
