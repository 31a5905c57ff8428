from django.contrib.postgres.indexes import GinIndex
from django.db import models

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

    class Meta:
        verbose_name_plural = "search entries"
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            GinIndex(fields=["names"], opclasses=["gin_trgm_ops"], name="search_by_names"),
            GinIndex(fields=["people"], opclasses=["gin_trgm_ops"], name="search_by_people"),
        ]

    def __str__(self) -> str:
        return self.names
