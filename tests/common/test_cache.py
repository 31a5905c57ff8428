"""Without Redis each process counts alone: nobody is locked out, and no gate stands open."""

import logging

import pytest

from common.cache import ForgivingRedisCache


@pytest.fixture
def dead(tmp_path) -> ForgivingRedisCache:
    options = {"socket_connect_timeout": 1, "socket_timeout": 1}
    return ForgivingRedisCache(
        "redis://127.0.0.1:1/0", {"KEY_PREFIX": str(tmp_path), "OPTIONS": options}
    )


def test_dead_cache_counts_in_this_process(dead):
    assert dead.get("attempts", []) == []
    assert dead.add("attempts", 1, 60)
    assert not dead.add("attempts", 1, 60)
    assert dead.incr("attempts") == 2
    dead.set("attempts", 5, 60)
    assert dead.get("attempts") == 5
    assert dead.delete("attempts")
    assert dead.get("attempts") is None


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
