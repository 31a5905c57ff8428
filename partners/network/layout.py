"""Where to draw whom: tied ones near each other, the same picture for the same network.

Fruchterman and Reingold, "Graph drawing by force-directed placement", Software: Practice and Experience 21
(1991), as rustworkx computes it, from a fixed seed. Who is tied to nobody stands in rows beneath: forces
would drive them out of the picture.
"""

import math
from collections.abc import Mapping
from typing import Any

import rustworkx

from partners.network.graph import Network

VERSION = 1
SEED = 17
STEPS = 200
STEPS_OF_MANY = 40  # from `MANY` nodes on: each step costs their square
MANY = 600
WIDTH = 1000.0  # of the picture, in no unit; it is as high as it is wide
ROW = 24  # of those who are tied to nobody


def positions(network: Network) -> dict[int, tuple[float, float]]:
    """For every node its place, from 0 to 1000 in both directions; rows beneath lie further down."""
    tied = [node for node in network.nodes if network.neighbours[node]]
    alone = [node for node in network.nodes if not network.neighbours[node]]
    return _spread(_springs(network, tied)) | _rows(alone, begin=WIDTH * 1.08 if tied else 0.0)


def _springs(network: Network, tied: list[int]) -> dict[int, tuple[float, float]]:
    if not tied:
        return {}
    graph = rustworkx.PyGraph(multigraph=False)
    number_of = dict(zip(tied, graph.add_nodes_from(tied), strict=True))
    graph.add_edges_from_no_data([(number_of[e.one], number_of[e.other]) for e in network.edges])
    found: Any = rustworkx.spring_layout(
        graph,
        # The usual distance between two, wider than usual: names need room.
        k=2.2 / math.sqrt(len(tied)),
        num_iter=STEPS if len(tied) < MANY else STEPS_OF_MANY,
        seed=SEED,
    )
    return {node: (float(found[n][0]), float(found[n][1])) for node, n in number_of.items()}


def _spread(found: Mapping[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """The whole width and height are used."""
    if not found:
        return {}
    xs, ys = zip(*found.values(), strict=True)
    return {node: (_to(x, xs), _to(y, ys)) for node, (x, y) in found.items()}


def _to(value: float, all_values: tuple[float, ...]) -> float:
    low, high = min(all_values), max(all_values)
    share = (value - low) / (high - low) if high > low else 0.5
    return round(share * WIDTH, 1)


def _rows(alone: list[int], *, begin: float) -> dict[int, tuple[float, float]]:
    step = WIDTH / ROW
    return {
        node: (round((n % ROW + 0.5) * step, 1), round(begin + n // ROW * step, 1))
        for n, node in enumerate(alone)
    }
