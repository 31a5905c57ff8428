"""What partners give follows a merge and comes back, and is named when they leave."""

import pytest
from django.urls import reverse

from contributions.models import Contribution, ContributionPopulation, SupportRequest
from partners import operations
from partners.reports.composition.activity import Window, heard
from tests.contributions.factories import (
    ContributionFactory,
    ContributionPopulationFactory,
    SupportRequestFactory,
)
from tests.factories import NOW, TODAY, OrganisationFactory


def rows() -> list[tuple[object, ...]]:
    return [
        tuple(row)
        for model in (Contribution, ContributionPopulation, SupportRequest)
        for row in model.objects.order_by("pk").values_list()
    ]


def test_everything_follows_a_merge_and_comes_back(coordinator, organisation):
    person = coordinator.membership.person
    other = OrganisationFactory(coalition=organisation.coalition, name="Northgate Coop")
    ContributionFactory(organisation=organisation)
    ContributionPopulationFactory(contribution__organisation=other)
    SupportRequestFactory(organisation=other, agreed=True)
    before = rows()
    merge = operations.merge(organisation, others=[other], choices={}, by=person, at=NOW)[0]
    for model in (Contribution, ContributionPopulation, SupportRequest):
        assert set(model.objects.values_list("organisation", flat=True)) == {organisation.pk}
    operations.unmerge(merge, by=person, at=NOW)
    assert rows() == before


def held(client, organisation) -> dict[str, list[str]]:
    page = client.get(reverse("partners:pipeline_leave", args=[client.slug, organisation.pk]))
    return {group.kind: [each.words for each in group.things] for group in page.context["rest"]}


def test_leaving_partner_is_asked_about_what_is_open(coordinator, organisation):
    ContributionFactory(organisation=organisation, words="The hall", due_on=TODAY)
    ContributionFactory(organisation=organisation, given=True)
    ContributionFactory(organisation=organisation, withdrawn=True)
    SupportRequestFactory(organisation=organisation, words="A taxi", agreed=True)
    SupportRequestFactory(organisation=organisation, provided=True)
    SupportRequestFactory(organisation=organisation, declined=True)
    found = held(coordinator, organisation)
    assert (found["contributions"], found["support"]) == (["The hall"], ["A taxi"])


@pytest.mark.parametrize(
    ("make", "is_active"),
    [
        (lambda one: ContributionFactory(organisation=one, given=True), True),
        (lambda one: ContributionFactory(organisation=one), False),
        (lambda one: SupportRequestFactory(organisation=one), True),
        (lambda one: SupportRequestFactory(organisation=one, is_their_own_word=False), False),
    ],
)
def test_who_gives_or_asks_is_active(organisation, make, is_active):
    make(organisation)
    window = Window.before(TODAY, days=90)
    found = {told for told, _day in heard(organisation.coalition_id, window)}
    assert (organisation.pk in found) == is_active
