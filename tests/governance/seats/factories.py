"""Letters to holders and the changes that they ask for."""

import factory
from factory.django import DjangoModelFactory

from governance.models import AskedChange, RoleLetter
from tests.factories import NOW, TODAY
from tests.governance.factories import RoleAssignmentFactory


class RoleLetterFactory(DjangoModelFactory):
    """Asks whoever holds the role whether they take it on."""

    class Meta:
        model = RoleLetter

    role = factory.SubFactory(RoleAssignmentFactory)
    coalition = factory.SelfAttribute("role.coalition")
    contact = factory.SelfAttribute("role.contact")
    asks = RoleLetter.Asks.ACCEPT
    sent_at = NOW
    sent_on = TODAY


class AskedChangeFactory(DjangoModelFactory):
    class Meta:
        model = AskedChange

    role = factory.SubFactory(RoleAssignmentFactory)
    coalition = factory.SelfAttribute("role.coalition")
    words = "I am on leave from June"
    asked_on = TODAY
