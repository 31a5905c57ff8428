from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from accounts.models import CoalitionOwned
from accounts.models.erasures import ErasureQuerySet, ErasureWork
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.organisations import Organisation


class ContactErasureQuerySet(ErasureQuerySet):
    def of(self, contact: Contact) -> Self:
        return self.filter(contact=contact)

    def waiting_for(self, contact: Contact) -> "ContactErasure | None":
        return self.working().asked_for(contact)

    def asked_for(self, contact: Contact) -> "ContactErasure | None":
        """The one that waits or was stopped; of one that is done nothing is left."""
        return self.of(contact).first()

    def at(self, organisation: Organisation) -> Self:
        return self.at_any_of([organisation])

    def at_any_of(self, organisations: Iterable[Organisation]) -> Self:
        rows = self.filter(contact__organisation__in=list(organisations))
        return rows.select_related("contact")


@holds(people=["asked_by"], free=["problem"], plain=["contact", "files", "state", "asked_at"])
class ContactErasure(CoalitionOwned, ErasureWork):
    """A contact is to be erased. The row goes with them: what stays is the note on the contact."""

    STAYS_WHEN_MERGED = {"contact": "Who is being erased is merged with nobody meanwhile."}

    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, related_name="+", db_constraint=False, db_index=False
    )
    files = ArrayField(
        models.BigIntegerField(), default=list, help_text="Ids of kept files that go for good."
    )

    objects = ContactErasureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "contact"], name="contact_is_erased_once"),
            models.CheckConstraint(
                name="contact_erasure_state_is_known",
                condition=Q(state__in=["erasing", "erased", "failed"]),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_state_display())

    def get_absolute_url(self) -> str:
        organisation = self.contact.organisation
        return reverse(
            "partners:contact_erasing", args=[self.coalition.slug, organisation.pk, self.contact_id]
        )
