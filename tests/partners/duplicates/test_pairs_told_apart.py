"""What people say of two that look alike stands in the stories of both, and can be taken back there."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners import operations
from partners.models import ComparisonDue, DistinctPair, LikelyPair, Organisation
from partners.reports.history.timeline import timeline
from tests.conftest import MemberClient
from tests.factories import NOW, OrganisationFactory
from tests.partners.importing import checked, csv_text, decide
from tests.partners.merging.steps import unmerge

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ana(member) -> MemberClient:
    client = member(Role.COORDINATOR)
    client.membership.person.full_name = "Ana Ruiz"
    client.membership.person.save()
    return client


@pytest.fixture
def two(ana) -> tuple[Organisation, Organisation]:
    coalition = ana.membership.coalition
    return (
        OrganisationFactory(coalition=coalition, name="City Health Department"),
        OrganisationFactory(coalition=coalition, name="County Health Department"),
    )


def tell_apart(client: MemberClient, one: Organisation, other: Organisation):
    url = reverse("partners:tell_apart", args=[client.slug])
    return client.post(url, {"one": one.pk, "other": other.pk})


def put_back(client: MemberClient):
    pair = DistinctPair.objects.get()
    return client.post(reverse("partners:told_apart_undo", args=[client.slug, pair.pk]))


def newest(organisation: Organisation):
    return timeline(organisation, may_see_contacts=True).entries[0]


def take_back(client: MemberClient, organisation: Organisation):
    url = reverse("partners:undo", args=[client.slug, organisation.pk, newest(organisation).change])
    return client.post(url)


def test_told_apart_is_told_of_both(ana, two):
    city, county = two
    tell_apart(ana, county, city)
    assert newest(city).headline == "Ana Ruiz said that they are not County Health Department"
    assert newest(county).headline == "Ana Ruiz said that they are not City Health Department"
    assert (newest(city).sentences, newest(city).byline) == ([], "")


def test_may_be_the_same_again_is_told_of_both(ana, two):
    city, county = two
    tell_apart(ana, city, county)
    put_back(ana)
    said = "Ana Ruiz said that they may be %s after all"
    assert newest(city).headline == said % "County Health Department"
    assert newest(county).headline == said % "City Health Department"


def test_said_twice_is_told_once(ana, two):
    for _each in range(2):
        tell_apart(ana, *two)
    assert len(timeline(two[0], may_see_contacts=True).entries) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_told_apart_is_taken_back_from_the_story_of_either(ana, two, which):
    tell_apart(ana, *two)
    ComparisonDue.objects.all().delete()
    page = ana.get(reverse("partners:history", args=[ana.slug, two[which].pk])).content.decode()
    assert "Take this back" in page
    take_back(ana, two[which])
    assert not DistinctPair.objects.exists()
    due = ComparisonDue.objects.order_by("organisation").values_list("organisation", flat=True)
    assert list(due) == [one.pk for one in two]
    said = newest(two[0])
    assert said.headline == "Perhaps the same as County Health Department after all"
    assert said.byline == "Ana Ruiz"


def test_may_be_the_same_again_is_taken_back(ana, two):
    tell_apart(ana, *two)
    answer = put_back(ana)
    assert answer.status_code == 302
    take_back(ana, two[1])
    assert DistinctPair.objects.filter(first=two[0], second=two[1]).exists()
    assert newest(two[0]).headline == "Not the same as County Health Department"


def test_what_was_said_again_since_is_not_taken_back(ana, two):
    tell_apart(ana, *two)
    change = newest(two[0]).change
    put_back(ana)
    answer = ana.post(reverse("partners:undo", args=[ana.slug, two[0].pk, change]), follow=True)
    assert "changed again since" in answer.content.decode()


def test_page_of_the_change_shows_how_they_stood(ana, two):
    tell_apart(ana, *two)
    url = reverse("partners:version", args=[ana.slug, two[0].pk, newest(two[0]).change])
    page = ana.get(url).content.decode()
    assert "said that they are not County Health Department" in page
    assert "They stand today exactly as they did then" in page


def test_merge_of_one_lets_the_other_know_of_whom_it_is_said_now(ana):
    stays, city, county = (
        OrganisationFactory(coalition=ana.membership.coalition, name=name)
        for name in ("Health Department", "City Health Department", "County Health Department")
    )
    tell_apart(ana, city, county)
    operations.merge(stays, others=[city], choices={}, by=ana.membership.person, at=NOW)
    assert newest(county).headline == "Not the same as Health Department"
    assert newest(stays).headline == "Ana Ruiz merged City Health Department into them"
    unmerge(ana, city)
    assert newest(county).headline == "Not the same as City Health Department"


def test_what_was_said_of_one_holds_for_whom_it_is_merged_into(ana, two):
    """Also where ids stand the other way round afterwards."""
    first = OrganisationFactory(coalition=ana.membership.coalition, name="Health Department")
    last = OrganisationFactory(coalition=ana.membership.coalition, name="Department of Health")
    tell_apart(ana, two[0], last)
    operations.merge(first, others=[last], choices={}, by=ana.membership.person, at=NOW)
    first, city = sorted([first, two[0]], key=lambda one: one.pk)
    assert DistinctPair.objects.among([first.pk, city.pk]) == {(first.pk, city.pk)}
    LikelyPair.objects.create(
        coalition=first.coalition, first=first, second=city, score=0.9, found_at=NOW
    )
    assert not LikelyPair.objects.to_judge(first.coalition).exists()
    tell_apart(ana, first, city)
    assert DistinctPair.objects.count() == 1
    unmerge(ana, last)
    assert DistinctPair.objects.among([two[0].pk, last.pk]) == {(two[0].pk, last.pk)}


def test_row_kept_beside_a_partner_is_told_of_both(ana):
    OrganisationFactory(coalition=ana.membership.coalition, name="Chase Brexton Health")
    run = checked(ana, csv_text(["Name"], ["Chase Braxton Health"]))
    decide(ana, run, all="new", do="apply")
    old, new = Organisation.objects.order_by("pk")
    assert DistinctPair.objects.count() == 1
    assert newest(old).headline == f"Not the same as {new.name}"
    assert newest(old).byline == "Ana Ruiz"
    assert f"Not the same as {old.name}" in newest(new).sentences


def test_other_coalitions_story_is_not_there(ana, two, member):
    tell_apart(ana, *two)
    stranger = member(Role.COORDINATOR)
    url = reverse("partners:history", args=[stranger.slug, two[0].pk])
    assert stranger.get(url).status_code == 404
