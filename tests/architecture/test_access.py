"""Every address, for every role, in the own coalition and in another's.

The addresses come from the URL configuration itself: a new one that declares no access, or that needs
an example and has none, fails here before anybody can open it.
"""

from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve, reverse

from accounts.permissions import Permission, Role
from tests.architecture.addresses import ALL, ELSEWHERE, OWNED, Address
from tests.architecture.examples import FOR_THOSE_NAMED

# It comes through everything, and looks at little: what it reaches is not tested by that.
pytestmark = pytest.mark.no_cover

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


def what_is_due(address: Address, role: Role) -> set[int]:
    """The answers that a member of the coalition may get there."""
    if address.access not in role.permissions:
        return {403}
    return {404, 405} if address.name in FOR_THOSE_NAMED else {200, 204, 302, 405}


@pytest.mark.parametrize("address", OWNED, **ids)
def test_role_without_the_permission_is_refused(address, here, insiders):
    url = address.url(here)
    wrong = {}
    for role in Role:
        with closing(insiders[role].get(url)) as answer:
            if answer.status_code not in what_is_due(address, role):
                wrong[role] = answer.status_code
    assert wrong == {}


@pytest.mark.parametrize("address", OWNED, **ids)
def test_coalition_of_others_is_not_there(address, here, outsiders):
    url = address.url(here)
    seen = {role: outsiders[role].get(url).status_code for role in Role}
    sent = {role: outsiders[role].post(url).status_code for role in Role}
    assert seen == sent == dict.fromkeys(Role, 404)


@pytest.mark.parametrize("address", OWNED, **ids)
def test_row_of_another_coalition_is_not_there(address, here, outsiders):
    """The own coalition's address with the id of a row that another coalition owns."""
    if set(address.needs) <= {"coalition", "kind"}:  # a kind is a word of ours, and no row
        return
    insider = outsiders[Role.ADMINISTRATOR]
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


@pytest.mark.parametrize("address", OWNED, **ids)
def test_whoever_pressed_something_and_signs_in_again_lands_on_a_page(address, here, insiders):
    url = address.url(here)
    asked = Client().post(url, headers={"Referer": f"http://testserver/{here.coalition.slug}/"})
    back = parse_qs(urlsplit(asked["Location"]).query)["next"][0]
    with closing(insiders[Role.ADMINISTRATOR].get(back)) as answer:
        assert answer.status_code != 405


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
