"""What a network comes to: known pictures, and what there is not enough to say."""

from dataclasses import replace

import pytest

from partners.network.graph import Edge, Network
from partners.network.layout import positions
from partners.network.levels import is_disagreement, mean_level
from partners.network.measures import measure


def network(n: int, *pairs: tuple[int, int]) -> Network:
    return Network.of(range(n), [Edge(one, other) for one, other in pairs])


STAR = network(5, (0, 1), (0, 2), (0, 3), (0, 4))
RING = network(5, (0, 1), (1, 2), (2, 3), (3, 4), (4, 0))


@pytest.mark.parametrize(
    ("shape", "density", "centralisation"),
    [(STAR, 0.4, 1.0), (RING, 0.5, 0.0), (network(2, (0, 1)), 1.0, None), (network(1), None, None)],
)
def test_density_and_centralisation_of_known_shapes(shape, density, centralisation):
    told = measure(shape)
    assert (told.density, told.centralisation) == (density, centralisation)


@pytest.mark.parametrize(
    ("tellers", "by_us", "answerable"),
    [
        ({0}, False, 4),
        ({0, 1}, False, 7),
        ({0, 1, 2, 3}, False, 10),
        ({0}, True, 10),
        ((), False, 10),
    ],
)
def test_density_is_of_the_pairs_of_which_somebody_could_tell(tellers, by_us, answerable):
    """Among five: of whoever tells there are four pairs, and of a second one three more."""
    told = measure(replace(STAR, tellers=frozenset(tellers), is_told_by_us=by_us))
    assert (told.answerable, told.told) == (answerable, len(tellers))
    assert told.density == 4 / answerable


def test_middle_of_a_star_is_the_only_broker_and_joint():
    told = measure(STAR)
    assert told.brokers == [0]
    assert [node for node, place in told.places.items() if place.is_joint] == [0]
    assert (told.places[0].betweenness, told.places[0].closeness) == (1.0, 1.0)
    assert told.places[1].closeness == pytest.approx(4 / 7)
    assert (told.average_path, told.diameter, told.transitivity) == (1.6, 2, 0.0)


def test_triangle_with_a_tail_and_somebody_alone():
    """Counted by hand: one triangle, five chains of three; shares 1, 1, 1/3, 0 and 0."""
    told = measure(network(5, (0, 1), (1, 2), (2, 0), (2, 3)))
    assert told.transitivity == pytest.approx(3 / 5)
    assert told.clustering == pytest.approx((1 + 1 + 1 / 3) / 5)
    assert (told.components, told.isolates, told.largest) == (2, 1, 4)
    assert told.average_degree == pytest.approx(8 / 5)
    assert told.places[4].closeness == 0


def test_nobody_is_measured_as_nothing_and_not_as_zero():
    told = measure(network(0))
    assert (told.density, told.average_degree, told.clustering) == (None, None, None)
    assert (told.transitivity, told.average_path, told.brokers) == (None, None, [])


def test_reciprocity_is_of_pairs_in_which_both_were_asked():
    told = measure(
        Network.of(
            range(4),
            [Edge(0, 1, is_mutual=True), Edge(1, 2, is_mutual=False), Edge(2, 3)],
        )
    )
    assert (told.reciprocity, told.rated_by_both) == (0.5, 2)
    assert measure(STAR).reciprocity is None


@pytest.mark.parametrize("pairs", [[(0, 0)], [(0, 1), (1, 0)], [(0, 9)]])
def test_what_is_no_simple_graph_is_refused(pairs):
    with pytest.raises(ValueError, match=r"twice|two different"):
        network(2, *pairs)


def test_fingerprint_is_of_the_network_and_not_of_its_order():
    assert network(3, (0, 1), (1, 2)).fingerprint == network(3, (2, 1), (1, 0)).fingerprint
    assert network(3, (0, 1)).fingerprint != network(3, (0, 2)).fingerprint


def test_same_network_is_drawn_the_same_and_those_alone_stand_beneath():
    shape = network(7, (0, 1), (1, 2), (2, 3), (3, 0))
    places = positions(shape)
    assert places == positions(shape)
    lowest = max(places[node][1] for node in range(4))
    assert all(places[node][1] > lowest for node in (4, 5, 6))


def test_levels_of_two_sides_are_averaged_and_a_wide_gap_is_the_finding():
    assert (mean_level([4, 2]), is_disagreement(4, 2)) == (3, True)
    assert (mean_level([4, None]), is_disagreement(4, None)) == (4, False)
    assert (mean_level([None, None]), is_disagreement(3, 2)) == (None, False)
