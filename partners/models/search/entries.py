from collections.abc import Iterable

from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models

from accounts.models import CoalitionOwned
from common.personal.fields import holds
from partners.models.organisations import Organisation


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    def needing_people(self, coalition: int) -> "SearchEntryQuerySet":
        """Partners of today without one person to call, who have been here longest first."""
        rows = self.filter(coalition=coalition, needs_people=True)
        return rows.order_by("since_on", "organisation_id")


# All columns follow by trigger what they are made of: what is erased there is gone here.
@holds(plain=["organisation", "names", "people", "has_people", "needs_people", "since_on"])
class SearchEntry(CoalitionOwned):
    """How one organisation is found: its words, and whether anybody is there to call.

    Triggers in the database keep it current. People's names and addresses stand apart, so that who may not
    see them cannot find by them either. To ask all contacts of a large coalition who has none costs more
    than any page; here an index knows.
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
    has_people = models.BooleanField(db_default=False, help_text="Somebody is there still.")
    needs_people = models.BooleanField(
        db_default=False, help_text="A partner that is not retired, and nobody is there."
    )
    since_on = models.DateField(null=True, help_text="The organisation's own, for the order.")

    objects = SearchEntryQuerySet.as_manager()

    STAYS_WHEN_MERGED = {"organisation": "The database writes it anew from what has followed."}

    class Meta:
        verbose_name_plural = "search entries"
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(
                fields=["coalition", "organisation"],
                condition=models.Q(has_people=False),
                name="search_without_people",
            ),
            models.Index(
                fields=["coalition", "since_on", "organisation"],
                condition=models.Q(needs_people=True),
                name="search_needing_people",
            ),
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
