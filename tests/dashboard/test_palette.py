"""The command palette and its page: what each role finds, in which order, in how many queries."""

import html
import re

import pytest
from django.urls import NoReverseMatch, reverse

from accounts.permissions import Role
from coalition.navigation import sections
from dashboard.palette.commands import ACTIONS, PAGES
from dashboard.palette.finding import fit, palette
from dashboard.palette.own import CHOICES
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    SavedViewFactory,
)


def ours(client: MemberClient, **fields):
    return OrganisationFactory(coalition=client.membership.coalition, **fields)


def ask(client: MemberClient, typed: str = "", **headers):
    return client.get(reverse("dashboard:search", args=[client.slug]), {"q": typed}, **headers)


def options(client: MemberClient, typed: str = "") -> list[str]:
    """What the palette offers, in its order, without the notes."""
    page = ask(client, typed, headers={"HX-Request": "true"}).content.decode()
    found = re.findall(r'role="option".*?</svg>([^<]+)', page)
    return [html.unescape(each).strip() for each in found]


def groups(client: MemberClient, typed: str = "") -> list[str]:
    return [group.key for group in palette(typed, membership=client.membership).groups]


def test_name_that_begins_so_comes_before_one_that_holds_it(coordinator):
    for name in ("Alliance of the River", "Riverbend Clinic", "Old River House"):
        ours(coordinator, name=name)
    found = options(coordinator, "river")
    assert found[:3] == ["Riverbend Clinic", "Alliance of the River", "Old River House"]


def test_partner_opened_last_comes_first(coordinator):
    ours(coordinator, name="Riverbend Clinic")
    seen = ours(coordinator, name="Old River House")
    coordinator.get(seen.get_absolute_url())
    assert options(coordinator, "river")[:2] == ["Old River House", "Riverbend Clinic"]
    assert options(coordinator)[0] == "Old River House"


@pytest.mark.parametrize("typed", ["nandu", "ÑANDÚ", "Cafe Ñan", "ñandu cafe", "nandó"])
def test_accents_capitals_order_and_spelling_are_forgiven(coordinator, typed):
    ours(coordinator, name="Café Ñandú")
    assert "Café Ñandú" in options(coordinator, typed)


def test_other_name_finds_too(coordinator):
    AliasFactory(organisation=ours(coordinator, name="Northgate Grocers"), name="NGC")
    assert "Northgate Grocers" in options(coordinator, "ngc")


def test_person_is_found_with_their_organisation(coordinator):
    organisation = ours(coordinator, name="Northgate Grocers")
    ContactFactory(organisation=organisation, name="Marisol Ortega")
    page = ask(coordinator, "ortega mari").content.decode()
    assert "Marisol Ortega" in page
    assert groups(coordinator, "ortega") == ["people"]


def test_retired_partner_and_person_who_left_are_not_offered(coordinator):
    ours(coordinator, name="Riverbend Clinic", retired=True)
    left = ours(coordinator, name="Northgate Grocers")
    ContactFactory(organisation=left, name="Marisol Ortega", left_on="2026-01-01")
    assert groups(coordinator, "riverbend") == []
    assert "people" not in groups(coordinator, "marisol")


def test_viewer_finds_partners_but_no_people_and_no_verbs(member):
    viewer = member(Role.VIEWER)
    ContactFactory(organisation=ours(viewer, name="Northgate Grocers"), name="Marisol Ortega")
    assert "Northgate Grocers" in options(viewer, "north")
    assert options(viewer, "marisol") == []
    assert options(viewer, "add") == []
    assert not {"Add a partner", "Members", "Bring in a spreadsheet"} & set(options(viewer))


def test_partner_finds_its_own_organisation_only(coordinator):
    tie = RepresentationFactory(
        organisation=ours(coordinator, name="Northgate Grocers"),
    )
    ours(coordinator, name="Northgate Clinic")
    ContactFactory(organisation=tie.organisation, name="Marisol Ortega")
    client = MemberClient.of(tie.membership)
    assert options(client, "north") == ["Northgate Grocers"]
    assert options(client, "marisol") == []
    assert "Partners" not in options(client)


def test_other_coalition_is_never_found(coordinator):
    OrganisationFactory(name="Riverbend Clinic")
    assert groups(coordinator, "riverbend") == []


def test_switching_leads_to_the_other_coalition(coordinator):
    other = MembershipFactory(
        person=coordinator.membership.person, coalition__name="Elm Park Cares"
    )
    assert "Elm Park Cares" in options(coordinator, "elm")
    assert "Elm Park Cares" in options(coordinator, "switch")
    assert other.coalition.get_absolute_url() in ask(coordinator, "elm").content.decode()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("add", "Add a partner"),
        ("import", "Bring in a spreadsheet"),
        ("invite", "Invite somebody"),
        ("dark", "Dark"),
        ("espanol", "Español"),
        ("spreadshet", "Bring in a spreadsheet"),
        ("duplicates", "Duplicates"),
        ("merge", "Duplicates"),
        ("saved view", "Views of the partner list"),
        ("directory", "Directory"),
        ("bulk", "Changed together"),
        ("security", "Signing in"),
        ("passkey", "Signing in"),
        ("two-factor", "Signing in"),
        ("export", "Directory"),
        ("my data", "What is held about me"),
        ("sign out", "Sign out"),
    ],
)
def test_action_is_found_by_its_names(coordinator, typed, first):
    assert options(coordinator, typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "label", "words", "score"),
    [
        ("add", "Add a partner", "", 4),
        ("partn", "Add a partner", "", 3),
        ("new", "Add a partner", "new", 2),
        ("partnre", "Add a partner", "", 1),
        ("zebra", "Add a partner", "new", 0),
    ],
)
def test_fit_grows_with_likeness(typed, label, words, score):
    assert fit(typed, label, words) == score


