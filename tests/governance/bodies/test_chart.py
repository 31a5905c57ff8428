"""The chart: where bodies stand in the picture, in the table, and in files."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from governance.reports.bodies.chart import chart_for
from governance.reports.bodies.tree import Note, Twig, across, deepness, indented
from tests.governance.bodies.telling import address
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory


def twig(name, *under, notes=()):
    return Twig(pk=0, name=name, url=f"/{name}", notes=notes, under=under)


FAMILY = [twig("Top", twig("Left", twig("Leaf")), twig("Right")), twig("Alone")]


def places(drawing):
    return {node.twig.name: (node.x, node.y) for node in drawing.nodes}


def test_tree_is_as_deep_as_its_longest_way():
    assert deepness([]) == 0
    assert deepness(FAMILY) == 3


def test_wide_picture_sets_each_step_into_its_column():
    drawing = across(FAMILY, column=100)
    columns = {name: x for name, (x, _y) in places(drawing).items()}
    assert columns == {"Top": 0, "Left": 156, "Leaf": 312, "Right": 156, "Alone": 0}
    assert len(drawing.ways) == 3
    assert drawing.width == 3 * 156 - 56


def test_wide_picture_sets_a_body_into_the_middle_of_what_belongs_to_it():
    nodes = {node.twig.name: node for node in across(FAMILY, column=100).nodes}
    assert nodes["Top"].middle == (nodes["Left"].middle + nodes["Right"].middle) / 2


def test_narrow_picture_indents_and_follows_the_order_of_reading():
    drawing = indented(FAMILY, width=340)
    told = [(node.twig.name, node.x) for node in drawing.nodes]
    assert told == [("Top", 0), ("Left", 28), ("Leaf", 56), ("Right", 28), ("Alone", 0)]


@pytest.mark.parametrize(
    "shape", [lambda t: across(t, column=120), lambda t: indented(t, width=340)]
)
def test_no_two_bodies_of_one_column_stand_over_each_other(shape):
    long = "A very long name of a body that needs several lines of the picture"
    drawing = shape([twig(long, twig(long, twig("Leaf")), twig("Right")), twig(long)])
    for column in {node.x for node in drawing.nodes}:
        here = sorted((node.y, node.y + node.height) for node in drawing.nodes if node.x == column)
        assert all(low[1] <= high[0] for low, high in pairwise(here))
    assert all(node.y + node.height <= drawing.height for node in drawing.nodes)


def test_long_words_are_broken_and_all_of_them_are_there():
    name = "Residents’ advisory circle for people who rent in Riverbend"
    notes = (Note("Advisory circle"), Note("2 seats are vacant", is_pressing=True))
    node = across([twig(name, notes=notes)], column=160).nodes[0]
    assert " ".join(line.text for line in node.words if line.is_name) == name
    pressing = " ".join(line.text for line in node.words if line.is_pressing)
    assert pressing == "2 seats are vacant"


def test_narrow_picture_has_an_end_to_indenting():
    deep = twig("9")
    for number in range(8, -1, -1):
        deep = twig(str(number), deep)
    assert max(node.x for node in indented([deep], width=340).nodes) == 5 * 28


# ---------------------------------------------------------------- of a coalition


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def names(lines):
    return [line.body.name for line in lines]


def test_chart_sets_lead_organisations_and_closed_bodies_apart(coordinator, coalition):
    steering = BodyFactory(coalition=coalition, name="Steering", steering=True)
    lead = BodyFactory(coalition=coalition, name="Lead", kind="lead_organisation", parent=steering)
    BodyFactory(coalition=coalition, name="Staff", parent=lead)
    BodyFactory(coalition=coalition, name="Food", parent=steering)
    BodyFactory(coalition=coalition, name="Launch", parent=steering, closed=True)
    chart = chart_for(coordinator.membership, on=steering.opened_on)
    assert names(chart.roots) == ["Steering"]
    assert names(chart.roots[0].under) == ["Food"]
    assert names(chart.leading) == ["Lead"]
    assert names(chart.leading[0].under) == ["Staff"]
    assert names(chart.closed) == ["Launch"]
    assert [line.depth for line in chart.standing] == [1, 2, 1, 2]


def test_body_under_a_closed_one_stands_by_itself(coordinator, coalition):
    closed = BodyFactory(coalition=coalition, closed=True)
    BodyFactory(coalition=coalition, name="Left over", parent=closed)
    chart = chart_for(coordinator.membership, on=closed.opened_on)
    assert names(chart.roots) == ["Left over"]
    assert chart.roots[0].parent is None


def test_table_tells_the_same_as_the_picture(coordinator, coalition):
    top = BodyFactory(coalition=coalition, name="Steering", cadence="monthly")
    body = BodyFactory(coalition=coalition, name="Food", parent=top)
    role = RoleAssignmentFactory(
        seat=SeatFactory(body=body, rank="co_lead"), starts_on=body.opened_on, ends_on=None
    )
    SeatFactory(body=body)
    page = coordinator.get(address(coordinator, "bodies")).content.decode()
    table = page[page.index("<tbody>") :]
    for words in ("Food", "Steering", "Every month", role.organisation.name):
        assert words in table
    assert '<span class="need">1</span>' in table
    assert "1 of 2 seats" in page
    assert "1 seat is vacant" in page


def test_picture_leads_to_every_body_by_links(coordinator, coalition):
    bodies = [BodyFactory(coalition=coalition) for _one in range(3)]
    page = coordinator.get(address(coordinator, "bodies")).content.decode()
    for body in bodies:
        assert page.count(f'<a href="{body.get_absolute_url()}" class="tree-node') == 2


def test_picture_is_downloaded_as_svg_that_stands_alone(coordinator, coalition):
    BodyFactory(coalition=coalition, name="Food & <movement>")
    answer = coordinator.get(address(coordinator, "bodies_picture"))
    root = ElementTree.fromstring(answer.content)
    texts = "".join(root.itertext())
    assert "Food & <movement>" in texts
    assert "var(" not in answer.content.decode()
    assert answer["Content-Disposition"].endswith('.svg"')


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_table_is_downloaded(coordinator, coalition, form):
    BodyFactory(coalition=coalition, name="Food", quorum=60)
    answer = coordinator.get(address(coordinator, "bodies_table"), {"format": form})
    content = b"".join(answer.streaming_content)
    assert answer["Content-Disposition"].endswith(f'.{form}"')
    if form == "csv":
        assert '"Food","Working group","","at work","","60",' in content.decode()


def test_first_body_is_asked_for_where_there_is_none(coordinator):
    page = coordinator.get(address(coordinator, "bodies")).content.decode()
    assert "No body yet" in page
    assert address(coordinator, "body_add") in page


@pytest.mark.parametrize("number", [1, 60])
def test_chart_takes_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    parent = None
    for _one in range(number):
        parent = BodyFactory(coalition=coalition, parent=parent)
        RoleAssignmentFactory(seat=SeatFactory(body=parent))
    for name in ("bodies", "bodies_picture"):
        coordinator.get(address(coordinator, name))
        with django_assert_num_queries(6):
            coordinator.get(address(coordinator, name))
