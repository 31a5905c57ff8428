"""The servers that DATABASE_URL and REDIS_URL name: whether they answer, said before anything starts."""

from urllib.parse import urlsplit

import environ
import psycopg2
import redis

from coalition.services import Addresses
from coalition.unavailable import ServicesUnavailable

PATIENCE = 5  # seconds


def refuse_unreachable(given: Addresses) -> None:
    """Raises ServicesUnavailable with what to look at. Addresses are told without their passwords."""
    if given.database_url:
        try:
            _connect(given.database_url)
        except psycopg2.Error as error:
            raise _refusal("database", "DATABASE_URL", given.database_url, error) from error
    if given.redis_url:
        try:
            redis.Redis.from_url(given.redis_url, socket_connect_timeout=PATIENCE).ping()
        except (redis.RedisError, ValueError) as error:
            raise _refusal("broker", "REDIS_URL", given.redis_url, error) from error


def _connect(url: str) -> None:
    """As Django will: read by the same library, encrypted as the address asks."""
    told = environ.Env.db_url_config(url)
    names = {
        "dbname": "NAME",
        "user": "USER",
        "password": "PASSWORD",
        "host": "HOST",
        "port": "PORT",
    }
    place = {name: told.get(key) or None for name, key in names.items()}
    encryption = {name: value for name, value in told.get("OPTIONS", {}).items() if "ssl" in name}
    psycopg2.connect(**place, **encryption, connect_timeout=PATIENCE).close()


def _refusal(what: str, variable: str, url: str, error: Exception) -> ServicesUnavailable:
    place = urlsplit(url)
    where = f"{place.hostname or 'this machine'}:{place.port or 'its usual port'}"
    why = str(error).strip().splitlines()[0].removesuffix(".")
    return ServicesUnavailable(
        f"The {what} at {where} does not answer as {variable} says ({why}). Start it or mend the address; "
        f"without {variable} Commonweal starts its own."
    )
