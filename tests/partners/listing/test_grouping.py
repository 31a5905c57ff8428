"""The list in groups, and as a board."""

import html
import re
from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Organisation
from partners.reports.listing import looking
from partners.reports.listing import page as listing
from tests.conftest import MemberClient
from tests.factories import ClassificationFactory, MembershipFactory, OrganisationFactory
from tests.partners.listing.browsing import add, browse, tag


def groups(client: MemberClient, address: str) -> list[tuple[str, int, list[str]]]:
    """Each group with its words, how many it holds, and those on this page."""
    shown = browse(client, address).context["listing"].groups
    return [(group.label, group.count, [row.name for row in group.rows]) for group in shown]


@pytest.fixture
def three(coordinator) -> MemberClient:
    ann = MembershipFactory(coalition=coordinator.membership.coalition, person__full_name="Ann")
    one = add(coordinator, "One", owner=ann.person)
    two = add(coordinator, "Two", kind="prospect")
    add(coordinator, "Three", retired_on=date(2026, 1, 1), retired_reason="Closed")
    add(coordinator, "Four")
    tag(one, "sector", "Housing")
    tag(two, "sector", "Food")
    housing = one.classifications.get().term
    ClassificationFactory(organisation=two, term=housing)
    tag(two, "area", "North")
    return coordinator


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "?group=sector",
            [
                ("Food", 1, ["Two"]),
                ("Housing", 2, ["One", "Two"]),
                ("No sector told", 1, ["Four"]),
            ],
        ),
        ("?group=sector&sector=Housing", [("Housing", 2, ["One", "Two"])]),
        ("?group=area", [("North", 1, ["Two"]), ("No area told", 2, ["Four", "One"])]),
        ("?group=owner", [("Ann", 1, ["One"]), ("Nobody yet", 2, ["Four", "Two"])]),
        ("?group=kind&sort=-name", [("Partner", 2, ["One", "Four"]), ("Prospect", 1, ["Two"])]),
        ("?group=kind&retired=only", [("Partner", 1, ["Three"])]),
        ("?group=nonsense", [("", 0, ["Four", "One", "Two"])]),
        ("?group=sector&q=two", [("Food", 1, ["Two"]), ("Housing", 1, ["Two"])]),
    ],
)
def test_groups_hold_what_belongs_to_them(three, address, expected):
    assert groups(three, address) == expected


def test_pages_of_groups_carry_on_where_the_last_one_ended(three, monkeypatch):
    monkeypatch.setattr(looking, "PAGE_SIZE", 2)
    assert groups(three, "?group=sector") == [("Food", 1, ["Two"]), ("Housing", 2, ["One"])]
    assert groups(three, "?group=sector&page=2") == [
        ("Housing", 2, ["Two"]),
        ("No sector told", 1, ["Four"]),
    ]
    page = browse(three, "?group=sector&page=2").content.decode()
    assert "from number 2 on" in page
    assert groups(three, "?group=sector&page=9") == groups(three, "?group=sector&page=2")


@pytest.mark.parametrize(
    "address", ["?group=sector", "?group=owner", "?layout=board", "?layout=board&group=owner"]
)
def test_groups_and_boards_take_the_same_queries_for_3_and_63(
    three, address, django_assert_num_queries
):
    for number in (0, 60):
        OrganisationFactory.create_batch(number, coalition=three.membership.coalition)
        with django_assert_num_queries(8):
            assert browse(three, address).status_code == 200


# ---------------------------------------------------------------- the board


def test_board_has_every_kind_also_an_empty_one(three):
    assert groups(three, "?layout=board") == [
        ("Partner", 2, ["Four", "One"]),
        ("Prospect", 1, ["Two"]),
        ("Stakeholder", 0, []),
    ]


def test_board_by_owner_has_those_who_could_look_after_them(three):
    person = three.membership.person
    MembershipFactory(coalition=three.membership.coalition, role=Role.VIEWER)
    labels = [label for label, _count, _rows in groups(three, "?layout=board&group=owner")]
    assert labels == ["Ann", str(person), "Nobody yet"]


def test_column_shows_some_and_leads_to_all(three, monkeypatch):
    monkeypatch.setattr(listing, "CARDS", 1)
    page = browse(three, "?layout=board").content.decode()
    assert 'href="?kind=partner"' in page
    assert "Show all 2 as a table" in page


def move(client: MemberClient, organisation: Organisation, **sent):
    url = reverse("partners:move", args=[client.slug, organisation.pk])
    return client.post(url, {"address": "layout=board&q=o", **sent}, follow=True)


def undo_on(answer) -> str:
    """Where the message of the page leads that offers an undo."""
    return html.unescape(re.search(r'action="([^"]*/undo/[^"]*)"', answer.content.decode())[1])


def test_move_changes_the_kind_returns_to_the_board_and_can_be_undone(three):
    one = Organisation.objects.get(name="One")
    answer = move(three, one, by="kind", to="stakeholder")
    one.refresh_from_db()
    assert one.kind == "stakeholder"
    assert answer.redirect_chain[-1][0].endswith("/partners/?layout=board&q=o")
    answer = three.post(undo_on(answer), follow=True)
    one.refresh_from_db()
    assert one.kind == "partner"
    assert answer.redirect_chain[-1][0].endswith("/partners/?layout=board&q=o")


def test_move_changes_who_looks_after_them(three):
    two = Organisation.objects.get(name="Two")
    ruth = three.membership.person
    move(three, two, by="owner", to=str(ruth.pk))
    two.refresh_from_db()
    assert two.owner == ruth
    move(three, two, by="owner", to="")
    two.refresh_from_db()
    assert two.owner is None


def test_move_is_told_on_the_timeline(three):
    one = Organisation.objects.get(name="One")
    move(three, one, by="kind", to="stakeholder")
    page = three.get(reverse("partners:history", args=[three.slug, one.pk])).content.decode()
    assert "Kind changed" in page


@pytest.mark.parametrize(
    "sent",
    [
        {"by": "kind", "to": "nonsense"},
        {"by": "owner", "to": "nonsense"},
        {"by": "owner", "to": "999999"},
    ],
)
def test_move_to_a_column_that_is_not_there_is_refused(three, sent):
    one = Organisation.objects.get(name="One")
    before = (one.kind, one.owner_id)
    answer = move(three, one, **sent)
    one.refresh_from_db()
    assert (one.kind, one.owner_id) == before
    assert any(message.level_tag == "warning" for message in answer.context["messages"])


def test_member_of_another_coalition_cannot_be_made_owner(three):
    stranger = MembershipFactory().person
    one = Organisation.objects.get(name="One")
    move(three, one, by="owner", to=str(stranger.pk))
    one.refresh_from_db()
    assert one.owner != stranger


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER])
def test_who_may_not_edit_sees_the_board_and_moves_nothing(three, member, role):
    client = member(role, coalition=three.membership.coalition)
    one = Organisation.objects.get(name="One")
    assert "Move" not in browse(client, "?layout=board").content.decode()
    assert move(client, one, by="kind", to="prospect").status_code == 403
