"""Suggest a partner: it waits, is answered, and the one who suggested sees what became of it."""

import pytest
from django.db import IntegrityError, transaction

from accounts.permissions import Role
from common.models import Letter
from partners import operations
from partners.models import Nomination, Organisation, PipelineStep
from tests.factories import (
    NOW,
    AliasFactory,
    NominationFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.forms import carried
from tests.partners.listing.test_grouping import undo_on
from tests.partners.pipeline.way import at, moved, one, stands, text

pytestmark = pytest.mark.django_db
TOLD = {
    "name": "Route 9 Bus Company",
    "why": "They drive where nobody else goes.",
    "known_from": "My brother drives for them",
    "whom": "Sam, the dispatcher",
    "would_introduce": "on",
}


def suggest(client, **told):
    address = at(client, "suggest")
    sent = {"form_key": carried(client.get(address), "form_key"), **TOLD, **told}
    return client.post(address, sent, follow=True)


def waiting(client, **fields) -> Nomination:
    return NominationFactory(coalition=client.membership.coalition, **fields)


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER, Role.STEERING, Role.COORDINATOR])
def test_every_member_suggests_and_sees_that_it_waits(member, role):
    client = member(role)
    page = text(suggest(client))
    assert "Route 9 Bus Company" in page
    assert "Waiting" in page
    made = Nomination.objects.get()
    assert (made.suggested_by, made.state, made.would_introduce) == (
        client.membership.person,
        "waiting",
        True,
    )


def test_suggestion_without_a_reason_is_asked_for_it(member):
    client = member(Role.PARTNER)
    assert suggest(client, why="").status_code == 422
    assert not Nomination.objects.exists()


def test_pressed_twice_it_is_suggested_once(member):
    client = member(Role.PARTNER)
    address = at(client, "suggest")
    sent = {"form_key": carried(client.get(address), "form_key"), **TOLD}
    for _press in range(2):
        client.post(address, sent)
    assert Nomination.objects.count() == 1


def test_members_see_their_own_only(member):
    client = member(Role.PARTNER)
    waiting(client, name="Somebody else's wish")
    suggest(client)
    page = text(client.get(at(client, "my_suggestions")))
    assert "Route 9 Bus Company" in page
    assert "Somebody else" not in page


def test_taken_up_it_is_a_prospect_with_its_first_step_and_one_undo(coordinator):
    nomination = waiting(coordinator, name="Route 9 Bus Company", why="They drive everywhere")
    person = coordinator.membership.person
    answer = coordinator.post(
        at(coordinator, "suggestion_accept", nomination.pk), {"owner": person.pk}, follow=True
    )
    made = Organisation.objects.get(name="Route 9 Bus Company")
    assert stands(made) == ("prospect", "prospect", False)
    assert made.owner == person
    assert f"{nomination.suggested_by} suggested them" in text(answer)
    assert "They drive everywhere" in text(answer)
    answer = coordinator.post(undo_on(answer), follow=True)
    assert not Organisation.objects.filter(pk=made.pk).exists()
    assert not PipelineStep.objects.exists()
    nomination.refresh_from_db()
    assert (nomination.state, nomination.organisation) == ("waiting", None)
    assert "Route 9 Bus Company" in text(answer)


def test_what_was_taken_up_is_told_so_in_the_history_of_the_prospect(coordinator):
    nomination = waiting(coordinator, name="Route 9 Bus Company")
    owner = {"owner": coordinator.membership.person_id}
    coordinator.post(at(coordinator, "suggestion_accept", nomination.pk), owner)
    made = Organisation.objects.get(name="Route 9 Bus Company")
    told = text(coordinator.get(at(coordinator, "history", made.pk)))
    assert "took up a suggestion of them" in told


def named_alike(client, nomination: Nomination) -> list[str]:
    page = client.get(at(client, "suggestion", nomination.pk))
    return [one.organisation.name for one in page.context["alike"]]


