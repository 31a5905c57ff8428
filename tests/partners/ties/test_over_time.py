"""The network of evenings before: what stood then, what nobody knows, and that page and command agree."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Organisation
from partners.network.measures import measure
from partners.network.outline import outline
from partners.reports.composition.periods import HalfYear
from partners.reports.network.network import network_of
from partners.reports.network.question import Question
from partners.reports.network.then import networks_then
from partners.reports.network.trend import FIGURES, Point, drawing, evenings_before
from tests.factories import OrganisationFactory, RelationFactory, TieFactory
from tests.partners.composition.test_readings import On
from tests.partners.ties.test_merging_ties import merge
from tests.partners.ties.test_network import RING, STAR, network

LATE_2024, MID_2025 = date(2024, 12, 31), date(2025, 6, 30)


@pytest.fixture
def four(coordinator):
    """Ash, Elm, Fir and Oak are partners since 2020, written down in 2024."""
    coalition = coordinator.membership.coalition
    with On(2024, 3, 1) as at:
        return {
            name: OrganisationFactory(
                coalition=coalition, name=name, since_on=date(2020, 1, 1), created_at=at
            )
            for name in ("Ash", "Elm", "Fir", "Oak")
        }


def tied(four, one, other, **told):
    relation = told.pop("relation", None) or RelationFactory(coalition=four[one].coalition)
    return TieFactory(first=four[one], second=four[other], relation=relation, **told)


def then(coordinator, *days, **asked):
    question = Question(on=timezone.localdate(), **asked)
    return networks_then(question, coordinator.membership, days)


def pairs(four, told):
    names = {one.pk: name for name, one in four.items()}
    return {names[edge.one] + names[edge.other] for edge in told.network.edges}


def test_tie_stands_between_its_days_whenever_they_were_written(coordinator, four):
    tied(four, "Ash", "Elm", since_on=date(2024, 2, 1))
    tied(four, "Elm", "Fir", since_on=date(2024, 2, 1), until_on=LATE_2024)
    tied(four, "Fir", "Oak", since_on=date(2025, 3, 1))
    before, after = then(coordinator, LATE_2024, MID_2025)
    assert pairs(four, before) == {"AshElm", "ElmFir"}
    assert pairs(four, after) == {"AshElm", "FirOak"}
    assert (before.late, before.undated, before.is_known) == (2, 0, True)


def test_tie_without_a_first_day_stands_from_when_it_was_written(coordinator, four):
    with On(2025, 2, 1):
        tied(four, "Ash", "Elm")
    tied(four, "Elm", "Fir", since_on=date(2024, 2, 1))
    before, after = then(coordinator, LATE_2024, MID_2025)
    assert (pairs(four, before), before.undated) == ({"ElmFir"}, 1)
    assert (pairs(four, after), after.undated, after.late) == ({"AshElm", "ElmFir"}, 0, 1)


def test_more_undated_ties_than_known_ones_are_not_enough_data(coordinator, four):
    tied(four, "Ash", "Elm", since_on=date(2024, 2, 1))
    tied(four, "Elm", "Fir")
    assert then(coordinator, LATE_2024)[0].is_known
    tied(four, "Fir", "Oak")
    assert not then(coordinator, LATE_2024)[0].is_known


def test_nothing_written_is_not_known_and_none_left_is_known_to_be_none(coordinator, four):
    assert not then(coordinator, LATE_2024)[0].is_known
    with On(2024, 4, 1):
        tied(four, "Ash", "Elm", until_on=date(2024, 5, 1))
    told = then(coordinator, LATE_2024)[0]
    assert (told.is_known, outline(told.network).density) == (True, 0)


def test_levels_are_those_that_were_told_then(coordinator, four):
    with On(2024, 4, 1):
        tie = tied(four, "Ash", "Elm", level_first=1, level_second=0)
    with On(2025, 2, 1):
        tie.level_first = tie.level_second = 4
        tie.save()
    before, after = then(coordinator, LATE_2024, MID_2025)
    assert outline(before.network).reciprocity == 0
    assert outline(after.network).reciprocity == 1
    close = then(coordinator, LATE_2024, MID_2025, level=3)
    assert [len(one.network.edges) for one in close] == [0, 1]


def test_who_left_later_was_there_and_who_came_later_was_not(coordinator, four):
    tied(four, "Ash", "Elm", since_on=date(2024, 2, 1))
    four["Elm"].retired_on, four["Elm"].retired_reason = date(2025, 3, 1), "Closed"
    four["Elm"].save()
    OrganisationFactory(coalition=four["Ash"].coalition, name="New", since_on=date(2025, 3, 1))
    before, after = then(coordinator, LATE_2024, MID_2025)
    assert (len(before.network.nodes), pairs(four, before)) == (4, {"AshElm"})
    assert (len(after.network.nodes), pairs(four, after)) == (4, set())


def test_two_records_that_are_one_by_now_were_never_two(coordinator, four):
    tied(four, "Ash", "Elm", since_on=date(2024, 2, 1))
    tied(four, "Oak", "Fir", since_on=date(2024, 2, 1))
    merge(four["Ash"], four["Oak"])
    told = then(coordinator, LATE_2024)[0]
    assert len(told.network.nodes) == 3
    assert pairs(four, told) == {"AshElm", "AshFir"}


def test_this_evening_is_what_the_map_tells(coordinator, four):
    tied(four, "Ash", "Elm", level_first=2, level_second=3)
    tied(four, "Elm", "Fir", until_on=timezone.localdate() - timedelta(days=1))
    prospect = OrganisationFactory(
        coalition=four["Ash"].coalition, kind=Organisation.Kind.PROSPECT, name="Gum"
    )
    TieFactory(
        first=four["Oak"], second=prospect, relation=RelationFactory(coalition=prospect.coalition)
    )
    question = Question(on=timezone.localdate())
    now = network_of(question, membership=coordinator.membership).network
    told = then(coordinator, question.on)[0].network
    assert (set(told.nodes), set(told.edges)) == (set(now.nodes), set(now.edges))


@pytest.mark.parametrize("shape", [STAR, RING, network(0), network(1), network(5, (0, 1), (2, 3))])
def test_outline_is_the_same_as_the_measures(shape):
    one, all_of_it = outline(shape), measure(shape)
    for name in (
        "nodes",
        "ties",
        "density",
        "centralisation",
        "components",
        "isolates",
        "reciprocity",
    ):
        assert getattr(one, name) == getattr(all_of_it, name), name


# ---------------------------------------------------------------- page, picture, command


def page(client, **asked):
    return client.get(reverse("partners:network_trend", args=[client.slug]), asked)


def test_page_tells_each_half_year_beside_now(coordinator, four):
    day = timezone.localdate()
    relation = RelationFactory(coalition=four["Ash"].coalition)
    tied(four, "Ash", "Elm", since_on=date(2024, 2, 1), relation=relation)
    tied(four, "Elm", "Fir", since_on=HalfYear.of(day).first, relation=relation)
    answer = page(coordinator)
    told = answer.context["trend"]
    assert [point.on for point in told.points] == [*evenings_before(day), day]
    assert [point.outline.ties for point in told.points[-2:]] == [1, 2]
    assert "33.3 %" in answer.text  # 2 of 6 pairs
    assert "16.7 %" in answer.text
    labels = [str(one.label) for one in told.drawings]
    # Nobody was asked whether both speak of it.
    assert labels == ["Density", "Centralisation", "Components", "Without a tie"]
    assert answer.text.count("<polyline") == len(labels)


def test_page_says_where_there_is_not_enough_data(coordinator, four):
    tied(four, "Ash", "Elm")
    answer = page(coordinator)
    assert not answer.context["trend"].has_past
    assert "there is not enough data" in answer.text
    assert "<svg" not in answer.text.split('id="trend"')[1].split("</section>")[0]


def test_line_ends_where_nothing_is_known():
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(5)]
    shapes = [STAR, RING, None, STAR, RING]
    points = [
        Point(on, outline(shape) if shape else None, is_now=on == days[-1])
        for on, shape in zip(days, shapes, strict=True)
    ]
    density = next(one for one in FIGURES if one.key == "density")
    drawn = drawing(density, points)
    assert (len(drawn.lines), len(drawn.marks), drawn.top) == (2, 4, "50 %")
    assert drawn.lines[0] == "6.0,15.6 63.0,6.0"  # 40 and 50 of 50
    assert [mark.is_now for mark in drawn.marks] == [False, False, False, True]


def test_map_leads_to_it_with_its_filters_and_both_are_for_who_sees_partners(
    coordinator, four, member
):
    url = reverse("partners:network_trend", args=[coordinator.slug])
    shown = coordinator.get(reverse("partners:network", args=[coordinator.slug]), {"level": 2}).text
    assert f'href="{url}?level=2"' in shown
    coalition = four["Ash"].coalition
    assert page(member(Role.VIEWER, coalition=coalition)).status_code == 200
    assert page(member(Role.PARTNER, coalition=coalition)).status_code == 403


def test_queries_are_as_many_for_one_tie_as_for_thirty(coordinator, four):
    def count():
        with CaptureQueriesContext(connection) as captured:
            page(coordinator)
        return len(captured)

    tied(four, "Ash", "Elm", since_on=date(2024, 2, 1))
    few = count()
    for _each in range(30):
        TieFactory(
            first=four["Ash"],
            relation=RelationFactory(coalition=four["Ash"].coalition),
            since_on=date(2024, 2, 1),
        )
    assert count() == few


def measured(slug, *args):
    out = StringIO()
    call_command("network_measures", slug, *args, stdout=out)
    return out.getvalue()


def test_command_tells_the_figures_of_the_page_for_a_day(coordinator, four):
    tied(four, "Ash", "Elm", since_on=date(2024, 2, 1))
    evening = evenings_before(timezone.localdate())[-1]
    told = json.loads(measured(coordinator.slug, "--on", evening.isoformat(), "--json"))
    shown = page(coordinator).context["trend"].points[-2].outline
    for figure in FIGURES:
        assert told[figure.key] == getattr(shown, figure.key), figure.key
    assert (told["known"], told["told_later"], told["brokers"]) == (True, 1, [])
    assert {one["name"] for one in told["organisations"]} == set(four)
    assert "Not enough data" in measured(coordinator.slug, "--on", "2023-12-31")
    with pytest.raises(CommandError, match="still to come"):
        measured(coordinator.slug, "--on", "2999-01-01")
