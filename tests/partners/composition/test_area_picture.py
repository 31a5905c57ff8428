"""Areas as boxes: what each counts, what lies in what, and the way from nobody to a voice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from partners.models import Term
from tests.partners.composition.table import at, needed, partner, term


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def county(coalition):
    """Riverbend and Elm Park lie in the county; Far lies in nothing."""
    made = term(coalition, "area", "County")
    for name in ("Riverbend", "Elm Park"):
        Term.objects.filter(pk=term(coalition, "area", name).pk).update(within=made)
    term(coalition, "area", "Far")
    return made


def page(client):
    return client.get(at(client, "composition_areas"))


def boxes(answer):
    return {box.entry.label: box for box in answer.context["picture"].lines}


def counted(answer):
    return {name: (box.count.active, box.count.nominal) for name, box in boxes(answer).items()}


def test_boxes_count_upwards_and_say_who_is_for_the_whole(coordinator, coalition, county):
    partner(coalition, "Clinic", area="Riverbend")
    partner(coalition, "Quiet", area="Riverbend", is_active=False)
    partner(coalition, "Agency", area="County")
    answer = page(coordinator)
    assert counted(answer) == {
        "County": (2, 3),
        "Riverbend": (1, 2),
        "Elm Park": (0, 0),
        "Far": (0, 0),
    }
    found = boxes(answer)
    assert [part.entry.label for part in found["County"].parts] == ["Elm Park", "Riverbend"]
    assert (found["County"].whole, found["Elm Park"].around, found["Far"].around) == (1, 1, 0)
    assert (found["County"].shade, found["Riverbend"].shade, found["Far"].shade) == (5, 3, 0)
    assert "2 of 4 areas have nobody." in answer.text


def test_numbers_stand_in_the_page_beside_the_shade(coordinator, coalition, county):
    partner(coalition, "Clinic", area="Riverbend")
    partner(coalition, "Quiet", area="Far", is_active=False)
    partner(coalition, "Nowhere")
    answer = page(coordinator)
    picture, twin = answer.text.split('id="places"')[1].split('id="twin"')
    assert picture.count("1 active of 1") == 2  # the town, and its county
    assert "0 active of 1" in picture
    assert "One partner says of no area" in picture
    for name in ("County", "Riverbend", "Elm Park", "Far", "Not said"):
        assert f">{name}</a>" in twin


def test_box_opens_the_partners_that_it_counts(coordinator, coalition, county):
    partner(coalition, "Clinic", area="Riverbend")
    opened = coordinator.get(boxes(page(coordinator))["County"].url)
    assert [one.name for one in opened.context["cell"].active] == ["Clinic"]


def test_area_with_nobody_asks_for_a_voice_and_then_for_a_plan(coordinator, coalition, county):
    far = term(coalition, "area", "Far")
    ask = f'href="{at(coordinator, "needed_add")}?area={far.pk}"'
    assert ask in page(coordinator).text
    voice = needed(coalition, area="Far")
    text = page(coordinator).text
    assert ask not in text
    assert f'href="{at(coordinator, "gap", voice.pk)}"' in text
    assert "needed, nobody yet" in text
    assert boxes(page(coordinator))["Far"].words == "nobody"


def test_voice_for_some_of_an_area_still_lets_ask_for_the_area(coordinator, coalition, county):
    voice = needed(coalition, area="Far", population="Youth")
    far = term(coalition, "area", "Far")
    text = page(coordinator).text
    assert f'href="{at(coordinator, "gap", voice.pk)}"' in text
    assert f'href="{at(coordinator, "needed_add")}?area={far.pk}"' in text


def test_viewer_sees_it_without_what_is_planned_and_a_partner_does_not(
    coordinator, coalition, county, member
):
    needed(coalition, area="Far")
    viewer = member(Role.VIEWER, coalition=coalition)
    assert "Plan whom to ask" not in page(viewer).text
    assert "Ask for a voice" not in page(viewer).text
    assert page(member(Role.PARTNER, coalition=coalition)).status_code == 403


def test_list_without_areas_says_how_to_begin(coordinator):
    assert "No area is in your list yet" in page(coordinator).text


def test_queries_are_as_many_for_one_area_as_for_thirty(coordinator, coalition):
    def count():
        with CaptureQueriesContext(connection) as captured:
            page(coordinator)
        return len(captured)

    partner(coalition, "Clinic", area="A0")
    few = count()
    for n in range(1, 30):
        partner(coalition, f"Clinic {n}", area=f"A{n}")
    assert count() == few