@pytest.mark.parametrize("command", [*ACTIONS, *PAGES, *CHOICES], ids=lambda each: str(each.label))
def test_command_leads_to_an_address(command):
    try:
        assert reverse(command.address, args=["here"] if command.is_owned else [])
    except NoReverseMatch:
        pytest.fail(f"{command.address} is no address")


@pytest.mark.parametrize("role", Role)
def test_whatever_the_masthead_shows_the_palette_shows(member, role, rf):
    client = member(role)
    request = rf.get("/")
    request.membership, request.coalition = client.membership, client.membership.coalition
    request.resolver_match = None
    assert {section.label for section in sections(request)} <= set(options(client))


@pytest.mark.parametrize("role", Role)
def test_whatever_the_palette_offers_opens(member, role):
    client = member(role)
    page = ask(client).content.decode()
    inside = page[page.index("<main") : page.index("</main>")]
    for address in re.findall(r'href="(/[^"]*)"', inside):
        assert client.get(html.unescape(address)).status_code in (200, 302)


def test_page_shows_the_same_groups_without_a_script(coordinator):
    ours(coordinator, name="Riverbend Clinic")
    page = ask(coordinator, "riverbend").content.decode()
    assert "Riverbend Clinic" in page
    assert "Everything in the list that says" in page
    assert 'role="option"' not in page[page.index("<main") : page.index("</main>")]


def test_words_that_mean_nothing_are_answered(coordinator):
    assert "Nothing here is called “zzqx”" in ask(coordinator, "zzqx").content.decode()


@pytest.mark.parametrize("typed", ["", "river", "rivre", "r", "zz%_'\\", "x" * 500])
@pytest.mark.parametrize("is_script", [True, False])
def test_queries_are_few_whatever_is_typed(
    coordinator, django_assert_max_num_queries, typed, is_script
):
    for number in range(3):
        seen = ours(coordinator, name=f"Riverbend {number}")
        ContactFactory(organisation=seen, name=f"River Person {number}")
        coordinator.get(seen.get_absolute_url())
    headers = {"HX-Request": "true"} if is_script else {}
    with django_assert_max_num_queries(13):
        assert ask(coordinator, typed, headers=headers).status_code == 200


def test_saved_view_is_found_by_its_name_by_those_who_see_it(coordinator):
    coalition = coordinator.membership.coalition
    view = SavedViewFactory(coalition=coalition, owner=coordinator.membership.person, name="To win")
    SavedViewFactory(coalition=coalition, name="To win back")
    assert "To win" in options(coordinator, "to win")
    assert "To win back" not in options(coordinator, "to win")
    assert view.get_absolute_url() in ask(coordinator, "to win").content.decode()


def test_administrator_finds_who_left_and_who_needs_a_second_factor(administrator):
    assert options(administrator, "past mem")[0] == "Past members"
    assert "Who needs a second factor" in options(administrator, "two-factor")


# ---------------------------------------------------------------- outside a coalition


def place_of(page: str) -> str:
    """Where the palette of a page finds; empty for a page without one."""
    found = re.search(r'<dialog class="palette.*?action="([^"]*)"', page, re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize(
    "name", ["accounts:settings", "accounts:my_data", "accounts:found", "mfa_index"]
)
def test_own_pages_have_the_palette_of_ones_coalition(coordinator, name):
    place = reverse("dashboard:search", args=[coordinator.slug])
    assert place_of(coordinator.get(reverse(name)).content.decode()) == place


def test_page_that_is_not_there_has_the_palette_too(coordinator):
    answer = coordinator.get("/nowhere/at/all/")
    assert answer.status_code == 404
    assert place_of(answer.content.decode()) == reverse("dashboard:search", args=[coordinator.slug])


def test_of_several_coalitions_the_palette_finds_in_the_one_opened_last(coordinator):
    person = coordinator.membership.person
    for name in ("Aspen", "Zinnia"):
        coalition = MembershipFactory(person=person, coalition__name=name).coalition
        coordinator.get(coalition.get_absolute_url())
        page = coordinator.get(reverse("accounts:settings")).content.decode()
        assert place_of(page) == reverse("dashboard:search", args=[coalition.slug])


def test_stranger_is_offered_no_palette(client, db):
    assert place_of(client.get(reverse("account_login")).content.decode()) == ""
