"""Onto the list."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from common.refusal import Refusal
from partners.models import Contact, Organisation, PipelineStep
from partners.operations.calls import deciding
from partners.reports.history.timeline import timeline
from tests.factories import NOW, TODAY, ContactFactory, OrganisationFactory
from tests.partners.calls.deciding.steps import decide, take_in, undo, where
from tests.partners.calls.doors import address, said

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


def test_accepted_application_becomes_a_prospect_with_its_words(coordinator, application):
    decide(coordinator, application)
    answer = take_in(coordinator, application)
    organisation = Organisation.objects.get()
    assert said(answer) == ["Elm Center is a prospect now."]
    assert (organisation.kind, organisation.name) == ("prospect", "Elm Center")
    assert "Since 1990, in every street." in organisation.description
    contact = Contact.objects.get()
    assert (contact.name, contact.email, contact.role) == (
        "Lena Moss",
        "lena@elm.example",
        "representative",
    )
    application.refresh_from_db()
    assert application.organisation == organisation
    page = coordinator.get(address("applications_of", coordinator, organisation.pk))
    assert "Since 1990, in every street." in page.text
    told = timeline(organisation, may_see_contacts=True).entries[0]
    assert told.headline == "Joined the list"
    assert "They had applied to the call “Riverbend”" in told.sentences
    story = coordinator.get(address("call_story", coordinator, application.call_id)).context[
        "story"
    ]
    who = coordinator.membership.person
    assert [line.words for line in story[:2]] == [
        f"Elm Center came onto the list, by {who}",
        f"{who} decided on Elm Center: Accepted",
    ]


def test_prospect_from_a_call_has_the_first_step_of_its_way(coordinator, application):
    decide(coordinator, application)
    answer = take_in(coordinator, application)
    (step,) = PipelineStep.objects.all()
    assert (step.stage, step.reason) == ("prospect", "They applied to the call “Riverbend”")
    undo(coordinator, answer)
    assert not PipelineStep.objects.exists()


def test_prospect_is_made_once_and_taken_back_whole(coordinator, application):
    decide(coordinator, application)
    answer = take_in(coordinator, application)
    assert (
        coordinator.get(where("application_take_in", coordinator, application)).status_code == 302
    )
    undo(coordinator, answer)
    assert not Organisation.objects.exists()
    assert not Contact.objects.exists()
    application.refresh_from_db()
    assert application.organisation is None
    assert application.decision == "accepted"


def test_prospect_taken_back_from_its_own_history_leaves_the_application(coordinator, application):
    decide(coordinator, application)
    take_in(coordinator, application)
    organisation = Organisation.objects.get()
    change = timeline(organisation, may_see_contacts=True).entries[0].change
    coordinator.post(
        reverse("partners:undo", args=[coordinator.slug, organisation.pk, change]), follow=True
    )
    assert not Organisation.objects.exists()
    application.refresh_from_db()
    assert application.organisation is None


def test_likely_twin_is_offered_and_linked(coordinator, application):
    coalition = application.coalition
    twin = OrganisationFactory(coalition=coalition, name="The Elm Centre", email="lena@elm.example")
    OrganisationFactory(coalition=coalition, name="Oak Clinic")
    decide(coordinator, application)
    page = coordinator.get(where("application_take_in", coordinator, application))
    assert [one.organisation for one in page.context["likely"]] == [twin]
    url = where("application_link", coordinator, application, twin.pk)
    answer = coordinator.post(url, {"with_contact": "on"}, follow=True)
    assert said(answer) == ["The application stands with The Elm Centre now."]
    application.refresh_from_db()
    assert application.organisation == twin
    assert Contact.objects.get().organisation == twin
    told = timeline(twin, may_see_contacts=True).entries[0]
    assert "They had applied to the call “Riverbend”" in (
        told.headline,
        *(detail.sentence for detail in told.details),
    )
    undo(coordinator, answer)
    application.refresh_from_db()
    assert application.organisation is None
    assert not Contact.objects.exists()


@pytest.mark.parametrize(
    ("before", "stage"),
    [
        ({"kind": "stakeholder"}, "prospect"),
        (
            {"kind": "partner", "retired_on": TODAY, "retired_reason": "Moved away"},
            "in_conversation",
        ),
    ],
)
def test_who_was_not_on_the_way_is_by_an_accepted_application(
    coordinator, application, before, stage
):
    known = OrganisationFactory(coalition=application.coalition, **before)
    decide(coordinator, application)
    answer = coordinator.post(
        where("application_link", coordinator, application, known.pk), follow=True
    )
    (step,) = PipelineStep.objects.all()
    assert (step.organisation, step.stage) == (known, stage)
    assert step.reason == "They applied to the call “Riverbend”"
    known.refresh_from_db()
    assert (known.kind, known.retired_on) == ("prospect", None)
    undo(coordinator, answer)
    known.refresh_from_db()
    assert (known.kind, known.retired_on) == (before["kind"], before.get("retired_on"))
    assert not PipelineStep.objects.exists()


@pytest.mark.parametrize("kind", ["partner", "prospect"])
def test_who_is_at_the_table_or_on_the_way_stays_where_they_stand(coordinator, application, kind):
    known = OrganisationFactory(coalition=application.coalition, kind=kind)
    decide(coordinator, application)
    coordinator.post(where("application_link", coordinator, application, known.pk), follow=True)
    known.refresh_from_db()
    assert known.kind == kind
    assert not PipelineStep.objects.exists()


def test_contact_that_is_known_there_is_not_added_again(coordinator, application):
    decide(coordinator, application)
    known = ContactFactory(organisation__coalition=application.coalition, email="LENA@elm.example")
    deciding.link(
        application,
        known.organisation,
        with_contact=True,
        by=coordinator.membership.person,
        at=NOW,
    )
    assert Contact.objects.get() == known


def test_somebody_who_was_not_accepted_does_not_come_onto_the_list(coordinator, application):
    decide(coordinator, application, "waiting")
    newcomer = deciding.Newcomer("Elm", "", "", None, with_contact=False)
    with pytest.raises(Refusal, match="Accept the application first"):
        deciding.take_in(application, newcomer, by=coordinator.membership.person, at=NOW)


def test_who_is_on_the_list_is_not_declined_by_and_by(coordinator, application):
    decide(coordinator, application)
    take_in(coordinator, application)
    answer = decide(coordinator, application, "declined")
    assert answer.status_code == 422
    assert "They are on your list by this application." in answer.text


def test_record_of_a_decided_call_stays_readable_and_shut(coordinator, member, application):
    decide(coordinator, application, "declined")
    coordinator.post(address("call_finish", coordinator, application.call_id))
    steering = member(Role.STEERING, coalition=application.coalition)
    page = steering.get(where("application", steering, application))
    assert "They know the place." in page.text
    assert "Since 1990, in every street." in page.text
    answer = decide(coordinator, application, "accepted")
    assert "All is decided, so the call stays as it is, as a record." in answer.text
    application.refresh_from_db()
    assert application.decision == "declined"
