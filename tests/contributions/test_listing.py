"""All contributions as rows: filtered, sorted, downloaded, and reached from every number."""

import csv
import io
import re
from html import unescape

import openpyxl
import pytest

from accounts.permissions import Role
from tests.contributions.doors import address, days_ago, speaker_of
from tests.contributions.factories import (
    ContributionFactory,
    ContributionPopulationFactory,
    SupportRequestFactory,
)
from tests.factories import OrganisationFactory

A_YEAR = 365


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def town(coalition, organisation):
    """Northgate promised three things and gave two; a prospect and somebody who left gave one each."""
    prospect = OrganisationFactory(coalition=coalition, name="Elm School", prospect=True)
    left = OrganisationFactory(coalition=coalition, name="Old Mill", retired=True)
    made(organisation, "A hall", due_on=days_ago(3))
    made(organisation, "A van", due_on=days_ago(-30), kind="equipment")
    made(organisation, "Advice", kind="expertise")
    given(organisation, "Chairs", 10, kind="equipment")
    given(organisation, "Flyers", A_YEAR, kind="reach")
    given(prospect, "A cook", 20, kind="staff")
    given(left, "Paint", 40, kind="equipment")
    made(organisation, "A bus", state="withdrawn", withdrawn_on=days_ago(1), withdrawn_reason="No")
    made(OrganisationFactory(), "Elsewhere", due_on=days_ago(3))


def made(organisation, words, **more):
    told = {"promised_on": days_ago(500), **more}
    return ContributionFactory(organisation=organisation, words=words, **told)


def given(organisation, words, days, **more):
    return made(organisation, words, given=True, delivered_on=days_ago(days), **more)


def listed(client, **asked):
    found = client.get(address("list", client), asked).context["listed"]
    return [one.words for one in found.page.object_list]


def test_what_waits_stands_first_as_it_falls_due_then_what_was_given_last(coordinator, town):
    waits, given_ones, ended = (
        ["A hall", "A van", "Advice"],
        ["Chairs", "A cook", "Paint"],
        "Flyers",
    )
    assert listed(coordinator) == [*waits, *given_ones, ended, "A bus"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"state": "late"}, ["A hall"]),
        ({"state": "promised"}, ["A hall", "A van", "Advice"]),
        ({"state": "withdrawn"}, ["A bus"]),
        ({"state": "delivered"}, ["Chairs", "A cook", "Paint", "Flyers"]),
        ({"state": "lately"}, ["Chairs", "A cook", "Paint"]),
        ({"state": ["late", "withdrawn"]}, ["A hall", "A bus"]),
        ({"state": "lately", "of": "partners"}, ["Chairs"]),
        ({"of": "others"}, ["A cook"]),
        ({"of": ["others", "left"]}, ["A cook", "Paint"]),
        ({"kind": "equipment"}, ["A van", "Chairs", "Paint"]),
        ({"kind": ["equipment", "staff"], "state": "lately"}, ["Chairs", "A cook", "Paint"]),
        ({"q": "mill"}, ["Paint"]),
        ({"q": "north hall"}, ["A hall"]),
        ({"state": "lost", "kind": "gold", "of": "nobody", "q": "bus"}, ["A bus"]),
    ],
)
def test_filters_combine(coordinator, town, asked, found):
    assert listed(coordinator, **asked) == found


def test_one_partner_is_named_and_taken_off_again(coordinator, town, organisation):
    assert "Paint" not in listed(coordinator, partner=organisation.pk)
    asked = {"partner": organisation.pk, "state": "late"}
    page = coordinator.get(address("list", coordinator), asked)
    assert [one.words for one in page.context["listed"].page.object_list] == ["A hall"]
    assert "One contribution of Northgate" in page.text
    assert '<a href="?state=late">Of all partners</a>' in page.text
    assert f'<input type="hidden" name="partner" value="{organisation.pk}">' in page.text


def test_partner_of_another_coalition_is_not_named(coordinator, town):
    stranger = OrganisationFactory(name="Stranger")
    made(stranger, "Theirs")
    page = coordinator.get(address("list", coordinator), {"partner": stranger.pk})
    assert page.context["listed"].page.paginator.count == 0
    assert "Stranger" not in page.text


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("due", "A hall", "Paint"),
        ("-due", "A van", "Paint"),
        ("given", "Flyers", "A bus"),
        ("-given", "Chairs", "A bus"),
        ("partner", "A cook", "Paint"),
        ("-partner", "Paint", "A cook"),
        ("words", "A hall", "A bus"),
    ],
)
def test_sorts_by_its_heads_and_what_has_none_stands_last(coordinator, town, sort, first, last):
    found = listed(coordinator, sort=sort)
    assert (found[0], found[-1]) == (first, last)


def test_late_is_told_in_words_and_opens_the_row_in_the_ledger(coordinator, organisation):
    row = made(organisation, "A hall", due_on=days_ago(3))
    page = coordinator.get(address("list", coordinator)).text
    assert "3\xa0days late" in page
    assert f'{address("ledger", coordinator, organisation.pk)}#gave-{row.pk}"' in page


