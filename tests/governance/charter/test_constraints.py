"""What the database itself refuses, whatever the program above does."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import TODAY, CoalitionFactory, ContactFactory, OrganisationFactory
from tests.governance.charter.factories import (
    CharterDeferralFactory,
    CharterRequestFactory,
    CharterReviewFactory,
    CharterSignatureFactory,
    CharterVersionFactory,
    GroundRuleFactory,
    GroundRulesReadFactory,
)

pytestmark = pytest.mark.django_db


def second_draft():
    first = CharterVersionFactory(draft=True)
    CharterVersionFactory(coalition=first.coalition, draft=True)


def same_number():
    first = CharterVersionFactory()
    CharterVersionFactory(coalition=first.coalition, number=first.number)


def second_answer():
    first = CharterSignatureFactory()
    CharterSignatureFactory(version=first.version, organisation=first.organisation)


def asked_twice():
    first = CharterRequestFactory()
    CharterRequestFactory(version=first.version, organisation=first.organisation)


def of_another_coalition():
    CharterSignatureFactory(organisation=OrganisationFactory(coalition=CoalitionFactory()))


def link_of_a_stranger():
    CharterSignatureFactory(way="link", person=None, contact=ContactFactory())


REFUSED = {
    "second draft": second_draft,
    "number used twice": same_number,
    "adopted nohow": lambda: CharterVersionFactory(adopted_how=""),
    "draft with a reading": lambda: CharterVersionFactory(draft=True, review_on=TODAY),
    "read again before it was adopted": lambda: CharterVersionFactory(
        adopted_on=TODAY, review_on=TODAY
    ),
    "no problem": lambda: CharterVersionFactory(problem_statement=""),
    "reading that leads nowhere": lambda: CharterReviewFactory(next_on=TODAY),
    "reading without words": lambda: CharterReviewFactory(words=""),
    "second answer": second_answer,
    "unknown answer": lambda: CharterSignatureFactory(answer="perhaps"),
    "objection without words": lambda: CharterSignatureFactory(answer="objects"),
    "signature with objections": lambda: CharterSignatureFactory(objections="No."),
    "told nohow": lambda: CharterSignatureFactory(way="told"),
    "by a link of nobody": lambda: CharterSignatureFactory(way="link", person=None),
    "organisation of another coalition": of_another_coalition,
    "link of a stranger": link_of_a_stranger,
    "asked twice": asked_twice,
    "empty rule": lambda: GroundRuleFactory(words=""),
    "same rule": lambda: GroundRuleFactory(
        coalition=GroundRuleFactory(words="Be kind.").coalition, words="be kind."
    ),
    "read by a member of another coalition": lambda: GroundRulesReadFactory(
        coalition=CoalitionFactory()
    ),
    "later without a reason": lambda: CharterDeferralFactory(reason=""),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED.keys())
def test_database_refuses(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()
        connection.check_constraints()