def test_who_is_likely_here_already_is_offered_and_linked(coordinator):
    known = one(coordinator, "Route 9 Bus Company", kind="stakeholder")
    one(coordinator, "Elm Clinic")
    nomination = waiting(coordinator, name="Rout 9 Bus Company")
    assert named_alike(coordinator, nomination) == ["Route 9 Bus Company"]
    answer = coordinator.post(
        at(coordinator, "suggestion_link", nomination.pk, known.pk), follow=True
    )
    assert stands(known) == ("prospect", "prospect", False)
    nomination.refresh_from_db()
    assert (nomination.state, nomination.organisation) == ("known", known)
    coordinator.post(undo_on(answer))
    assert stands(known) == ("", "stakeholder", False)


@pytest.mark.parametrize(
    ("told", "is_offered"),
    [
        ({"name": "Cedar Lane Health Center"}, True),
        ({"name": "CLHC"}, True),
        ({"name": "The clinic on Cedar Lane", "website": "https://www.cedarlane.example/"}, True),
        ({"name": "Cedar Lane Health Centre", "website": "cedarlane.example"}, True),
        ({"name": "Oak Street Library"}, False),
    ],
    ids=lambda told: told["name"] if isinstance(told, dict) else "",
)
def test_likely_ones_are_judged_as_duplicates_are(coordinator, told, is_offered):
    one(coordinator, "Cedar Lane Health Center", website="cedarlane.example", retired=True)
    assert bool(named_alike(coordinator, waiting(coordinator, **told))) is is_offered


def test_other_name_of_an_organisation_is_known_too(coordinator):
    known = one(coordinator, "Neighborhood Health Partnership")
    AliasFactory(organisation=known, name="Route 9 Clinic")
    nomination = waiting(coordinator, name="Route 9 Clinic")
    assert named_alike(coordinator, nomination) == ["Neighborhood Health Partnership"]


def test_linked_member_stays_a_member(coordinator):
    known = one(coordinator, "Route 9 Bus Co")
    nomination = waiting(coordinator, name="Route 9 Bus Co.")
    coordinator.post(at(coordinator, "suggestion_link", nomination.pk, known.pk))
    assert stands(known) == ("member", "partner", False)
    assert not PipelineStep.objects.exists()


def test_declined_with_a_reason_which_the_one_who_suggested_reads(member, coordinator):
    client = member(Role.PARTNER, coalition=coordinator.membership.coalition)
    suggest(client)
    nomination = Nomination.objects.get()
    address = at(coordinator, "suggestion_decline", nomination.pk)
    assert coordinator.post(address, {"answer": ""}).status_code == 422
    answer = coordinator.post(address, {"answer": "Their line was closed in May."}, follow=True)
    page = text(client.get(at(client, "my_suggestions")))
    assert "Not taken up" in page
    assert "Their line was closed in May." in page
    coordinator.post(undo_on(answer))
    assert "Waiting" in text(client.get(at(client, "my_suggestions")))


def letters_to(client):
    letters = Letter.objects.filter(
        kind="partners/suggestion_answered", to_address=client.membership.person.email
    )
    return [letter.text for letter in letters.order_by("pk")]


def test_answer_leaves_by_letter_for_who_suggested_them(member, coordinator):
    client = member(Role.PARTNER, coalition=coordinator.membership.coalition)
    suggest(client)
    address = at(coordinator, "suggestion_decline", Nomination.objects.get().pk)
    coordinator.post(address, {"answer": "Their line was closed in May."})
    (letter,) = letters_to(client)
    assert "Route 9 Bus Company" in letter
    assert "Their line was closed in May." in letter


def test_own_suggestion_taken_up_by_oneself_needs_no_letter(coordinator):
    suggest(coordinator)
    nomination = Nomination.objects.get()
    coordinator.post(at(coordinator, "suggestion_accept", nomination.pk), {"owner": ""})
    assert Organisation.objects.filter(name="Route 9 Bus Company").exists()
    assert letters_to(coordinator) == []


