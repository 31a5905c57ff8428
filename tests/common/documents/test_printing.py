"""A page that cannot be printed says so on the page that one printed from."""

from threading import BoundedSemaphore

import pytest
from django.urls import reverse

from accounts.permissions import Role
from common.documents import printing
from tests.factories import OrganisationFactory

PAGES = [
    ("partners:directory", "partners:directory_pdf", "?chosen=1&grouping=name&paper=a4"),
    ("governance:binder", "governance:binder_pdf", ""),
]


@pytest.fixture
def printer(member):
    """Somebody who may print all there is, with a partner to print."""
    client = member(Role.ADMINISTRATOR)
    OrganisationFactory(coalition=client.membership.coalition)
    return client


@pytest.mark.parametrize(("page", "pdf", "asked"), PAGES)
def test_print_that_takes_too_long_is_told_on_the_page_before(
    printer, monkeypatch, page, pdf, asked
):
    monkeypatch.setattr(printing, "_PATIENCE", 0.001)
    answer = printer.get(reverse(pdf, args=[printer.slug]) + asked, follow=True)
    assert answer.redirect_chain == [(reverse(page, args=[printer.slug]) + asked, 302)]
    assert "This could not be printed." in answer.text


@pytest.mark.parametrize(("page", "pdf", "asked"), PAGES)
def test_print_while_others_print_waits_for_another_press(printer, monkeypatch, page, pdf, asked):
    at_once = BoundedSemaphore(1)
    monkeypatch.setattr(printing, "_AT_ONCE", at_once)
    url = reverse(pdf, args=[printer.slug]) + asked
    with at_once:
        assert "Others are printing just now." in printer.get(url, follow=True).text
    for _press in "12":  # the place is given back
        assert printer.get(url).content.startswith(b"%PDF")
