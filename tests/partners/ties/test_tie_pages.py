"""Ties on a partner's page: added, changed, ended, taken back, and told in the stories of both."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Relation, Tie
from partners.reports.history.timeline import timeline
from tests.factories import AliasFactory, OrganisationFactory, RelationFactory, TieFactory
from tests.forms import carried

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ana(member):
    client = member(Role.COORDINATOR)
    client.membership.person.full_name = "Ana Ruiz"
    client.membership.person.save()
    return client


@pytest.fixture
def two(ana):
    coalition = ana.membership.coalition
    return [OrganisationFactory(coalition=coalition, name=name) for name in ("Oak", "Elm")]


def address(client, name, organisation, *args):
    return reverse(f"partners:{name}", args=[client.slug, organisation.pk, *args])


def add(client, organisation, **told):
    page = address(client, "tie_add", organisation)
    return client.post(page, form_of(client.get(page)) | told, follow=True)


def form_of(page):
    """What an untouched form would send: its shown answers, and what it carries."""
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    key = "opened" if 'name="opened"' in page.text else "form_key"
    told = {name: "" if value is None else str(value) for name, value in shown.items()}
    return told | {key: carried(page, key)}


def newest(organisation):
    return timeline(organisation, may_see_contacts=True).entries[0]


def test_tie_is_added_by_a_name_and_told_in_both_stories(ana, two):
    oak, elm = two
    AliasFactory(organisation=elm, name="The Elms")
    answer = add(ana, oak, other="the elms", relation="Referral", theirs="4", others="2")
    tie = Tie.objects.get()
    assert (tie.relation.name, tie.level_first, tie.level_second) == ("Referral", 4, 2)
    assert "The two see this two levels or more apart." in answer.text
    assert newest(oak).headline == (
        "Tie added: Referral with Elm, level 4 as they see it, level 2 as Elm sees it"
    )
    assert newest(elm).headline == (
        "Tie added: Referral with Oak, level 2 as they see it, level 4 as Oak sees it"
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Birch", "No partner is called so."),
        ("Oak", "An organisation is not tied to itself."),
        ("Twin", "Several partners are called so."),
    ],
)
def test_tie_to_nobody_to_oneself_or_to_one_of_several_is_refused(ana, two, name, sentence):
    OrganisationFactory.create_batch(2, coalition=two[0].coalition, name="Twin")
    answer = add(ana, two[0], other=name, relation="Contact")
    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Tie.objects.exists()


def test_tie_that_is_told_already_is_refused_from_the_other_side_too(ana, two):
    oak, elm = two
    add(ana, oak, other="Elm", relation="Contact")
    answer = add(ana, elm, other="Oak", relation="contact")
    assert answer.status_code == 422
    answer = add(ana, elm, other="Oak", relation="Contact")
    assert "They are tied to Oak in this way already (Contact)." in answer.text
    assert Tie.objects.count() == 1


def test_tie_is_edited_from_the_other_side_ended_and_taken_up_again(ana, two):
    oak, elm = two
    add(ana, oak, other="Elm", relation="Contact", theirs="3")
    tie = Tie.objects.get()
    page = address(ana, "tie_edit", elm, tie.pk)
    ana.post(page, form_of(ana.get(page)) | {"theirs": "1"})
    tie.refresh_from_db()
    assert (tie.first_id, tie.level_first, tie.level_second) == (oak.pk, 3, 1)
    assert (
        newest(oak).headline == "Contact with Elm, level 3 as they see it, level 1 as Elm sees it"
    )
    ana.post(address(ana, "tie_end", oak, tie.pk))
    tie.refresh_from_db()
    assert tie.until_on is not None
    assert newest(elm).headline.startswith("Contact with Oak until ")
    ana.post(address(ana, "tie_resume", oak, tie.pk))
    assert newest(elm).headline == "Contact with Oak goes on"


def test_undo_of_the_message_takes_each_change_back(ana, two):
    oak, _elm = two
    add(ana, oak, other="Elm", relation="Contact", theirs="3")
    tie = Tie.objects.get()
    ana.post(address(ana, "tie_end", oak, tie.pk))
    ana.post(address(ana, "tie_undo", oak, newest(oak).change))
    tie.refresh_from_db()
    assert tie.until_on is None
    added = timeline(oak, may_see_contacts=True).entries[2].change
    answer = ana.post(address(ana, "tie_undo", oak, added), follow=True)
    assert "This was changed again since" in answer.text
    assert Tie.objects.exists()


def test_added_tie_is_taken_back_from_either_story(ana, two):
    oak, elm = two
    add(ana, oak, other="Elm", relation="Contact")
    ana.post(reverse("partners:undo", args=[ana.slug, elm.pk, newest(elm).change]))
    assert not Tie.objects.exists()
    assert newest(oak).headline == "Tie removed: Contact with Elm"


def test_queries_are_the_same_for_one_tie_and_for_twenty(ana, two, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (1, 19):
        for _each in range(number):
            TieFactory(first=two[0], relation=RelationFactory(coalition=two[0].coalition))
        with CaptureQueriesContext(connection) as captured:
            ana.get(address(ana, "ties", two[0]))
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12


def test_viewer_sees_ties_and_changes_none_and_a_partner_sees_none(ana, two, member):
    oak, elm = two
    TieFactory(first=oak, second=elm, note="Old friends")
    coalition = oak.coalition
    viewer = member(Role.VIEWER, coalition=coalition)
    page = viewer.get(address(viewer, "ties", oak))
    assert "Elm" in page.text
    assert "Add a tie" not in page.text
    assert viewer.get(address(viewer, "tie_add", oak)).status_code == 403
    partner = member(Role.PARTNER, coalition=coalition)
    assert partner.get(address(partner, "ties", oak)).status_code == 404


def test_kinds_of_ties_are_added_renamed_retired_and_offered_again(ana, two):
    page = reverse("partners:relations", args=[ana.slug])
    add_url = reverse("partners:relation_add", args=[ana.slug])
    ana.post(add_url, {"name": "Shared staff"})
    relation = Relation.objects.get()
    rename = reverse("partners:relation_rename", args=[ana.slug, relation.pk])
    ana.post(rename, {"name": "Shared people"})
    assert (
        "There is a kind of tie of that name already."
        in ana.post(add_url, {"name": "shared PEOPLE"}).text
    )
    ana.post(reverse("partners:relation_retire", args=[ana.slug, relation.pk]))
    assert "offered no more" in ana.get(page).text
    assert "Shared people" not in ana.get(address(ana, "tie_add", two[0])).text
    ana.post(reverse("partners:relation_reinstate", args=[ana.slug, relation.pk]))
    assert "Shared people" in ana.get(address(ana, "tie_add", two[0])).text
