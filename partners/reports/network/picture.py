"""The picture as Apache ECharts draws it: who stands where, how large, in which colour and shape."""

import math
from typing import Any

from django.urls import reverse

from partners.reports.network.marks import Marks
from partners.reports.network.network import Found, Node

# Up to here every name is drawn where there is room, and a pointer brings out whom it touches.
FEW = 150
# From here on only who is in the middle is named, and lines are hair-thin.
MANY_TIES = 3000
NAMED_OF_MANY = 12
SMALLEST, LARGEST = 9, 34


def picture(found: Found, marks: Marks, *, slug: str) -> dict[str, Any]:
    """`var(--cw-…)` is resolved on drawing, so that one option serves light, dark and paper."""
    is_large = len(found.nodes) > FEW or len(found.network.edges) > MANY_TIES
    named = _named(found) if is_large else {node.pk for node in found.nodes}
    series = {
        "type": "graph",
        "layout": "none",
        "roam": True,
        "scaleLimit": {"min": 0.5, "max": 12},
        "nodeScaleRatio": 0.4,
        "data": [
            _node(node, found, marks, is_named=node.pk in named, slug=slug) for node in found.nodes
        ],
        "links": [_link(edge.one, edge.other, edge.level) for edge in found.network.edges],
        "lineStyle": {"color": "var(--cw-rule-field)", "opacity": _opacity(found), "curveness": 0},
        "label": {
            "position": "right",
            "fontSize": 13,
            "color": "var(--cw-ink)",
            "textBorderColor": "var(--cw-paper)",
            "textBorderWidth": 3,
        },
        "left": "5%",
        "right": "17%",
        "top": "4%",
        "bottom": "4%",
        "itemStyle": {"borderColor": "var(--cw-paper)", "borderWidth": 1},
        "emphasis": {"disabled": True} if is_large else {"focus": "adjacency", "scale": False},
        "animation": False,
    }
    return {
        "animation": False,
        "backgroundColor": "transparent",
        # ECharts would call the drawing an image and describe it itself: ours says where the table is.
        "aria": {"enabled": False},
        "tooltip": {"show": True, "renderMode": "richText", "confine": True},
        "series": [series],
    }


def _node(node: Node, found: Found, marks: Marks, *, is_named: bool, slug: str) -> dict[str, Any]:
    x, y = found.positions_of[node.pk]
    mark = marks.of(node)
    degree = found.measures.places[node.pk].degree
    told: dict[str, Any] = {
        "id": str(node.pk),
        "name": node.name,
        "x": x,
        "y": y,
        "value": degree,
        "symbol": f"path://{mark.path}",
        "symbolSize": _size(degree, found),
        "itemStyle": {"color": mark.token},
        "url": reverse("partners:detail", args=[slug, node.pk]),
    }
    return told | {"label": {"show": True}} if is_named else told


def _link(one: int, other: int, level: float | None) -> dict[str, Any]:
    """The closer, the thicker; one without a level is as thin as networking."""
    width = 0.6 + 0.6 * (level or 1)
    return {"source": str(one), "target": str(other), "lineStyle": {"width": round(width, 2)}}


def _size(degree: int, found: Found) -> int:
    """By area, against who has the most ties."""
    most = max((place.degree for place in found.measures.places.values()), default=0)
    share = math.sqrt(degree / most) if most else 0.0
    largest = LARGEST if len(found.nodes) <= FEW else LARGEST / 2
    return round(SMALLEST + share * (largest - SMALLEST))


def _opacity(found: Found) -> float:
    """The more lines there are, the less each of them weighs."""
    edges = len(found.network.edges)
    if edges > MANY_TIES:
        return 0.08
    return 0.6 if edges <= len(found.nodes) * 3 else 0.35


def _named(found: Found) -> set[int]:
    places = found.measures.places
    ranked = sorted(places, key=lambda pk: (-places[pk].degree, pk))
    return set(ranked[:NAMED_OF_MANY])
