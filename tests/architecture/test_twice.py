"""Every address that takes a form says how it bears being sent twice, and its form carries what it says."""

import re
from contextlib import closing
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pghistory
import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve

from accounts.permissions import Permission, Role
from common.models import Letter
from partners.models import Selection
from tests.architecture.addresses import ALL, Address
from tests.architecture.conftest import People
from tests.architecture.examples import FOR_THOSE_NAMED, Populated
from tests.architecture.twice import (
    CARRYING,
    FINDS_IT_SO,
    NEEDS_NEITHER,
    TESTED_ELSEWHERE,
    Carries,
)
from tests.conftest import MemberClient

# It comes through everything, and looks at little: what it reaches is not tested by that.
pytestmark = pytest.mark.no_cover

BY_NAME = {address.name: address for address in ALL}
DECLARED = {**CARRYING, **TESTED_ELSEWHERE, **NEEDS_NEITHER}
NOT_ALLOWED = 405
ids = {"ids": lambda value: getattr(value, "name", str(value))}


def client_for(address: Address, here: Populated, insiders: People) -> Client:
    """Whoever may open it and may do most: what a partner alone may do, as the partner."""
    if address.name in FOR_THOSE_NAMED:
        return MemberClient.of(here.note.readers.all()[0].membership)
    if address.access == "public":
        return Client()
    if not isinstance(address.access, Permission):
        return insiders[Role.ADMINISTRATOR]
    able = Role.ADMINISTRATOR if address.access in Role.ADMINISTRATOR.permissions else Role.PARTNER
    return insiders[able]


@pytest.mark.parametrize("address", ALL, **ids)
def test_address_that_takes_a_form_says_how_it_bears_being_sent_twice(address, here, insiders):
    with closing(client_for(address, here, insiders).post(address.url(here))) as answer:
        takes_forms = answer.status_code != NOT_ALLOWED
    is_declared = address.name in DECLARED
    if takes_forms:
        assert is_declared, f"{address.name}: say in tests/architecture/twice.py what it carries"
    if not takes_forms:
        assert not is_declared, f"{address.name} takes no form"


@pytest.mark.parametrize("name", DECLARED)
def test_what_is_declared_is_an_address(name):
    assert name in BY_NAME


@pytest.mark.parametrize(("name", "file"), TESTED_ELSEWHERE.items())
def test_what_is_tested_elsewhere_is_named_there(name, file):
    tests = (Path(settings.BASE_DIR) / file).read_text()
    assert re.search(rf'[":]{name.split(":")[-1]}"', tests)


def test_no_address_is_declared_twice():
    assert len(DECLARED) == len(CARRYING) + len(TESTED_ELSEWHERE) + len(NEEDS_NEITHER)


@dataclass
class Form:
    """Where its buttons lead, and the names of what it carries."""

    action: str
    actions: set[str]
    carried: set[str] = field(default_factory=set)


class Forms(HTMLParser):
    """Every form of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = told.get("action", "")
            self.forms.append(Form(action, {action} if action else set()))
        if not self.forms:
            return
        form = self.forms[-1]
        if told.get("type") == "submit":
            form.actions.add(told.get("formaction", form.action))
        if "formaction" in told:
            form.carried |= set(re.findall(r"[?&](\w+)=", told["formaction"]))
        if tag == "input" and told.get("value"):
            form.carried.add(told.get("name", ""))


def leads_to(action: str, name: str, *, page: str) -> bool:
    try:
        found = resolve((action or page).split("?")[0])
    except Resolver404:
        return False
    return found.view_name == name


@pytest.mark.parametrize(("name", "carries"), CARRYING.items(), ids=str)
def test_form_carries_what_its_view_compares(name: str, carries: Carries, here, insiders):
    page = BY_NAME[carries.page or name]
    url = f"{page.url(here)}{carries.query}"
    with closing(client_for(BY_NAME[name], here, insiders).get(url)) as answer:
        text = unescape(answer.content.decode())
    forms = Forms()
    forms.feed(text)
    carried = [
        form.carried
        for form in forms.forms
        if any(leads_to(action, name, page=url) for action in form.actions)
    ]
    assert carried, f"{url} has no form that leads to {name}"
    for fields in carried:
        assert carries.field in fields


# ---------------------------------------------------------------- what the second press changes


ANSWERS = {
    "partners:file_share": {"shared": "yes"},
    "partners:needed_fill": {"preset": "dfc"},
    "partners:terms_fill": {"preset": "public_health"},
}


def written() -> dict[str, int]:
    """How much every history holds, and how many letters wait: whatever is written shows here."""
    events = [model for model in apps.get_models() if issubclass(model, pghistory.models.Event)]
    counted = (*events, Letter, Selection)
    return {model.__name__: model._default_manager.count() for model in counted}


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, reason in NEEDS_NEITHER.items()
        if reason == FINDS_IT_SO and BY_NAME[name].is_owned
    ],
)
def test_second_press_finds_it_so_and_writes_nothing(name, here, insiders):
    address = BY_NAME[name]
    client, url = client_for(address, here, insiders), address.url(here)
    client.post(url, ANSWERS.get(name, {}))
    after_one = written()
    assert client.post(url, ANSWERS.get(name, {})).status_code in (200, 302, 404, 422)
    assert written() == after_one
