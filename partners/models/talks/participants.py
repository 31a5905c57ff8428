"""Who took part in a talk: people of the partner, and members of the coalition."""

from django.db import models

from accounts.models import CoalitionOwned, Person
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.talks.touchpoints import Touchpoint


@holds(plain=["touchpoint", "contact"], about={"partners.Contact": "contact"})
@tracked()
class TouchpointContact(CoalitionOwned):
    """A person of theirs who took part."""

    touchpoint = models.ForeignKey(
        Touchpoint,
        on_delete=models.CASCADE,
        related_name="theirs",
        db_constraint=False,
        db_index=False,
    )
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, related_name="+", db_constraint=False
    )

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "touchpoint"])]
        constraints = [
            models.UniqueConstraint(
                fields=["touchpoint", "contact"], name="touchpoint_names_a_contact_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} in {self.touchpoint_id}"


@holds(people=["person"], plain=["touchpoint"], about={"accounts.Person": "person"})
@tracked()
class TouchpointMember(CoalitionOwned):
    """A person of ours who took part."""

    touchpoint = models.ForeignKey(
        Touchpoint,
        on_delete=models.CASCADE,
        related_name="ours",
        db_constraint=False,
        db_index=False,
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["coalition", "touchpoint"])]
        constraints = [
            models.UniqueConstraint(
                fields=["touchpoint", "person"], name="touchpoint_names_a_member_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.touchpoint_id}"
