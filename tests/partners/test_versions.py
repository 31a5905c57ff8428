"""How an organisation stood, and the ways back: a version's page, put back, undo."""

from datetime import date
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.permissions import Role
from common.templatetags.look import undo_address
from partners.models import (
    Alias,
    Classification,
    Contact,
    ImportRun,
    Organisation,
    Representation,
)
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.partners.changes import change, on_day

pytestmark = pytest.mark.django_db
PARTS = (Organisation, Alias, Contact, Classification, Representation)


@pytest.fixture
def northgate(coordinator) -> Organisation:
    with change("organisation.added", day=0):
        return OrganisationFactory(name="Northgate", coalition=coordinator.membership.coalition)


def address(name: str, organisation: Organisation, made) -> str:
    return reverse(f"partners:{name}", args=[organisation.coalition.slug, organisation.pk, made])


def post(client: MemberClient, name: str, organisation: Organisation, made, **data):
    return client.post(address(name, organisation, made), data)


def last_message(answer):
    return list(get_messages(answer.wsgi_request))[-1]


def rows() -> dict[str, list]:
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in PARTS}


def update(organisation: Organisation, **values) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(**values)


# ---------------------------------------------------------------- a version's page


@pytest.fixture
def renamed(northgate):
    """Northgate with a phone-book name, a person and a sector; all of it changed a day later."""
    with change(day=1) as made:
        term = TermFactory(coalition=northgate.coalition, name="Food and farming")
        ClassificationFactory(organisation=northgate, term=term)
        ContactFactory(organisation=northgate, name="Dev Patel", email="dev@north.example")
    with change(day=2):
        update(northgate, name="Northgate Grocers")
        Contact.objects.update(name="Marisol Ortega")
        Classification.objects.all().delete()
    return made


def test_version_shows_the_profile_as_it_was_and_what_it_says_today(
    coordinator, northgate, renamed
):
    page = coordinator.get(address("version", northgate, renamed))
    text = page.content.decode()
    assert "Northgate as it was on March 14, 2026" in text
    shown = page.context["version"]
    assert {line.label: (line.then, line.now) for line in shown.lines if line.differs} == {
        "Name": (("Northgate",), ("Northgate Grocers",)),
        "Sectors": (("Food and farming",), ()),
        "Person": (
            ("Dev Patel, Speaks for them, dev@north.example, (410) 555-0100",),
            ("Marisol Ortega, Speaks for them, dev@north.example, (410) 555-0100",),
        ),
    }
    assert "Today: Northgate Grocers" in text
    assert "Put back to this version" in text


def test_version_that_is_as_today_offers_nothing_to_put_back(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="northgate.example")
    text = coordinator.get(address("version", northgate, made)).content.decode()
    assert "They stand today exactly as they did then." in text
    assert "Put back to this version" not in text


def test_version_cannot_be_put_back_by_who_only_reads(member, northgate, renamed):
    reader = member(Role.STEERING, coalition=northgate.coalition)
    text = reader.get(address("version", northgate, renamed)).content.decode()
    assert "Northgate as it was" in text
    assert "Put back" not in text


def test_version_of_a_change_elsewhere_is_not_there(coordinator, northgate):
    with change(day=1) as elsewhere:
        OrganisationFactory(coalition=northgate.coalition)
    for made in (elsewhere, uuid4()):
        assert coordinator.get(address("version", northgate, made)).status_code == 404


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_version_is_closed_to_who_may_not_see_history(role, northgate, renamed):
    membership = MembershipFactory(role=role, coalition=northgate.coalition)
    RepresentationFactory(organisation=northgate, membership=membership)
    client = MemberClient.of(membership)
    assert client.get(address("version", northgate, renamed)).status_code == 403


@pytest.mark.parametrize("name", ["put_back", "undo"])
@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_way_back_is_closed_to_who_may_not_edit(name, role, member, northgate, renamed):
    before = rows()
    client = member(role, coalition=northgate.coalition)
    assert post(client, name, northgate, renamed).status_code == 403
    assert rows() == before


@pytest.mark.parametrize("name", ["put_back", "undo"])
def test_way_back_of_another_coalition_is_not_there(name, member, northgate, renamed):
    before = rows()
    outsider = member(Role.ADMINISTRATOR)
    assert post(outsider, name, northgate, renamed).status_code == 404
    ours = reverse(f"partners:{name}", args=[outsider.slug, northgate.pk, renamed])
    assert outsider.post(ours).status_code == 404
    assert rows() == before


