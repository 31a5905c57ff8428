"""Pages about all partners ask as many questions of the database for a thousand as for one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from partners.models import (
    Classification,
    Contact,
    Organisation,
    PartnerEvent,
    PipelinePlan,
    PipelineStep,
    Service,
    ServiceLocation,
    ServiceTerm,
    Tie,
    Touchpoint,
)
from partners.models.pipeline.steps import Stage
from tests.factories import RelationFactory, TermFactory

PAGES = (
    "list",
    "network",
    "network_picture",
    "network_trend",
    "composition",
    "composition_areas",
    "needed",
    "services",
    "services_missing",
    "talks",
    "talks_quiet",
    "events",
    "pipeline",
)
# They name who does the same, and one alone does nothing that another does.
OF_TWO = ("services_overlap", "who_does_what")
LISTS = ("sector", "population", "area", "determinant", "service")


class Coalition:
    """Partners by the hundred, each with one of everything that the pages tell of."""

    def __init__(self, membership):
        self.coalition, self.person = membership.coalition, membership.person
        self.terms = {one: TermFactory(coalition=self.coalition, vocabulary=one) for one in LISTS}
        self.relation = RelationFactory(coalition=self.coalition)
        self.today = timezone.localdate()

    def grow(self, number: int) -> None:
        partners = self._organisations(number, "Partner", Organisation.Kind.PARTNER)
        some = max(1, number // 10)
        prospects = self._organisations(some, "Prospect", Organisation.Kind.PROSPECT)
        self._stand_for(partners)
        self._offer(partners)
        self._talk(partners)
        self._tie(partners)
        self._win(prospects)

    def _organisations(self, number: int, name: str, kind: str) -> list[Organisation]:
        before = Organisation.objects.count()
        return Organisation.objects.bulk_create(
            Organisation(
                coalition=self.coalition,
                name=f"{name} {before + n}",
                kind=kind,
                owner=self.person,
                since_on=date(2020, 1, 1),
            )
            for n in range(number)
        )

    def _stand_for(self, partners: list[Organisation]) -> None:
        Contact.objects.bulk_create(
            Contact(coalition=self.coalition, organisation=one, name="Jo Field") for one in partners
        )
        Classification.objects.bulk_create(
            Classification(coalition=self.coalition, organisation=one, term=self.terms[axis])
            for one in partners
            for axis in LISTS[:4]
        )

    def _offer(self, partners: list[Organisation]) -> None:
        ours = {"coalition": self.coalition}
        services = Service.objects.bulk_create(
            Service(organisation=one, name="Pantry", **ours) for one in partners
        )
        ServiceTerm.objects.bulk_create(
            ServiceTerm(
                service=one,
                organisation_id=one.organisation_id,
                term=self.terms["service"],
                **ours,
            )
            for one in services
        )
        ServiceLocation.objects.bulk_create(
            ServiceLocation(
                service=one,
                organisation_id=one.organisation_id,
                area=self.terms["area"],
                **ours,
            )
            for one in services
        )

    def _talk(self, partners: list[Organisation]) -> None:
        ours = {"coalition": self.coalition}
        Touchpoint.objects.bulk_create(
            Touchpoint(
                organisation=one,
                kind=Touchpoint.Kind.CALL,
                direction=Touchpoint.Direction.TWO_WAY,
                channel=Touchpoint.Channel.PHONE,
                on=self.today - timedelta(days=400),
                said="We spoke",
                logged_by=self.person,
                logged_at=timezone.now(),
                **ours,
            )
            for one in partners
        )
        PartnerEvent.objects.bulk_create(
            PartnerEvent(organisation=one, name="Open day", on=self.today, **ours)
            for one in partners
        )

    def _tie(self, ring: list[Organisation]) -> None:
        """Each to the next."""
        Tie.objects.bulk_create(
            Tie(
                coalition=self.coalition,
                first=one,
                second=other,
                relation=self.relation,
                level_first=2,
                level_second=3,
                since_on=date(2020, 1, 1),
            )
            for one, other in pairwise(ring)
        )

    def _win(self, prospects: list[Organisation]) -> None:
        ours = {"coalition": self.coalition}
        PipelineStep.objects.bulk_create(
            PipelineStep(organisation=one, stage=Stage.PROSPECT, on=self.today, **ours)
            for one in prospects
        )
        PipelinePlan.objects.bulk_create(
            PipelinePlan(organisation=one, inviter=self.person, **ours) for one in prospects
        )


def asked(client, pages) -> dict[str, int]:
    """By page how many questions it asks."""
    found = {}
    for name in pages:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(reverse(f"partners:{name}", args=[client.slug]))
        assert answer.status_code == 200, name
        found[name] = len(captured)
    return found


@pytest.fixture
def coalition(coordinator):
    return Coalition(coordinator.membership)


def test_a_thousand_partners_take_as_many_questions_as_one(coordinator, coalition):
    coalition.grow(1)
    asked(coordinator, PAGES)  # what is asked once for all, such as who signed in, is asked here
    few = asked(coordinator, PAGES)
    coalition.grow(1)
    few |= asked(coordinator, OF_TWO)
    coalition.grow(998)
    assert asked(coordinator, [*PAGES, *OF_TWO]) == few
    answer = coordinator.get(reverse("partners:network", args=[coordinator.slug]))
    assert answer.context["map"].measures.nodes == 1000
