"""Broad sectors beside sectors: on the page of a partner and in the directory."""

import pytest
from django.urls import reverse

from partners.models import Organisation
from tests.factories import TermFactory
from tests.partners.broad_sectors.town import carrying


def page_of(client, name: str) -> list[tuple[str, str]]:
    one = Organisation.objects.get(name=name)
    answer = client.get(reverse("partners:detail", args=[client.slug, one.pk]))
    lines = [line for line in answer.context["profile"].lines if line.label == "Sectors"]
    told = [(term.name, term.note) for line in lines for term in line.terms]
    assert all(
        f'<small class="quiet">{note}</small>' in answer.text for _name, note in told if note
    )
    return told


def test_partner_page_says_of_each_sector_which_broad_one_it_is_part_of(town):
    assert page_of(town, "County School Board") == [
        ("Local government", "Government"),
        ("Schools", "Schools and academia"),
    ]
    assert page_of(town, "Elm Homes") == [("Housing", "")]


def test_partner_page_says_no_word_twice(coordinator):
    sector = TermFactory(
        coalition=coordinator.membership.coalition, name="Government", broad_sector="government"
    )
    carrying(coordinator, "City Hall", sector)
    assert page_of(coordinator, "City Hall") == [("Government", "")]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("fields_told=broad", "Government, Schools and academia"),
        (
            "fields_told=sectors&fields_told=broad",
            "Local government, Schools · Government, Schools and academia",
        ),
        ("fields_told=sectors", "Local government, Schools"),
    ],
)
def test_directory_tells_them_where_they_are_asked_for(town, fields, told):
    address = f"?chosen=1&title=&grouping=name&paper=a4&{fields}&q=school"
    page = town.get(reverse("partners:directory", args=[town.slug]) + address)
    assert f'<p class="quiet">{told}</p>' in page.text
    pdf = town.get(reverse("partners:directory_pdf", args=[town.slug]) + address)
    assert pdf.content.startswith(b"%PDF")
