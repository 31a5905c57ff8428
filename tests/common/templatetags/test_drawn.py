"""A piece that is drawn once shows everybody what it would show them if it were drawn anew."""

import re
from itertools import product

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils import translation

from accounts.permissions import Role
from common.templatetags.drawn import forget
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, OrganisationFactory

PIECE = Template(
    "{% load drawn %}{% drawn 'piece' who filling token here=address %}"
    "<a href='{{ here }}'>{{ who }} {{ seen }}</a>{{ token }}{% enddrawn %}"
)


@pytest.fixture(autouse=True)
def nothing_drawn():
    forget()


def show(**context: object) -> str:
    return PIECE.render(Context(context))


def test_piece_is_drawn_once_for_each_on_whom_it_depends():
    assert show(who="Ana", seen="first", address="/a", token="1") == "<a href='/a'>Ana first</a>1"
    assert show(who="Ben", seen="second", address="/a", token="1") == "<a href='/a'>Ben second</a>1"
    assert show(who="Ana", seen="third", address="/a", token="1") == "<a href='/a'>Ana first</a>1"


def test_blank_is_filled_in_anew_and_escaped():
    show(who="Ana", address="/a", token="1")
    page = show(who="Ana", address="/a?b=1&c='2'", token="<2>")
    assert page == "<a href='/a?b=1&amp;c=&#x27;2&#x27;'>Ana </a>&lt;2&gt;"


def test_piece_is_drawn_in_every_language():
    assert "first" in show(who="Ana", seen="first")
    with translation.override("es"):
        assert "second" in show(who="Ana", seen="second")


def test_piece_of_nobody_known_is_not_kept():
    assert "first" in show(seen="first")
    assert "second" in show(seen="second")


# ---------------------------------------------------------------- the pages


def pages(client: MemberClient) -> list[str]:
    slug, organisation = client.slug, OrganisationFactory(coalition=client.membership.coalition)
    return [
        reverse("dashboard:home", args=[slug]),
        reverse("partners:list", args=[slug]) + "?q=o&sort=-name",
        reverse("partners:list", args=[slug]) + "?kind=partner&group=owner",
        reverse("partners:detail", args=[slug, organisation.pk]),
        reverse("accounts:members", args=[slug]),
        reverse("accounts:settings"),
    ]


def seen(client: MemberClient, page: str, *, language: str, theme: str) -> str:
    client.cookies["theme"] = theme
    answer = client.get(page, headers={"accept-language": language})
    # What each answer has of its own: tokens, keys of forms, marks of when a form was opened.
    return re.sub(r'(value|data-key)="[^"]{30,}"', "", answer.content.decode())


@pytest.mark.django_db
@pytest.mark.no_cover  # the same few pages hundreds of times, looked at only for what changes
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMINISTRATOR, Role.VIEWER, Role.PARTNER])
def test_pages_are_the_same_whoever_came_before(role):
    ana, ben, cora = (
        MemberClient.of(MembershipFactory(role=each)) for each in (role, role, "viewer")
    )
    MembershipFactory(person=ana.membership.person, role=role)  # has a second coalition in the menu
    others = [page for client in (ben, cora) for page in pages(client)]
    for page, language, theme in product(pages(ana), ("en", "es"), ("", "dark")):
        forget()
        anew = seen(ana, page, language=language, theme=theme)
        forget()
        for other in others:
            for client in (ben, cora):
                seen(client, other, language=language, theme=theme)
        kept = [seen(ana, page, language=language, theme=theme) for _time in range(2)]
        assert kept == [anew, anew]
