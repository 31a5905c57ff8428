from collections.abc import Iterable

from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models

from accounts.models import CoalitionOwned
from common.personal import holds
from partners.models.organisations import Organisation


# Both columns follow by trigger what they are made of: what is erased there is gone here.
@holds(plain=["organisation", "names", "people"])
class SearchEntry(CoalitionOwned):
    """The words by which one organisation is found; triggers in the database keep it current.

    People's names and addresses stand apart, so that who may not see them cannot find by them either.
    """

    organisation = models.OneToOneField(
        Organisation,
        on_delete=models.DO_NOTHING,  # the database cascades: the triggers write here while rows go
        db_constraint=False,  # the migration adds the composite key instead
        primary_key=True,
        related_name="search",
    )
    names = models.TextField(
        help_text="Name, aliases, tags, identifiers and website, as plain_text."
    )
    people = models.TextField(help_text="Contacts' names and e-mail addresses, as plain_text.")

    STAYS_WHEN_MERGED = {"organisation": "The database writes it anew from what has followed."}

    class Meta:
        verbose_name_plural = "search entries"
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            GinIndex(fields=["names"], opclasses=["gin_trgm_ops"], name="search_by_names"),
            GinIndex(fields=["people"], opclasses=["gin_trgm_ops"], name="search_by_people"),
        ]

    def __str__(self) -> str:
        return self.names


def refresh_later() -> None:
    """The triggers leave the search alone until the end of the transaction; `refresh` follows."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL commonweal.search = 'later'")


def refresh(organisations: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL commonweal.search = ''")
        cursor.execute("SELECT partners_refresh_search(%s)", [list(organisations)])
