"""What a network comes to, as a whole and for each in it.

All are of the undirected simple graph, strength left aside. Sources: Freeman, "Centrality in social
networks", Social Networks 1 (1978), for degree centralisation, betweenness and closeness; Watts and
Strogatz, Nature 393 (1998), for clustering; Wasserman and Faust (1994) for closeness across components.
No publication says which density is good: ties cost time. Read them as a trend.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rustworkx

from partners.network.graph import Network

VERSION = 2  # of the formulas: what was kept of another version is computed anew
BROKERS = 5
# Paths between all pairs take memory by the square of the nodes.
PATHS_UP_TO = 3000


@dataclass(frozen=True)
class Place:
    """One node. `degree`: how many it is tied to. `betweenness`: the share, from 0 to 1, of the shortest
    ways between two others that lead through it. `closeness`: how near all others are, from 0 (tied to
    nobody) to 1 (tied to everybody). `is_joint`: without it others would lose each other."""

    degree: int
    betweenness: float
    closeness: float
    is_joint: bool


@dataclass(frozen=True)
class Measures:
    """Each figure is None where there is not enough to say anything: that is not 0.

    `answerable`: the pairs by which the density is divided. `told`: how many have told their own side.
    """

    nodes: int
    ties: int
    answerable: int
    told: int
    density: float | None
    centralisation: float | None
    components: int
    isolates: int
    transitivity: float | None
    clustering: float | None
    average_degree: float | None
    reciprocity: float | None
    rated_by_both: int
    largest: int
    average_path: float | None
    diameter: int | None
    places: Mapping[int, Place]

    @property
    def brokers(self) -> list[int]:
        """Through whom most ways lead, the first first: at most five, only those with any."""
        ranked = sorted(self.places, key=lambda node: (-self.places[node].betweenness, node))
        return [node for node in ranked if self.places[node].betweenness > 0][:BROKERS]


def measure(network: Network) -> Measures:
    graph, number_of = _as_graph(network)
    components = [sorted(part) for part in rustworkx.connected_components(graph)]
    largest = max(components, key=lambda part: (len(part), -part[0]), default=[])
    steps = rustworkx.distance_matrix(graph) if len(network.nodes) <= PATHS_UP_TO else None
    average_path, diameter = _paths(steps, largest)
    transitivity, clustering = _closure(network)
    return Measures(
        nodes=len(network.nodes),
        ties=len(network.edges),
        answerable=network.answerable,
        told=len(network.tellers),
        density=density(network),
        centralisation=centralisation(network),
        components=len(components),
        isolates=sum(1 for others in network.neighbours.values() if not others),
        transitivity=transitivity,
        clustering=clustering,
        average_degree=2 * len(network.edges) / len(network.nodes) if network.nodes else None,
        reciprocity=reciprocity(network),
        rated_by_both=sum(1 for edge in network.edges if edge.is_mutual is not None),
        largest=len(largest),
        average_path=average_path,
        diameter=diameter,
        places=_places(network, graph, number_of, steps),
    )


def density(network: Network) -> float | None:
    """Ties that there are, of all that there could be: `2m / n(n−1)`, from 0 to 1; None below two.

    Where only the organisations themselves tell, and some have not, the pairs of which neither has told are
    left out: nobody knows whether they are tied.
    """
    return len(network.edges) / network.answerable if network.answerable else None


def centralisation(network: Network) -> float | None:
    """Freeman's degree centralisation, `Σ(d_max − d_i) / (n−1)(n−2)`: 1 is a star, 0 all alike.

    None below three: of two, neither can be the middle.
    """
    degrees = [len(others) for others in network.neighbours.values()]
    n = len(degrees)
    if n < 3:  # noqa: PLR2004 - see above
        return None
    return (n * max(degrees) - sum(degrees)) / ((n - 1) * (n - 2))


def reciprocity(network: Network) -> float | None:
    """Of the tied pairs in which both sides were asked, the share in which both say that there is a tie."""
    told = [edge.is_mutual for edge in network.edges if edge.is_mutual is not None]
    return sum(told) / len(told) if told else None


def _as_graph(network: Network) -> tuple[Any, dict[int, int]]:
    graph = rustworkx.PyGraph(multigraph=False)
    number_of = dict(zip(network.nodes, graph.add_nodes_from(network.nodes), strict=True))
    graph.add_edges_from_no_data(
        [(number_of[edge.one], number_of[edge.other]) for edge in network.edges]
    )
    return graph, number_of


def _places(
    network: Network, graph: Any, number_of: Mapping[int, int], steps: Any
) -> dict[int, Place]:
    """Betweenness divided by the `(n−1)(n−2)/2` pairs of others; closeness after Wasserman and Faust."""
    between = rustworkx.betweenness_centrality(graph, normalized=True)
    close = _closeness(graph, steps)
    joints = rustworkx.articulation_points(graph)
    return {
        node: Place(
            degree=len(network.neighbours[node]),
            betweenness=between[number],
            closeness=close[number],
            is_joint=number in joints,
        )
        for node, number in number_of.items()
    }


def _closure(network: Network) -> tuple[float | None, float | None]:
    """Transitivity, `3 · triangles / chains of three`, and the mean of the nodes' own shares; 0 to 1.

    A node with fewer than two ties counts 0 in the mean, as networkx and most papers do. Transitivity is
    None where nobody is tied to two.
    """
    closed = chains = 0
    shares = []
    for others in network.neighbours.values():
        pairs = len(others) * (len(others) - 1) // 2
        tied = sum(len(network.neighbours[other] & others) for other in others) // 2
        closed, chains = closed + tied, chains + pairs
        shares.append(tied / pairs if pairs else 0.0)
    return (
        closed / chains if chains else None,
        sum(shares) / len(shares) if shares else None,
    )


def _closeness(graph: Any, steps: Any) -> Any:
    """`(r / Σd) · (r / (n−1))` of the `r` others that can be reached; from the steps where they are known."""
    if steps is None:
        return rustworkx.closeness_centrality(graph, wf_improved=True)
    n = len(steps)
    reached, total = (steps > 0).sum(axis=1), steps.sum(axis=1)
    return [
        float(r) * float(r) / (float(d) * (n - 1)) if r else 0.0
        for r, d in zip(reached, total, strict=True)
    ]


def _paths(steps: Any, largest: list[int]) -> tuple[float | None, int | None]:
    """Within the largest component: the mean number of steps between two, and between the farthest two.

    `steps` are those between any two, 0 where there is no way, or None where they were too many to count.
    """
    n = len(largest)
    if steps is None or n < 2:  # noqa: PLR2004 - nobody is a step away from oneself
        return None, None
    within = steps[largest]
    return float(within.sum()) / (n * (n - 1)), int(within.max())
