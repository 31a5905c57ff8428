"""Talks, and meetings of partners."""

from datetime import timedelta

import factory

from partners.models import PartnerEvent, Touchpoint
from tests.factories.moments import NOW, TODAY
from tests.factories.organisations import PartFactory
from tests.factories.people import PersonFactory


class TouchpointFactory(PartFactory):
    """A call in which both spoke; `answers=` another one, `due=True` to be followed up by today."""

    class Meta:
        model = Touchpoint

    class Params:
        due = factory.Trait(follow_up_on=TODAY, follow_up_by=factory.SubFactory(PersonFactory))

    kind = Touchpoint.Kind.CALL
    direction = Touchpoint.Direction.TWO_WAY
    channel = Touchpoint.Channel.PHONE
    on = TODAY
    said = factory.Sequence(lambda n: f"Talk number {n}")
    logged_by = factory.SubFactory(PersonFactory)
    logged_at = NOW


class PartnerEventFactory(PartFactory):
    """An open day in a week."""

    class Meta:
        model = PartnerEvent

    name = factory.Sequence(lambda n: f"Open day {n}")
    on = TODAY + timedelta(days=7)
    place = "Market Row"
