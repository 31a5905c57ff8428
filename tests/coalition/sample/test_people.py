"""Its people."""

import stat
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user
from django.contrib.auth.password_validation import validate_password

from accounts.models import Invitation, Membership, Person
from accounts.permissions import Permission, Role
from coalition.sample.removal import remove_sample
from coalition.sample.sign_ins import keep_sign_ins, read_sign_ins
from partners.models import Organisation
from tests.coalition.sample.rows import of
from tests.factories import TODAY


@pytest.fixture
def passwords(sample, tmp_path) -> dict[str, tuple[str, str]]:
    """Role → e-mail address and password, as the file tells them."""
    return {row.role: (row.email, row.password) for row in read_sign_ins(tmp_path / "sign-ins.txt")}


@pytest.mark.parametrize("role", Role.values)
def test_sign_in_of_the_file_works_in_its_role(role, sample, passwords, client):
    email, password = passwords[role]
    answer = client.post("/accounts/login/", {"login": email, "password": password})
    assert answer.status_code == 302
    assert get_user(client).email == email
    assert client.get("/sunnybrook/").status_code == 200
    membership = Membership.objects.for_switching(get_user(client)).get()
    assert (membership.coalition, membership.role) == (sample, role)


def test_partner_sees_northgate_and_nothing_else(sample):
    partner = of(sample, Membership).get(role=Role.PARTNER)
    visible = Organisation.objects.visible_to(partner)
    assert [str(organisation) for organisation in visible] == ["Northgate Grocers Cooperative"]
    assert str(partner.person) == "Marisol Ortega"


def test_person_without_a_password_cannot_sign_in(sample):
    bea = Person.objects.get(full_name="Bea Kowalczyk")
    assert not bea.has_usable_password()
    assert of(sample, Membership).get(person=bea).may(Permission.EDIT_PARTNERS)


def test_one_invitation_still_waits_for_its_answer(sample):
    invitation = of(sample, Invitation).open().get()
    noon = datetime.combine(TODAY, time(12), tzinfo=ZoneInfo(sample.time_zone))
    assert invitation.is_open(at=noon)
    assert str(invitation) == "ines.duarte@fairmont.example, Partner"


def test_sign_ins_are_readable_by_their_owner_only_and_strong(passwords, tmp_path):
    mode = stat.S_IMODE((tmp_path / "sign-ins.txt").stat().st_mode)
    assert mode == 0o600
    for email, password in passwords.values():
        validate_password(password, user=Person.objects.get(email=email))
        assert len(password) >= 12
    assert len({password for _email, password in passwords.values()}) == 5


def test_sign_ins_that_exist_keep_their_passwords(tmp_path):
    path = tmp_path / "deep" / "sign-ins.txt"
    first = keep_sign_ins(path, wanted=[("coordinator", "ruth@x.example")])
    path.chmod(0o644)
    second = keep_sign_ins(
        path, wanted=[("coordinator", "ruth@x.example"), ("viewer", "eve@x.example")]
    )
    assert second[0] == first[0]
    assert read_sign_ins(path) == second
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_lost_database_gets_the_passwords_of_the_file(sample, prepare, passwords):
    remove_sample(sample, by=None)
    prepare()
    email, password = passwords["coordinator"]
    assert Person.objects.get(email=email).check_password(password)