# ---------------------------------------------------------------- put back


def test_put_back_restores_fields_people_and_terms(coordinator, northgate):
    with change(day=1) as made:
        ClassificationFactory(organisation=northgate)
        ContactFactory(organisation=northgate, name="Dev Patel")
    before = rows()
    with change(day=2):
        update(northgate, name="Renamed", website="renamed.example")
        Classification.objects.all().delete()
        Contact.objects.all().delete()
        AliasFactory(organisation=northgate)
    answer = post(coordinator, "put_back", northgate, made)
    assert (answer.status_code, answer["Location"]) == (302, northgate.get_absolute_url())
    assert rows() == before


def test_put_back_to_before_a_change_takes_that_change_and_later_ones_back(coordinator, northgate):
    before = rows()
    with change(day=1) as made:
        update(northgate, website="one.example")
    with change(day=2):
        AliasFactory(organisation=northgate)
    post(coordinator, "put_back", northgate, made, to="before")
    assert rows() == before


def test_put_back_can_be_undone_from_its_message(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="one.example")
    with change(day=2):
        update(northgate, website="two.example")
        ContactFactory(organisation=northgate)
    before = rows()
    message = last_message(post(coordinator, "put_back", northgate, made))
    assert str(message) == "Northgate: put back to the earlier version."
    assert rows() != before
    assert coordinator.post(undo_address(message)).status_code == 302
    assert rows() == before


def test_put_back_is_told_in_the_history(coordinator, northgate, renamed):
    post(coordinator, "put_back", northgate, renamed)
    url = reverse("partners:history", args=[coordinator.slug, northgate.pk])
    newest = coordinator.get(url).context["timeline"].entries[0]
    who = coordinator.membership.person.full_name
    assert newest.headline == f"{who} put them back to an earlier version"


def test_put_back_leaves_who_may_sign_in(coordinator, northgate, renamed):
    with change(day=3):
        RepresentationFactory(organisation=northgate)
    post(coordinator, "put_back", northgate, renamed)
    assert Representation.objects.count() == 1


def test_put_back_leaves_other_organisations_alone(coordinator, northgate, renamed):
    other = AliasFactory(organisation__coalition=northgate.coalition).organisation
    post(coordinator, "put_back", northgate, renamed)
    assert other.aliases.count() == 1


def refused(client: MemberClient, name: str, organisation: Organisation, made, **data) -> str:
    """The sentence with which it says no, having changed nothing."""
    before = rows()
    message = last_message(post(client, name, organisation, made, **data))
    assert message.level_tag == "warning"
    assert rows() == before
    return str(message)


def test_put_back_to_how_they_stand_is_refused(coordinator, northgate, renamed):
    with change(day=3) as made:
        update(northgate, website="northgate.example")
    sentence = refused(coordinator, "put_back", northgate, made)
    assert sentence == "They already stand as they did then."


def test_put_back_to_before_they_joined_is_refused(coordinator, northgate):
    with change("organisation.added", day=1) as made:
        other = OrganisationFactory(coalition=northgate.coalition)
    sentence = refused(coordinator, "put_back", other, made, to="before")
    assert sentence == "Before that they were not on the list. There is nothing to go back to."


def test_put_back_of_a_change_elsewhere_is_refused(coordinator, northgate):
    sentence = refused(coordinator, "put_back", northgate, uuid4())
    assert sentence == "There is no such change in their history."


@pytest.mark.parametrize("fate", ["retired", "deleted"])
def test_put_back_of_a_term_that_is_gone_is_refused(fate, coordinator, northgate):
    with change(day=1) as made:
        term = TermFactory(coalition=northgate.coalition, name="Food and farming")
        ClassificationFactory(organisation=northgate, term=term)
    with change(day=2):
        Classification.objects.all().delete()
    if fate == "deleted":
        term.delete()
    else:
        type(term).objects.update(retired_on=date(2026, 5, 1))
    sentence = refused(coordinator, "put_back", northgate, made)
    assert sentence == ("Food and farming: no longer in your lists. Bring it back there first.")


def test_put_back_of_someone_who_left_the_coalition_is_refused(coordinator, northgate):
    coalition = northgate.coalition
    ended = MembershipFactory(coalition=coalition, ended=True, person__full_name="Dev Patel")
    with change(day=1) as made:
        update(northgate, owner=ended.person)
    with change(day=2):
        update(northgate, owner=None)
    sentence = refused(coordinator, "put_back", northgate, made)
    assert sentence == (
        "Dev Patel, who looked after them then, no longer can. Choose someone else by hand."
    )


