"""Merging, erasing, and what the database keeps."""

import pytest
from django.db import IntegrityError, transaction

from common.history.tracking import recording
from common.models import Letter
from common.refusal import Refusal
from partners import operations
from partners.models import Application, Contact, DecisionLetter
from partners.operations.calls import erasing
from partners.operations.merging.unmerging import unmerge
from tests.factories import NOW, TODAY, ApplicationFactory, OrganisationFactory, ReviewFactory
from tests.partners.calls.deciding.steps import decide, press_send, take_in, where

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


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
