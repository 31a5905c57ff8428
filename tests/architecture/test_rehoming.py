"""Whatever a partner or its people can hold is named when the partner leaves, or says why not."""

import pytest
from django.apps import apps

from accounts.models import Membership
from common.merging.following import all_pointers
from partners.models import Contact, Organisation, Representation
from partners.reports.pipeline.rehoming import all_groups

HELD = {key for group in all_groups() for key in group.keys}
POINTERS = [
    pointer.name
    for model in (Organisation, Contact, Membership, Representation)
    for pointer in all_pointers(model)
    if not pointer.name.startswith("imaginary.")
]
# What needs no new home, and why.
PROFILE = "tells who they are, and stays on their profile"
PAST = "tells what was, and stays as it was"
SEARCHING = "is worked out anew from what is known of them"
OWN_DESK = "is how one member arranges their own desk"
GOES_ALONG = "goes with what it belongs to, which is named"
EXCEPTIONS = {
    "accounts.Invitation.membership": "was taken up already; who signs in is named",
    "contributions.ContributionPopulation.organisation": GOES_ALONG,
    "goals.HereFor.organisation": "tells why they are here, which ends with them",
    "governance.AskedChange.contact": "a coordinator sees to it, and the seat is named",
    "governance.CharterRequest.contact": "the letter's link closes when they are retired",
    "governance.CharterRequest.organisation": "the letter's link closes when they are retired",
    "governance.CharterSignature.contact": PAST,
    "governance.CharterSignature.organisation": PAST,
    "governance.GroundRulesRead.membership": PAST,
    "governance.InterestDeclaration.contact": "binds only who sits, and the seat is named",
    "governance.InterestDeclaration.organisation": "binds only who sits, and the seat is named",
    "governance.JoinRequest.organisation": PAST,
    "governance.MediatorInterest.organisation": "a mediator's tie to them, not a duty of theirs",
    "governance.RoleLetter.contact": GOES_ALONG,
    "governance.TrainingAttendance.contact": PAST,
    "governance.TrainingAttendance.organisation": PAST,
    "partners.Address.organisation": PROFILE,
    "partners.Alias.organisation": PROFILE,
    "partners.Application.organisation": "is theirs to withdraw and ours to decide: nobody inherits",
    "partners.Attachment.organisation": PROFILE,
    "partners.ComparisonDue.organisation": SEARCHING,
    "partners.Contact.organisation": PROFILE,
    "partners.ContactErasure.contact": "they are forgotten, whatever becomes of the partner",
    "partners.ContactMerge.stays": PAST,
    "partners.DefaultView.membership": OWN_DESK,
    "partners.DistinctPair.first": PAST,
    "partners.DistinctPair.second": PAST,
    "partners.ExternalIdentifier.organisation": PROFILE,
    "partners.ImportRow.organisation": PAST,
    "partners.InterviewVisit.contact": PAST,
    "partners.InterviewVisit.organisation": PAST,
    "partners.LikelyPair.first": SEARCHING,
    "partners.LikelyPair.second": SEARCHING,
    "partners.Merge.organisation": PAST,
    "partners.Merge.survivor": PAST,
    "partners.Nomination.organisation": PAST,
    "partners.Organisation.merged_into": PAST,
    "partners.PartnerLetter.contact": GOES_ALONG,
    "partners.Phone.organisation": PROFILE,
    "partners.PipelinePlan.organisation": "how they were to be won, which is over",
    "partners.PipelineStep.organisation": PAST,
    "partners.ProfileAnswer.organisation": PROFILE,
    "partners.ProfileAnswer.said_by": PROFILE,
    "partners.ProfileRow.organisation": PROFILE,
    "partners.RiskNote.heir": "only those named on it may know of it, and they are reminded",
    "partners.RiskNote.organisation": "only those named on it may know of it, and they are reminded",
    "partners.RiskReader.membership": "only those named on it may know of it, and they are reminded",
    "partners.SearchEntry.organisation": SEARCHING,
    "partners.Selection.membership": OWN_DESK,
    "partners.ServiceFunder.organisation": GOES_ALONG,
    "partners.ServiceLocation.organisation": GOES_ALONG,
    "partners.ServiceTerm.organisation": GOES_ALONG,
    "partners.Stake.organisation": PROFILE,
    "partners.TalkTier.organisation": "how often we talk with them ends with them",
    "partners.TouchpointContact.contact": PAST,
    "partners.ValueStatement.organisation": PROFILE,
    "partners.Verification.contact": PAST,
    "partners.Verification.organisation": PAST,
}


@pytest.mark.parametrize("name", POINTERS)
def test_key_to_a_partner_or_its_people_is_rehomed_or_says_why_not(name):
    assert (name in HELD) != (name in EXCEPTIONS)


def test_exceptions_are_keys_that_are_there():
    assert set(EXCEPTIONS) <= set(POINTERS)


@pytest.mark.parametrize("name", sorted(HELD))
def test_group_answers_for_a_column_that_is_there(name):
    model, column = name.rsplit(".", 1)
    assert apps.get_model(model)._meta.get_field(column).is_relation


def test_every_group_is_told_once():
    kinds = [group.kind for group in all_groups()]
    assert len(kinds) == len(set(kinds))
