"""Words in texts."""

import pytest
from pghistory.models import Context

from accounts.models import Membership
from common.personal.erasure import scrub
from partners.models import ImportRow
from tests.accounts.personal_data.places import places_of
from tests.factories import ImportRunFactory, InvitationFactory, OrganisationFactory


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Ask ana@x.org.", "Ask •••."),
        ("ANA@X.ORG, please", "•••, please"),
        ("diana@x.org", "diana@x.org"),
        ("ana@x.org.uk", "ana@x.org.uk"),
        ("ana@x.organic", "ana@x.organic"),
        ("<ana@x.org>", "<•••>"),
    ],
)
def test_only_whole_addresses_are_masked(db, text, after):
    organisation = OrganisationFactory(description=text)
    scrub(["ana@x.org"])
    organisation.refresh_from_db()
    assert organisation.description == after


def test_words_that_json_escapes_are_found(db):
    run = ImportRunFactory()
    row = ImportRow.objects.create(
        coalition=run.coalition, run=run, number=2, cells=['Ana "Annie" Dünn'], outcome="new"
    )
    scrub(['Ana "Annie" Dünn'])
    row.refresh_from_db()
    assert row.cells == ["•••"]


def test_history_names_the_page_and_not_its_address(client, db):
    invitation = InvitationFactory()
    token = invitation.link.rstrip("/").split("/")[-1]
    client.post(
        f"/invitations/{token}/", {"full_name": "Gloria Tran", "password": "seven brave otters"}
    )
    assert Membership.objects.filter(person__email=invitation.email).exists()
    assert places_of(token) == []
    assert Context.objects.filter(metadata__page="accounts:invitation").exists()