def test_nominator_sees_how_far_it_is_and_no_more(member, coordinator):
    client = member(Role.PARTNER, coalition=coordinator.membership.coalition)
    suggest(client)
    nomination = Nomination.objects.get()
    coordinator.post(at(coordinator, "suggestion_accept", nomination.pk), {"owner": ""})
    made = Organisation.objects.get(name=TOLD["name"])
    assert "on our list of prospects" in text(client.get(at(client, "my_suggestions")))
    moved(coordinator, made, "member", reason="A secret reason")
    page = client.get(at(client, "my_suggestions"))
    assert "a member now" in text(page)
    assert "secret" not in text(page)
    assert at(client, "pipeline_of", made.pk) not in page.content.decode()


def test_answered_twice_it_is_told_what_it_was_decided(coordinator):
    nomination = waiting(coordinator)
    for _press in range(2):
        answer = coordinator.post(
            at(coordinator, "suggestion_accept", nomination.pk), {"owner": ""}, follow=True
        )
    assert "This was decided already: Taken up." in text(answer)
    assert Organisation.objects.filter(name=nomination.name).count() == 1


def test_withdrawn_by_who_suggested_it_and_by_nobody_else(member):
    client = member(Role.PARTNER)
    suggest(client)
    nomination = Nomination.objects.get()
    other = member(Role.VIEWER, coalition=client.membership.coalition)
    address = at(client, "suggestion_withdraw", nomination.pk)
    assert other.post(address).status_code == 404
    answer = client.post(address, follow=True)
    nomination.refresh_from_db()
    assert nomination.state == "withdrawn"
    client.post(undo_on(answer))
    nomination.refresh_from_db()
    assert nomination.state == "waiting"


def test_undo_of_somebody_else_is_not_found(member, coordinator):
    client = member(Role.PARTNER)
    change = undo_on(suggest(client)).rstrip("/").split("/")[-1]
    other = member(Role.VIEWER, coalition=client.membership.coalition)
    for stranger in (other, coordinator):
        assert stranger.post(at(stranger, "suggestion_undo", change)).status_code == 404
    assert Nomination.objects.exists()


def test_board_says_how_many_wait(coordinator):
    NominationFactory()
    for _each in range(2):
        waiting(coordinator)
    assert "2 suggestions wait for an answer." in text(coordinator.get(at(coordinator, "pipeline")))


def test_list_names_for_whom_somebody_speaks(coordinator):
    spoken_for = RepresentationFactory(organisation__coalition=coordinator.membership.coalition)
    waiting(coordinator, suggested_by=spoken_for.membership.person)
    page = text(coordinator.get(at(coordinator, "suggestions")))
    assert str(spoken_for.organisation) in page


def test_suggestion_follows_a_merge_and_comes_back(coordinator):
    survivor, other = one(coordinator, "Route 9 Buses"), one(coordinator, "Route 9 Bus Co")
    nomination = waiting(coordinator)
    operations_of = at(coordinator, "suggestion_link", nomination.pk, other.pk)
    coordinator.post(operations_of)
    person = coordinator.membership.person
    merge = operations.merge(survivor, others=[other], choices={}, by=person, at=NOW)[0]
    nomination.refresh_from_db()
    assert nomination.organisation_id == survivor.pk
    operations.unmerge(merge, by=person, at=NOW)
    nomination.refresh_from_db()
    assert nomination.organisation_id == other.pk


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lost"},
        {"state": "accepted"},
        {"state": "declined"},
        {"why": ""},
        {"decided_at": NOW},
    ],
)
def test_suggestion_that_makes_no_sense_is_refused_by_the_database(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        NominationFactory(**wrong)


def test_organisation_of_another_coalition_is_refused_by_the_database(coordinator):
    nomination = waiting(coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Nomination.objects.filter(pk=nomination.pk).update(
            state="known",
            organisation=OrganisationFactory(),
            decided_by=coordinator.membership.person,
            decided_at=NOW,
        )
        transaction.get_connection().check_constraints()
