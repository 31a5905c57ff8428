"""Who did it, who may see it, and pages."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from accounts.permissions import Role
from partners.models import Alias, Contact, ImportRun, Organisation
from partners.reports.history.timeline import timeline
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    PersonFactory,
    RepresentationFactory,
)
from tests.partners.changes import change, on_day
from tests.partners.timeline.newest import newest, update

pytestmark = pytest.mark.django_db


# ---------------------------------------------------------------- who did it


def test_import_is_the_actor_when_nobody_is_named():
    with change("partners.imported", day=0) as made:
        organisation = OrganisationFactory()
    ImportRun.objects.create(
        coalition=organisation.coalition, file_name="contacts.xlsx", change_id=made
    )
    entry = newest(organisation)
    assert (entry.actor, entry.headline) == (
        "The import of contacts.xlsx",
        "Came in with contacts.xlsx",
    )


def test_import_taken_back_is_told_by_its_file(northgate, ruth):
    with change("partners.import_undone", day=1, by=ruth, reason="contacts.xlsx"):
        update(northgate, website="")
        AliasFactory(organisation=northgate)
    entry = newest(northgate)
    assert (entry.headline, entry.reason) == (
        "Ruth Adeyemi took the import of contacts.xlsx back",
        "",
    )


def test_person_who_returns_is_back(northgate):
    with change(day=1):
        ContactFactory(organisation=northgate, name="Dev", role="other", left_on=date(2026, 5, 1))
    with change(day=2):
        Contact.objects.update(left_on=None)
    assert newest(northgate).headline == "Dev is back"


def test_change_that_nobody_named_has_an_unknown_hand():
    entry = newest(OrganisationFactory())
    assert (entry.actor, entry.change) == ("An unknown hand", None)


# ---------------------------------------------------------------- who may see it


def test_people_stay_unnamed_for_who_may_not_see_them(northgate):
    with change(day=1):
        ContactFactory(organisation=northgate, name="Dev Patel", email="dev@north.example")
    with change(day=2):
        Contact.objects.update(email="new@north.example", phone="1", name="Devan", title="Chair")
    told = timeline(northgate, may_see_contacts=False).entries
    assert [entry.headline for entry in told[:2]] == [
        "Person: job title changed",
        "Person added: someone",
    ]
    words = repr(told)
    assert not any(word in words for word in ("Dev", "north.example", "555-0100"))


def history(client: MemberClient, organisation: Organisation, **query):
    url = reverse("partners:history", args=[organisation.coalition.slug, organisation.pk])
    return client.get(url, query)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.COORDINATOR, Role.STEERING])
def test_history_opens_for_who_may_see_it(role, member, northgate):
    page = history(member(role, coalition=northgate.coalition), northgate)
    assert page.status_code == 200
    assert "Joined the list" in page.content.decode()


def test_history_is_closed_to_a_viewer(member, northgate):
    assert history(member(Role.VIEWER, coalition=northgate.coalition), northgate).status_code == 403


def test_history_is_closed_to_the_partner_itself(northgate):
    membership = RepresentationFactory(organisation=northgate).membership
    assert history(MemberClient.of(membership), northgate).status_code == 403


def test_history_of_another_coalition_is_not_there(coordinator, northgate):
    assert history(coordinator, northgate).status_code == 404
    ours = reverse("partners:history", args=[coordinator.slug, northgate.pk])
    assert coordinator.get(ours).status_code == 404


@pytest.mark.parametrize(("role", "buttons"), [(Role.COORDINATOR, 1), (Role.STEERING, 0)])
def test_only_who_may_edit_is_offered_the_way_back(role, buttons, member, northgate):
    with change(day=1):
        update(northgate, website="northgate.example")
    page = history(member(role, coalition=northgate.coalition), northgate)
    assert page.content.decode().count("Put back to before this") == buttons


# ---------------------------------------------------------------- pages and queries


def add_changes(organisation: Organisation, days: range) -> None:
    for day in days:
        with change(day=day, by=PersonFactory()):
            update(organisation, website=f"{day}.example")
            AliasFactory(organisation=organisation)
            ClassificationFactory(organisation=organisation)


def test_history_is_paged_without_loss(member, northgate):
    add_changes(northgate, range(1, 25))
    client = member(Role.STEERING, coalition=northgate.coalition)
    first = history(client, northgate).context["timeline"]
    assert (len(first.entries), first.earlier, first.began_at) == (20, 5, on_day(0))
    page = history(client, northgate, before=first.next_before.isoformat())
    second = page.context["timeline"]
    assert (len(second.entries), second.earlier) == (5, 0)
    assert [entry.moment for entry in (*first.entries, *second.entries)] == [
        on_day(day) for day in range(24, -1, -1)
    ]


def test_earlier_entries_are_linked(member, northgate):
    add_changes(northgate, range(1, 25))
    page = history(member(Role.STEERING, coalition=northgate.coalition), northgate)
    assert "Earlier: 5 entries since March 2026" in strip_tags(page.content.decode())


def test_history_with_a_moment_that_is_none_begins_with_the_newest(member, northgate):
    client = member(Role.STEERING, coalition=northgate.coalition)
    for nonsense in ("yesterday", "2026-99-99T00:00Z", "2026-05-12T15:00"):
        page = history(client, northgate, before=nonsense)
        assert len(page.context["timeline"].entries) == 1


def test_changes_of_one_moment_stay_on_one_page(northgate):
    for _turn in range(3):
        with change(day=1):
            AliasFactory(organisation=northgate)
    told = timeline(northgate, may_see_contacts=True, limit=2)
    assert (len(told.entries), told.earlier) == (3, 1)


def test_history_takes_as_many_queries_for_3_changes_as_for_30(member, northgate):
    client = member(Role.COORDINATOR, coalition=northgate.coalition)
    add_changes(northgate, range(1, 3))
    with CaptureQueriesContext(connection) as few:
        history(client, northgate)
    add_changes(northgate, range(3, 30))
    with CaptureQueriesContext(connection) as many:
        history(client, northgate)
    assert Alias.objects.count() == 29
    assert len(many) == len(few)


def test_timeline_takes_two_queries(northgate, django_assert_num_queries):
    add_changes(northgate, range(1, 30))
    with django_assert_num_queries(2):
        timeline(northgate, may_see_contacts=True)