def test_whoever_sees_no_partners_reads_no_rows(coordinator, organisation, member):
    made(organisation, "A hall")
    viewer = member(Role.VIEWER, coalition=organisation.coalition)
    assert listed(viewer) == ["A hall"]
    assert viewer.get(address("list_export", viewer)).status_code == 403
    assert 'id="out"' not in viewer.get(address("list", viewer)).text
    speaker = speaker_of(organisation)
    for name in ("list", "list_export"):
        assert speaker.get(address(name, speaker)).status_code == 403


def test_page_takes_the_same_queries_with_one_and_three(
    coordinator, organisation, django_assert_num_queries
):
    url = address("list", coordinator)
    coordinator.get(url)
    for number in (1, 2):
        for _each in range(number):
            row = made(
                OrganisationFactory(coalition=organisation.coalition), "A", kind="population"
            )
            ContributionPopulationFactory(contribution=row)
        with django_assert_num_queries(7):
            coordinator.get(url)


# ---------------------------------------------------------------- to take along


def exported(client, **asked):
    content = b"".join(client.get(address("list_export", client), asked).streaming_content)
    return list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))


def test_file_holds_what_the_page_lists_in_its_order(coordinator, town):
    asked = {"kind": "equipment", "sort": "-partner"}
    head, *rows = exported(coordinator, **asked)
    words = head.index("What is given")
    assert (
        [row[words] for row in rows] == listed(coordinator, **asked) == ["Paint", "A van", "Chairs"]
    )


def test_link_beside_the_rows_downloads_them(coordinator, town):
    page = coordinator.get(address("list", coordinator), {"state": "lately", "page": 1}).text
    link = re.search(r'<a class="item" href="([^"]*format=csv)"', page)
    content = b"".join(coordinator.get(unescape(link[1])).streaming_content).decode("utf-8-sig")
    rows = csv.DictReader(content.splitlines())
    assert [row["What is given"] for row in rows] == ["Chairs", "A cook", "Paint"]


def test_file_tells_all_of_a_row_but_our_own_note(coordinator, organisation):
    row = given(
        organisation,
        "=1+1",
        10,
        kind="population",
        due_on=days_ago(20),
        promised_amount=5,
        amount=4,
        unit="hours",
        worth="A week of rent",
        delivered_what="Ana came",
        note="Between us",
        is_their_own_word=True,
    )
    term = ContributionPopulationFactory(contribution=row).term
    head, told = exported(coordinator)
    by_head = dict(zip(head, told, strict=True))
    assert by_head["What is given"] == "=1+1"
    assert by_head["Of which populations"] == term.name
    assert by_head["Promised by"].date() == days_ago(20)
    assert (by_head["Amount promised"], by_head["Amount given"]) == (5, 4)
    assert (by_head["Unit"], by_head["State"]) == ("Hours", "Given")
    assert (by_head["What they say it is worth"], by_head["What came of it"]) == (
        "A week of rent",
        "Ana came",
    )
    assert by_head["Written down by"] == "the partner"
    assert "Between us" not in told


def test_what_looks_like_a_formula_is_text(coordinator, organisation):
    made(organisation, "=1+1")
    text = b"".join(
        coordinator.get(address("list_export", coordinator), {"format": "csv"}).streaming_content
    )
    assert re.search(rb"[,\"]=1", text) is None
    content = b"".join(coordinator.get(address("list_export", coordinator)).streaming_content)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet["D2"].data_type == "s"


# ---------------------------------------------------------------- from every number


def opened(client, page, label):
    """What the link beside or under a number lists."""
    (link,) = [
        unescape(href)
        for href, words in re.findall(r'<a(?: class="small")? href="([^"]*)">(.*?)</a>', page)
        if words.startswith(label)
    ]
    return [one.words for one in client.get(link).context["listed"].page.object_list]


def test_what_all_gave_opens_into_as_many_rows(coordinator, town):
    page = coordinator.get(address("overview", coordinator))
    rows = opened(coordinator, page.text, "What they gave")
    assert len(rows) == page.context["overview"].given
    assert rows == ["Chairs"]


@pytest.mark.parametrize("kind", ["equipment", "reach"])
def test_what_one_gave_opens_into_as_many_rows(coordinator, town, organisation, kind):
    given(organisation, "Posters", 5, kind="reach")
    SupportRequestFactory(organisation=organisation)
    page = coordinator.get(address("overview", coordinator), {"kind": kind})
    (line,) = page.context["overview"].page.object_list
    assert line.of_kinds == 1
    rows = opened(coordinator, page.text, str(line.of_kinds))
    assert rows == {"equipment": ["Chairs"], "reach": ["Posters"]}[kind]


def test_ledger_leads_to_the_rows_but_not_the_partner(coordinator, town, organisation):
    page = coordinator.get(address("ledger", coordinator, organisation.pk)).text
    assert len(opened(coordinator, page, "All as rows")) == 6
    speaker = speaker_of(organisation)
    assert "All as rows" not in speaker.get(address("ledger", speaker, organisation.pk)).text
