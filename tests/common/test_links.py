"""A link says for whom and until when; it works for one purpose, and cannot be made by others."""

from base64 import urlsafe_b64decode
from datetime import timedelta

import pytest

from common.pages.signed_links import BrokenLink, absolute, make_token, read_token
from tests.factories import NOW

UNTIL = NOW + timedelta(days=14)


def token(**fields) -> str:
    values = {"purpose": "invitation", "row": 17, "recipient": "Ana@People.example", "until": UNTIL}
    return make_token(**values | fields)


def test_link_tells_its_row_its_recipient_and_its_end():
    link = read_token(token(), purpose="invitation")
    assert (link.row, link.until) == (17, UNTIL)
    assert link.is_for("ana@people.example")
    assert not link.is_for("ben@people.example")


def test_link_is_over_from_its_end_on():
    link = read_token(token(), purpose="invitation")
    assert not link.is_over(at=UNTIL - timedelta(seconds=1))
    assert link.is_over(at=UNTIL)


def test_link_made_for_another_purpose_is_broken():
    with pytest.raises(BrokenLink):
        read_token(token(purpose="survey"), purpose="invitation")


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:-1], lambda t: "x" + t, lambda t: "", lambda t: "a:b"]
)
def test_link_that_was_changed_on_its_way_is_broken(spoil):
    with pytest.raises(BrokenLink):
        read_token(spoil(token()), purpose="invitation")


def test_link_signed_by_another_installation_is_broken(settings):
    made_elsewhere = token()
    settings.SECRET_KEY = "another"
    with pytest.raises(BrokenLink):
        read_token(made_elsewhere, purpose="invitation")


def test_link_does_not_show_the_address_of_its_recipient():
    content = token().split(":")[0]
    assert b"ana" not in urlsafe_b64decode(content + "=" * (-len(content) % 4)).lower()


def test_same_arguments_make_the_same_link():
    assert token() == token()


def test_address_in_a_letter_comes_from_the_settings(settings):
    settings.SITE_URL = "https://coalition.example"
    assert absolute("/links/x/") == "https://coalition.example/links/x/"
