"""Applications are decided, told by letter once, and come onto the list; all of it on record."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from common.history import recording
from common.models import Letter
from common.refusal import Refusal
from partners import operations
from partners.models import Application, Contact, DecisionLetter, Organisation, PipelineStep
from partners.operations.calls import deciding, erasing
from partners.operations.unmerging import unmerge
from partners.reports.timeline import timeline
from tests.factories import (
    NOW,
    TODAY,
    ApplicationAnswerFactory,
    ApplicationFactory,
    ContactFactory,
    OrganisationFactory,
    ReviewerFactory,
    ReviewFactory,
)
from tests.forms import carried
from tests.partners.calls.doors import address, criteria, open_call, said

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def application(coordinator):
    call = open_call(coordinator.membership.coalition, title="Riverbend", closed_at=NOW)
    row = ApplicationFactory(
        call=call,
        organisation_name="Elm Center",
        contact_name="Lena Moss",
        email="lena@elm.example",
    )
    for one in criteria(call):
        ApplicationAnswerFactory(application=row, criterion=one)
    return row


def where(name, client, application, *more):
    return address(name, client, application.call_id, application.pk, *more)


def decide(client, application, decision="accepted", reason="They know the place."):
    url = where("application_decide", client, application)
    mark = carried(client.get(url), "opened")
    typed = {"decision": decision, "reason": reason, "opened": mark}
    return client.post(url, typed, follow=True)


def take_in(client, application, **told):
    url = where("application_take_in", client, application)
    page = client.get(url)
    form = page.context["form"]
    shown = {name: form[name].value() or "" for name in form.fields}
    shown |= {"with_contact": "on", "form_key": carried(page, "form_key")}
    return client.post(url, shown | told, follow=True)


def undo(client, answer):
    (message,) = answer.context["messages"]
    return client.post(message.extra_tags.removeprefix("undo:"), follow=True)


def test_decision_has_a_reason_and_drafts_the_letter(coordinator, application):
    assert decide(coordinator, application, reason="").status_code == 422
    answer = decide(coordinator, application)
    assert said(answer) == ["It is decided. The letter is drafted; nothing has left yet."]
    application.refresh_from_db()
    assert application.decision == "accepted"
    assert application.decided_by == coordinator.membership.person
    letter = DecisionLetter.objects.get()
    assert "Hello Lena Moss," in letter.body
    assert "They know the place." not in letter.body
    assert not Letter.objects.exists()


def test_letter_speaks_the_language_of_the_applicant(coordinator, application, monkeypatch):
    spoken = []
    from django.utils import translation

    from partners.operations.calls import deciding as module

    def text(application, *, sender):
        spoken.append(translation.get_language())
        return module_text(application, sender=sender)

    module_text = module.letter_text
    monkeypatch.setattr(module, "letter_text", text)
    application.language = "es"
    application.save()
    decide(coordinator, application)
    assert spoken == ["es"]


def test_nothing_is_decided_while_the_call_is_open(coordinator, application):
    application.call.closed_at = None
    application.call.save()
    answer = decide(coordinator, application)
    assert answer.status_code == 422
    assert "Close the call first" in answer.text


def test_who_is_in_conflict_does_not_decide(coordinator, application):
    reviewer = ReviewerFactory(call=application.call, person=coordinator.membership.person)
    ReviewFactory(
        application=application, reviewer=reviewer, has_conflict=True, conflict_words="My firm"
    )
    answer = decide(coordinator, application)
    assert answer.status_code == 422
    assert "Let somebody else decide." in answer.text


def test_decision_changed_before_the_letter_left_drafts_another(coordinator, application):
    decide(coordinator, application, "declined")
    decide(coordinator, application, "waiting")
    assert DecisionLetter.objects.get().decision == "waiting"


def test_decision_is_taken_back_with_its_letter(coordinator, application):
    undo(coordinator, decide(coordinator, application))
    application.refresh_from_db()
    assert (application.decision, application.reason, application.decided_by) == ("", "", None)
    assert not DecisionLetter.objects.exists()


def press_send(client, application, letter):
    page = client.get(where("application", client, application))
    url = where("decision_letter_send", client, application, letter.pk)
    return client.post(url, {"opened": carried(page, "opened")}, follow=True)


def test_letter_leaves_once_as_it_was_shown(coordinator, application):
    decide(coordinator, application)
    letter = DecisionLetter.objects.get()
    page = coordinator.get(where("application", coordinator, application))
    mark = carried(page, "opened")
    url = where("decision_letter_send", coordinator, application, letter.pk)
    deciding.edit_letter(letter, subject="New", body="Better.", by=coordinator.membership.person)
    answer = coordinator.post(url, {"opened": mark}, follow=True)
    assert "read it once more" in said(answer)[0]
    assert not Letter.objects.exists()
    press_send(coordinator, application, letter)
    coordinator.post(url, {"opened": mark}, follow=True)
    sent = Letter.objects.get()
    assert (sent.subject, sent.to_address) == ("New", "lena@elm.example")
    with pytest.raises(Refusal, match="has left"):
        deciding.edit_letter(letter, subject="X", body="Y", by=coordinator.membership.person)


def test_sent_letter_is_not_undone(coordinator, application):
    answer = decide(coordinator, application)
    press_send(coordinator, application, DecisionLetter.objects.get())
    refused = undo(coordinator, answer)
    assert said(refused) == ["This was changed again since, so it cannot be undone any more."]


# ---------------------------------------------------------------- onto the list


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


# ---------------------------------------------------------------- merging


def test_applications_follow_their_organisation_into_a_merge_and_back(coordinator, application):
    coalition, person = application.coalition, coordinator.membership.person
    stays, goes = OrganisationFactory.create_batch(2, coalition=coalition)
    rows = [
        ApplicationFactory(call=application.call, accepted=True, organisation=one, linked_on=TODAY)
        for one in (stays, goes)
    ]
    merge, *_ = operations.merge(stays, others=[goes], choices={}, by=person, at=NOW)
    assert {
        one.organisation for one in Application.objects.filter(pk__in=[r.pk for r in rows])
    } == {stays}
    unmerge(merge, by=person, at=NOW)
    assert [Application.objects.get(pk=row.pk).organisation_id for row in rows] == [
        stays.pk,
        goes.pk,
    ]


# ---------------------------------------------------------------- erasing


def test_applicant_is_erased_from_rows_letters_and_history(coordinator, application):
    decide(coordinator, application, "declined")
    letter = DecisionLetter.objects.get()
    press_send(coordinator, application, letter)
    coordinator.post(where("application_erase", coordinator, application))
    application.refresh_from_db()
    letter.refresh_from_db()
    assert (application.contact_name, application.email) == ("•••", "")
    assert "Lena Moss" not in letter.body
    assert "Lena" not in Letter.objects.get().text
    events = Application.pgh_event_models["update"].objects.filter(pgh_obj_id=application.pk)
    assert set(events.values_list("email", "contact_name")) == {("", "•••")}
    page = coordinator.get(where("application", coordinator, application))
    assert "What was held about this person is erased." in page.text


def test_applicant_who_is_a_contact_by_now_is_erased_there(coordinator, application):
    decide(coordinator, application)
    take_in(coordinator, application)
    with pytest.raises(Refusal, match="They are on your list too, at Elm Center"):
        erasing.erase_applicant(application, by=None, on=TODAY)
    operations.erase_contact(Contact.objects.get(), by=coordinator.membership.person, on=TODAY)
    application.refresh_from_db()
    assert (application.contact_name, application.email) == ("•••", "")


# ---------------------------------------------------------------- what the database keeps


def test_database_refuses_what_must_not_be(application):
    other = OrganisationFactory(coalition=application.coalition)
    stranger = OrganisationFactory()
    for wrong in (
        {"decision": "accepted"},
        {"decision": "perhaps"},
        {"organisation": other, "linked_on": TODAY},
        {"withdrawn_at": NOW, **decided(application)},
        {**decided(application), "organisation": stranger, "linked_on": TODAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), recording("test.tried"):
            Application.objects.filter(pk=application.pk).update(**wrong)


def decided(application):
    return {
        "decision": "accepted",
        "reason": "Yes",
        "decided_on": TODAY,
        "decided_by": application.call.written_by,
    }


def test_page_of_an_application_asks_the_same_for_one_and_three_reviewers(
    coordinator, application, django_assert_max_num_queries
):
    names = ("application", "application_scores", "application_decide", "application_take_in")
    counts = []
    decide(coordinator, application)
    ReviewFactory(application=application, points=2)
    for _round in range(2):
        found = []
        for name in names:
            with django_assert_max_num_queries(12) as counted:
                coordinator.get(where(name, coordinator, application))
            found.append(len(counted))
        counts.append(found)
        ReviewFactory.create_batch(2, application=application, points=2)
    assert counts[0] == counts[1]