# ---------------------------------------------------------------- undo


def test_undo_takes_one_change_back(coordinator, northgate):
    with change(day=1):
        update(northgate, kind="prospect")
    before = rows()
    with change(day=2) as made:
        update(northgate, website="wrong.example")
        AliasFactory(organisation=northgate)
    answer = post(coordinator, "undo", northgate, made)
    assert (answer.status_code, answer["Location"]) == (302, northgate.get_absolute_url())
    assert rows() == before


def test_undo_can_be_undone_from_its_message(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="right.example")
    after = rows()
    message = last_message(post(coordinator, "undo", northgate, made))
    coordinator.post(undo_address(message))
    assert rows() == after


def test_undo_keeps_a_later_change_of_something_else(coordinator, northgate):
    with change(day=1) as made:
        alias = AliasFactory(organisation=northgate)
    with change(day=2):
        update(northgate, website="northgate.example")
    post(coordinator, "undo", northgate, made)
    assert not Alias.objects.filter(pk=alias.pk).exists()
    assert Organisation.objects.get(pk=northgate.pk).website == "northgate.example"


def test_undo_is_refused_after_a_later_change_of_the_same_row(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="one.example")
    with change(day=2):
        update(northgate, kind="prospect")
        ContactFactory(organisation=northgate)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This was changed again since, so it cannot be undone any more: Kind."


def test_undo_twice_is_refused(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="one.example")
    post(coordinator, "undo", northgate, made)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This was changed again since, so it cannot be undone any more: Website."


def test_undo_of_an_organisation_just_added_removes_it(coordinator, northgate):
    with change("organisation.added", day=1) as made:
        contact = ContactFactory(organisation__coalition=northgate.coalition)
    answer = post(coordinator, "undo", contact.organisation, made)
    assert answer["Location"] == reverse("partners:list", args=[coordinator.slug])
    assert list(Organisation.objects.all()) == [northgate]
    assert not Contact.objects.exists()


def test_undo_of_an_organisation_that_has_grown_since_is_refused(coordinator, northgate):
    with change("organisation.added", day=1) as made:
        other = OrganisationFactory(coalition=northgate.coalition)
    with change(day=2):
        ContactFactory(organisation=other, name="Dev Patel")
    sentence = refused(coordinator, "undo", other, made)
    assert sentence == "This was changed again since, so it cannot be undone any more: Person."


def test_undo_of_an_import_points_to_its_own_undo(coordinator, northgate):
    with change("partners.imported", day=1) as made:
        AliasFactory(organisation=northgate)
    ImportRun.objects.create(coalition=northgate.coalition, file_name="a.csv", change_id=made)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This came with an import. Take it back on the page of that import."


def test_undo_of_a_change_that_touched_others_is_refused(coordinator, northgate):
    with change(day=1) as made:
        AliasFactory(organisation=northgate)
        AliasFactory(organisation__coalition=northgate.coalition)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == "This changed others too, in one go, so it is not undone for them alone."


def test_undo_of_who_may_sign_in_is_refused(coordinator, northgate):
    with change(day=1) as made:
        RepresentationFactory(organisation=northgate)
    sentence = refused(coordinator, "undo", northgate, made)
    assert sentence == (
        "Who may sign in for them is not undone here. Change it under their people."
    )


def test_undo_of_a_change_elsewhere_is_refused(coordinator, northgate):
    with change(day=1) as elsewhere:
        OrganisationFactory(coalition=northgate.coalition)
    sentence = refused(coordinator, "undo", northgate, elsewhere)
    assert sentence == "There is no such change in their history."


def test_retiring_is_undone_from_its_message(coordinator, northgate):
    before = rows()
    url = reverse("partners:retire", args=[coordinator.slug, northgate.pk])
    answer = coordinator.post(url, {"on": "2026-05-01", "reason": "Closed down"})
    assert Organisation.objects.get(pk=northgate.pk).is_retired
    coordinator.post(undo_address(last_message(answer)))
    assert rows() == before


def test_ways_back_answer_only_to_a_press(coordinator, northgate, renamed):
    for name in ("put_back", "undo"):
        assert coordinator.get(address(name, northgate, renamed)).status_code == 405


def test_version_is_dated_by_its_change(coordinator, northgate, renamed):
    page = coordinator.get(address("version", northgate, renamed))
    assert page.context["version"].entry.moment == on_day(1)
