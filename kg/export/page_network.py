"""What the page draws: edges from statements, cut to what can be read, placed, and handed to pyvis.

A statement is an edge from its subject to its object. Further edges of the same statement go to the arguments that
are entities, and one to a small end node where it has neither. Themes hang on the participant whose words raise them.
How an edge looks follows its act and voice, in viewer/style.css and viewer/drawing.js; here are shape, size and place.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Literal

from kg.export.page_layout import Link, place
from kg.export.page_nodes import Nodes, families
from kg.model import Spans, Statement

if TYPE_CHECKING:
    from pyvis.network import Network

ALL_DRAWN = 1_500  # statements up to which all are drawn
MOST_CONNECTED = 300  # statements drawn of a larger graph: more is a hairball, and the list holds all
LABEL_WIDTH = 20  # characters a line, of two lines
WIDTHS = {"object": 1.6, "end": 1.6, "argument": 1.0, "theme": 1.0}  # of lines, in canvas units
SIZES = {"end": 3.0, "phrase": 6.0, "value": 6.0, "theme": 10.0}  # of the smallest nodes, in canvas units; else 9
OPTIONS = {
    "layout": {"improvedLayout": False},
    "physics": {"enabled": False},
    "edges": {"smooth": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": False, "tooltipDelay": 100000},
}


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the drawing; ``statements`` are numbers of statements, several only for a theme."""

    source: int
    target: int
    kind: Literal["object", "argument", "end", "theme"]
    statements: tuple[int, ...]


def edges_of(statements: Sequence[Statement], nodes: Nodes) -> list[Edge]:
    """Every edge, in the order of the statements, those to themes last."""
    edges: list[Edge] = []
    raised: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, one in enumerate(statements):
        own = _own_edges(number, one, nodes)
        edges += own
        for theme in one.themes:
            raised[_raising(one, theme.spans, own, nodes), nodes.theme(theme.concept)].append(number)
    edges += [Edge(*pair, "theme", tuple(dict.fromkeys(numbers))) for pair, numbers in raised.items()]
    return edges


def _own_edges(number: int, one: Statement, nodes: Nodes) -> list[Edge]:
    subject = nodes.participant(one.subject, one)
    edges = [Edge(subject, nodes.participant(one.object, one), "object", (number,))] if one.object else []
    for argument in one.arguments:
        if argument.entity is not None:
            edges.append(Edge(subject, nodes.participant(argument, one), "argument", (number,)))
    return edges or [Edge(subject, nodes.end(one), "end", (number,))]


def _raising(one: Statement, spans: Spans, own: Sequence[Edge], nodes: Nodes) -> int:
    """The drawn participant whose words raise a theme; where none's do, the one that the statement ends in."""
    drawn = [one.object, *(argument for argument in one.arguments if argument.entity is not None), one.subject]
    for participant in drawn:
        if participant is not None and _overlap(participant.spans, spans):
            return nodes.participant(participant, one)
    return own[0].target


def _overlap(some: Spans, others: Spans) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def drawn_statements(edges: Iterable[Edge], total: int) -> frozenset[int]:
    """The statements to draw: all, or those whose ends have most statements."""
    if total <= ALL_DRAWN:
        return frozenset(range(total))
    own = [edge for edge in edges if edge.kind != "theme"]
    degree = Counter(node for edge in own for node in (edge.source, edge.target))
    rank: dict[int, tuple[int, int]] = {}
    for edge in own:
        ends = sorted((degree[edge.source], degree[edge.target]))
        rank[edge.statements[0]] = max(rank.get(edge.statements[0], (0, 0)), (ends[0], ends[1]))
    return frozenset(sorted(rank, key=lambda number: (*(-end for end in rank[number]), number))[:MOST_CONNECTED])


def network(edges: Sequence[Edge], drawn: frozenset[int], statements: Sequence[Statement], nodes: Nodes) -> Network:
    """The drawing as pyvis holds it, every node in its place and nothing moving."""
    from pyvis.network import Network

    kept = [edge for edge in edges if not drawn.isdisjoint(edge.statements)]
    degree = Counter(node for edge in kept for node in (edge.source, edge.target))
    numbers = sorted(degree)
    swell = min(1.6, max(1.0, sqrt(len(numbers) / 200)))  # a large drawing opens small: its signs must still be seen
    sizes = [round(swell * _size(str(nodes.rows[number]["family"]), degree[number]), 1) for number in numbers]
    labels = [_label(str(nodes.rows[number]["label"])) for number in numbers]
    places = place(sizes, *_pulls(kept, statements, {number: at for at, number in enumerate(numbers)}))
    shapes = {family.key: family.shape for family in families()} | {"theme": "diamond", "end": "dot"}
    made = Network(directed=True, cdn_resources="in_line")
    for number, label, size, (x, y) in zip(numbers, labels, sizes, places, strict=True):
        family = str(nodes.rows[number]["family"])
        made.add_node(number, label, shapes[family], None, family=family, size=size, degree=degree[number], x=x, y=y)
    for edge, bend in zip(kept, _bends(kept), strict=True):
        smooth = {"type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)} if bend else False
        options = {"kind": edge.kind, "statements": edge.statements, "width": round(swell * WIDTHS[edge.kind], 1)}
        made.add_edge(edge.source, edge.target, smooth=smooth, **options)
    made.set_options(json.dumps(OPTIONS))
    return made


def _size(family: str, degree: int) -> float:
    smallest = SIZES.get(family, 9.0)
    return smallest if family == "end" else min(smallest + 2.2 * sqrt(degree - 1), 26.0)


def _label(text: str) -> str:
    return "\n".join(textwrap.wrap(text, LABEL_WIDTH, max_lines=2, placeholder="…")) or "…"


def _pulls(
    edges: Sequence[Edge], statements: Sequence[Statement], index: Mapping[int, int]
) -> tuple[list[Link], list[list[int]]]:
    """What holds the drawing together: its edges, and the nodes of each document."""
    links = [(index[one.source], index[one.target], 0.4 if one.kind == "theme" else 1.0) for one in edges]
    groups: dict[str, dict[int, None]] = {}
    for edge in edges:
        for number in edge.statements if edge.kind != "theme" else ():
            groups.setdefault(statements[number].document, {}).update(
                {index[edge.source]: None, index[edge.target]: None}
            )
    return links, [list(group) for group in groups.values()]


def _bends(edges: Sequence[Edge]) -> list[float]:
    """How far each edge curves, so that the edges between two nodes lie side by side."""
    between = Counter(frozenset((edge.source, edge.target)) for edge in edges)
    met: Counter[frozenset[int]] = Counter()
    bends = []
    for edge in edges:
        pair = frozenset((edge.source, edge.target))
        step = min(0.3, 1.6 / between[pair])
        bend = (met[pair] - (between[pair] - 1) / 2) * step
        met[pair] += 1
        bends.append(round(bend if edge.source < edge.target else -bend, 3))
    return bends
