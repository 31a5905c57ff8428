"""What the coalition stands for, in one line: on its pages, in its letters, on its directory."""

import pytest

from accounts import emails
from accounts.permissions import Role
from common.models import Letter
from tests.conftest import MemberClient
from tests.factories import NOW, InvitationFactory, MembershipFactory

LINE = "Healthy is the easy way"


@pytest.fixture
def administrator(db):
    return MemberClient.of(MembershipFactory(role=Role.ADMINISTRATOR, coalition__tagline=LINE))


def page_of(client, path):
    return client.get(f"/{client.slug}/{path}").content.decode()


def test_pages_of_the_coalition_carry_it(administrator):
    assert f'<span class="tagline">{LINE}</span>' in page_of(administrator, "")


def test_it_is_changed_in_the_settings(administrator):
    url = f"/{administrator.slug}/settings/"
    form = administrator.get(url).context["form"]
    shown = {field.html_name: field.value() for field in form}
    administrator.post(url, {**shown, "tagline": "Together for Sunnybrook"})
    assert "Together for Sunnybrook" in page_of(administrator, "")


@pytest.mark.parametrize("tagline", [LINE, ""])
def test_letters_carry_it_when_there_is_one(db, tagline):
    invitation = InvitationFactory(coalition__tagline=tagline)
    emails.invitation(invitation, at=NOW)
    letter = Letter.objects.get()
    assert letter.text.endswith(f"-- \n{invitation.coalition}\n{LINE}\n") == bool(tagline)
    assert (LINE in letter.html) == bool(tagline)


def test_directory_carries_it(administrator):
    assert LINE in page_of(administrator, "partners/directory/").split("<article")[1]
