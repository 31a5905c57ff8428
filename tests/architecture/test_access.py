"""Every address, for every role, in the own coalition and in another's.

The addresses come from the URL configuration itself: a new one that declares no access, or that needs
an example and has none, fails here before anybody can open it.
"""

from contextlib import closing

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve, reverse

from accounts.permissions import Permission, Role
from tests.architecture.addresses import ALL, ELSEWHERE, OWNED
from tests.architecture.examples import FOR_THOSE_NAMED, Populated
from tests.conftest import MemberClient
from tests.factories import MembershipFactory

ids = {"ids": lambda address: getattr(address, "name", str(address))}


@pytest.mark.parametrize("address", ALL, **ids)
def test_address_declares_who_may_open_it(address):
    is_declared = address.access in ("public", "signed_in") or isinstance(
        address.access, Permission
    )
    assert is_declared, f"{address.route}: say @require(Permission.…), @signed_in or @public"


@pytest.mark.parametrize("address", OWNED, **ids)
def test_address_of_a_coalition_requires_a_permission(address):
    assert isinstance(address.access, Permission)


def client_of(role: Role, here: Populated) -> Client:
    """A member of the coalition; a partner speaks for the example organisation."""
    if role is Role.PARTNER:
        return MemberClient.of(here.representation.membership)
    return MemberClient.of(MembershipFactory(coalition=here.coalition, role=role))


def is_let_in(status: int) -> bool:
    return status in (200, 204, 302, 405)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("address", OWNED, **ids)
def test_role_without_the_permission_is_refused(address, role, here):
    with closing(client_of(role, here).get(address.url(here))) as answer:
        status = answer.status_code
    if address.access in role.permissions and address.name in FOR_THOSE_NAMED:
        assert status in (404, 405)
    elif address.access in role.permissions:
        assert is_let_in(status), status
    else:
        assert status == 403


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("address", OWNED, **ids)
def test_coalition_of_others_is_not_there(address, role, here):
    outsider = MemberClient.of(MembershipFactory(role=role))
    url = address.url(here)
    assert outsider.get(url).status_code == 404
    assert outsider.post(url).status_code == 404


@pytest.mark.parametrize("address", OWNED, **ids)
def test_row_of_another_coalition_is_not_there(address, here):
    """The own coalition's address with the id of a row that another coalition owns."""
    if address.needs == ["coalition"]:
        return
    insider = MemberClient.of(MembershipFactory(role=Role.ADMINISTRATOR))
    url = address.url(here).replace(here.coalition.slug, insider.slug, 1)
    assert resolve(url).url_name
    if address.access not in Role.ADMINISTRATOR.permissions:
        assert insider.get(url).status_code == 403
        return
    assert insider.get(url).status_code in (404, 405)
    assert insider.post(url).status_code in (404, 405)


@pytest.mark.parametrize("address", OWNED, **ids)
def test_stranger_is_asked_to_sign_in(address, here):
    answer = Client().get(address.url(here))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse(settings.LOGIN_URL))


@pytest.mark.parametrize(
    "address", [address for address in ELSEWHERE if address.access == "signed_in"], **ids
)
def test_page_of_a_person_asks_a_stranger_to_sign_in(address, here):
    answer = Client().get(address.url(here))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse(settings.LOGIN_URL))


@pytest.mark.parametrize(
    "address", [address for address in ELSEWHERE if address.access == "public"], **ids
)
def test_public_page_opens_for_a_stranger(address, here):
    # 503 is the health check's word for a test run without beat and worker.
    assert Client().get(address.url(here)).status_code in (200, 302, 404, 405, 503)
