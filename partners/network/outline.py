"""What a network comes to in a few figures that cost little, so that many days can be set side by side.

The same formulas as `partners.network.measures`, which adds what is computed from all ways between all pairs.
"""

from dataclasses import dataclass

import rustworkx

from partners.network.graph import Network
from partners.network.measures import centralisation, density, reciprocity


@dataclass(frozen=True)
class Outline:
    """Each figure is None where there is not enough to say anything: that is not 0.

    `components`: parts that nothing connects, one who is alone counted as a part. `isolates`: tied to nobody.
    Density, centralisation and reciprocity are shares from 0 to 1 (Freeman 1978; Wasserman and Faust 1994).
    """

    nodes: int
    ties: int
    density: float | None
    centralisation: float | None
    components: int
    isolates: int
    reciprocity: float | None


def outline(network: Network) -> Outline:
    return Outline(
        nodes=len(network.nodes),
        ties=len(network.edges),
        density=density(network),
        centralisation=centralisation(network),
        components=_components(network),
        isolates=sum(1 for others in network.neighbours.values() if not others),
        reciprocity=reciprocity(network),
    )


def _components(network: Network) -> int:
    graph = rustworkx.PyGraph(multigraph=False)
    number_of = dict(zip(network.nodes, graph.add_nodes_from(network.nodes), strict=True))
    graph.add_edges_from_no_data([(number_of[e.one], number_of[e.other]) for e in network.edges])
    return len(rustworkx.connected_components(graph))
