"""The partner list by broad sectors: filter, group, column, files, views, and a file that comes back."""

import csv

import pytest
from django.urls import reverse

from accounts.models import Person
from partners.models import Classification, Term
from tests.factories import TermFactory
from tests.partners.broad_sectors.town import carrying
from tests.partners.importing import applied, uploaded
from tests.partners.listing.browsing import browse, names
from tests.partners.saved_views.keeping import opened, rows, save


def groups(client, address):
    shown = browse(client, address).context["listing"].groups
    return [(group.label, group.count, [row.name for row in group.rows]) for group in shown]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("?broad=government", ["City Hall", "County School Board", "Oak Transit"]),
        ("?broad=government&kind=partner", ["City Hall", "County School Board"]),
        ("?broad=academia&broad=health", ["Ash Clinic", "County School Board"]),
        ("?broad=government&q=hall", ["City Hall"]),
        ("?broad=government&sector=Schools", ["County School Board"]),
        ("?broad=academia&sector=Transit", []),
        ("?broad=private", []),
        ("?broad=nonsense", []),
    ],
)
def test_filter_narrows_together_with_the_others(town, address, expected):
    assert names(town, address) == expected


def test_filter_offers_what_there_is_and_counts_each_partner_once(town):
    (chip,) = (one for one in browse(town).context["listing"].filters if one.name == "broad")
    assert [(one.value, one.label, one.count) for one in chip.choices] == [
        ("government", "Government", 3),
        ("health", "Health care", 1),
        ("academia", "Schools and academia", 1),
    ]


def test_answers_count_what_each_would_leave_with_other_filters_on(town):
    for address in ("?kind=partner", "?broad=health&kind=partner", "?sector=Transit"):
        answer = browse(town, address)
        (chip,) = (one for one in answer.context["listing"].filters if one.name == "broad")
        for choice in chip.choices:
            asked = answer.wsgi_request.GET.copy()
            asked["broad"] = choice.value
            left = browse(town, f"?{asked.urlencode()}").context["listing"].count
            assert (address, choice.value, choice.count) == (address, choice.value, left)


def test_coalition_without_broad_sectors_has_no_chip(coordinator):
    carrying(coordinator, "Ash", TermFactory(coalition=coordinator.membership.coalition))
    assert "broad" not in [one.name for one in browse(coordinator).context["listing"].filters]


def test_sectors_of_other_coalitions_do_not_count(town, member):
    stranger = member("coordinator")
    assert names(stranger, "?broad=government") == []
    assert "broad" not in [one.name for one in browse(stranger).context["listing"].filters]


def test_groups_hold_each_partner_once_and_end_with_those_of_whom_nothing_is_said(town):
    assert groups(town, "?group=broad&retired=too") == [
        ("Government", 3, ["City Hall", "County School Board", "Oak Transit"]),
        ("Health care", 1, ["Ash Clinic"]),
        ("Schools and academia", 1, ["County School Board"]),
        ("No broad sector told", 2, ["Elm Homes", "Yew"]),
    ]


def test_groups_under_the_filter_are_those_it_names(town):
    assert groups(town, "?group=broad&broad=academia") == [
        ("Schools and academia", 1, ["County School Board"])
    ]


def test_column_tells_each_once_in_the_order_of_all_and_in_the_language_of_the_reader(town):
    address = "?columns=name,broad&q=city+hall"
    (row,) = browse(town, address).context["listing"].rows
    assert row.value("broad") == "Government"
    (row,) = browse(town, "?columns=name,broad&q=school").context["listing"].rows
    assert row.value("broad") == "Government, Schools and academia"
    Person.objects.update(language="es")
    (row,) = browse(town, address).context["listing"].rows
    assert row.value("broad") == "Gobierno"


@pytest.mark.parametrize("address", ["?columns=name,broad", "?group=broad", "?broad=government"])
def test_list_takes_the_same_queries_for_1_and_3(
    coordinator, address, django_assert_max_num_queries
):
    transit = TermFactory(coalition=coordinator.membership.coalition, broad_sector="government")
    carrying(coordinator, "One", transit)
    with django_assert_max_num_queries(50) as before:
        assert names(coordinator, address) == ["One"]
    for name in ("Three", "Two"):
        carrying(coordinator, name, transit)
    with django_assert_max_num_queries(len(before)):
        assert names(coordinator, address) == ["One", "Three", "Two"]


def test_view_keeps_filter_and_column_whatever_the_sectors_are_called(town):
    view = save(town, "broad=academia&columns=name,broad&group=broad")
    Term.objects.filter(name="Schools").update(name="Learning")
    answer = opened(town, view)
    assert rows(answer) == ["County School Board"]
    assert not answer.context["bar"].is_changed
    listing = answer.context["listing"]
    assert [group.label for group in listing.groups] == ["Schools and academia"]
    assert [column.key for column in listing.columns] == ["name", "broad"]


def downloaded(client, address: str) -> dict[str, dict[str, str]]:
    url = f"{reverse('partners:export', args=[client.slug])}{address}"
    text = b"".join(client.get(url)).decode("utf-8-sig")
    told = csv.DictReader(text.splitlines())
    return {row.get("Name") or row["Partner"]: row for row in told}


@pytest.mark.parametrize("address", ["?format=csv", "?format=csv&columns=name,broad"])
def test_files_tell_them(town, address):
    told = downloaded(town, address)
    said = told["County School Board"]["Broad sectors"]
    assert said.replace(",", ";") == "Government; Schools and academia"
    assert told["Yew"]["Broad sectors"] == ""


def test_file_that_comes_back_makes_no_sectors_of_them(town):
    """Though its cells are called as sectors of the coalition are."""
    for name in ("Government", "Health care", "Schools and academia"):
        TermFactory(coalition=town.membership.coalition, name=name)
    url = reverse("partners:export", args=[town.slug]) + "?format=csv"
    content = b"".join(town.get(url))
    run = uploaded(town, content)
    position = next(
        str(n) for n, column in enumerate(run.columns) if column["name"] == "Broad sectors"
    )
    assert position not in run.mapping
    before = sorted(Classification.objects.values_list("organisation", "term"))
    applied(town, content)
    assert sorted(Classification.objects.values_list("organisation", "term")) == before


def test_partner_that_comes_in_by_its_sector_stands_in_the_broad_one(town):
    applied(town, "Name,Sectors\r\nBus Riders,Transit\r\n")
    assert names(town, "?broad=government&q=bus") == ["Bus Riders"]
