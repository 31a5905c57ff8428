"""Who sees what."""

import pytest

from accounts.permissions import Role
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import ContactFactory, RepresentationFactory
from tests.partners.own_fields.defining import own, page
from tests.partners.test_forms import edit, ours


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.ADMINISTRATOR, {"Open", "Personal", "Internal"}),
        (Role.COORDINATOR, {"Open", "Personal", "Internal"}),
        (Role.STEERING, {"Open", "Personal", "Internal"}),
        (Role.VIEWER, {"Open"}),
    ],
)
@pytest.mark.parametrize("subject", ["organisation", "contact"])
def test_role_sees_what_it_may(member, role, seen, subject):
    client = member(role)
    assert told_on_page(client, ours(client), subject) == seen


@pytest.mark.parametrize("subject", ["organisation", "contact"])
def test_partner_sees_of_itself_all_but_what_is_internal(db, subject):
    representation = RepresentationFactory()
    client = MemberClient.of(representation.membership)
    assert told_on_page(client, representation.organisation, subject) == {"Open", "Personal"}


def told_on_page(client: MemberClient, organisation: Organisation, subject: str) -> set[str]:
    own(client, "Open", subject=subject)
    own(client, "Personal", subject=subject, is_personal=True)
    own(client, "Internal", subject=subject, is_internal=True)
    values = {name: f"{name} answer" for name in ("open", "personal", "internal")}
    if subject == "contact":
        ContactFactory(organisation=organisation, own_values=values)
    else:
        Organisation.objects.filter(pk=organisation.pk).update(own_values=values)
    words = page(client, "detail", organisation.pk)
    return {name.capitalize() for name, answer in values.items() if answer in words}


def test_partner_answers_for_itself_and_keeps_what_is_internal(db):
    representation = RepresentationFactory()
    organisation = representation.organisation
    client = MemberClient.of(representation.membership)
    own(client, "Seats", kind="number")
    own(client, "Readiness", is_internal=True)
    Organisation.objects.filter(pk=organisation.pk).update(own_values={"readiness": "Slow"})
    assert "Readiness" not in page(client, "profile", organisation.pk)
    edit(client, organisation, "profile", own_seats="12", own_readiness="Leading")
    organisation.refresh_from_db()
    assert organisation.own_values == {"seats": 12, "readiness": "Slow"}
