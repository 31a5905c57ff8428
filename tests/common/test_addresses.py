"""`{% url %}` says what Django's own would, whatever numbers an address holds."""

from uuid import UUID

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

from common.templatetags.drawn import forget

CHANGE = UUID("6d9ad4f6-3a5e-4f8e-9a51-0f3c6f7d2b10")


def url(name: str, *args: object) -> str:
    words = " ".join(f"arg{n}" for n, _arg in enumerate(args))
    told = {f"arg{n}": arg for n, arg in enumerate(args)}
    return Template(f"{{% load addresses %}}{{% url '{name}' {words} %}}").render(Context(told))


@pytest.mark.parametrize("pk", [0, 1, 17, 9_007_199_254_740_993])
def test_every_number_has_its_own_address(pk):
    assert url("partners:detail", "oak", pk) == reverse("partners:detail", args=["oak", pk])


def test_two_numbers_stand_in_their_places():
    told = ["oak", 12, 3456]
    assert url("partners:contact_edit", *told) == reverse("partners:contact_edit", args=told)
    told = ["oak", 3456, 12]
    assert url("partners:contact_edit", *told) == reverse("partners:contact_edit", args=told)


def test_what_is_no_number_is_said_as_it_is():
    told = ["oak", 12, CHANGE]
    assert url("partners:version", *told) == reverse("partners:version", args=told)


@pytest.mark.parametrize("pk", [-1, "", None, "12x"])
def test_what_no_address_can_hold_is_refused(pk):
    url("partners:detail", "oak", 1)
    with pytest.raises(NoReverseMatch):
        url("partners:detail", "oak", pk)


def test_address_can_be_kept_under_a_name():
    page = Template(
        "{% load addresses %}{% url 'partners:detail' slug pk as here %}{{ here }}"
        "{% url 'partners:detail' slug nothing as nowhere %}[{{ nowhere }}]"
    )
    assert page.render(Context({"slug": "oak", "pk": 5})) == "/oak/partners/5/[]"


def test_piece_that_is_drawn_once_names_the_number_of_each():
    forget()
    page = Template(
        "{% load addresses drawn %}{% drawn 'one' slug filling number=pk %}"
        "{% url 'partners:detail' slug number %}{% enddrawn %}"
    )
    assert page.render(Context({"slug": "oak", "pk": 5})) == "/oak/partners/5/"
    assert page.render(Context({"slug": "oak", "pk": 67})) == "/oak/partners/67/"
