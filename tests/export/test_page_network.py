"""What the page draws, of what, and where."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest
from msgspec.structs import replace

from kg.export.page_layout import place
from kg.export.page_network import ALL_DRAWN, MOST_CONNECTED, drawn_statements, edges_of, network
from kg.export.page_nodes import Nodes, cut, family_of
from kg.graph import Graph
from kg.model import Participant, Statement, ThemeMention
from tests.export.page_graphs import graph_of, invented


def nodes_of(graph: Graph) -> Nodes:
    return Nodes.of(graph, {})


def one_statement() -> Statement:
    return replace(invented(1, 1).statements[0], arguments=(), themes=(), attribution=())


@pytest.mark.parametrize(
    ("type_", "family"),
    [
        ("pol:Person", "person"),
        ("pol:GovernmentBody", "body"),
        ("pol:InternationalOrganization", "body"),
        ("pol:PoliticalParty", "body"),
        ("pol:Country", "place"),
        ("pol:Conference", "event"),
        ("pol:Law", "measure"),
        ("pol:UnstatedAddressee", "addressee"),
        ("http://example.org/terms#TradeMinistry", "body"),
        ("pol:Comet", "other"),
        (None, "phrase"),
    ],
)
def test_a_class_is_of_the_family_that_its_name_ends_with(type_: str | None, family: str) -> None:
    assert family_of(type_) == family


def test_a_long_name_is_cut_with_an_ellipsis() -> None:
    assert cut("a" * 10_000, 5) == "aaaa…"
    assert cut("short", 5) == "short"


def test_entities_are_one_node_over_documents_and_phrases_are_not() -> None:
    first = one_statement()
    second = replace(first, document="another")
    phrase = Participant("the plan", ((0, 8),), "plan", None, None, None, False, None)
    entity = replace(phrase, entity="id:plan/p", type="pol:Plan")
    nodes = Nodes.of(graph_of([], []), {})
    assert nodes.participant(entity, first) == nodes.participant(entity, second)
    assert nodes.participant(phrase, first) != nodes.participant(phrase, second)
    assert nodes.participant(phrase, first) == nodes.participant(replace(phrase, label="Plan"), first)


def test_every_statement_is_an_edge_from_its_subject() -> None:
    graph = invented()
    nodes = nodes_of(graph)
    edges = edges_of(graph.statements, nodes)
    for number, one in enumerate(graph.statements):
        own = [edge for edge in edges if edge.kind == "object" and edge.statements == (number,)]
        assert one.object is not None
        ends = (nodes.participant(one.subject, one), nodes.participant(one.object, one))
        assert [(edge.source, edge.target) for edge in own] == [ends]


def test_a_statement_without_an_object_ends_in_a_node_of_its_own() -> None:
    statement = replace(one_statement(), object=None)
    nodes = Nodes.of(graph_of([], []), {})
    (edge,) = edges_of([statement], nodes)
    assert edge.kind == "end"
    assert nodes.rows[edge.target]["family"] == "end"


def test_a_theme_hangs_on_the_participant_whose_words_raise_it() -> None:
    statement = one_statement()
    assert statement.object is not None
    nodes = Nodes.of(graph_of([], []), {})
    for participant in (statement.subject, statement.object):
        themed = replace(statement, themes=(ThemeMention("theme:x", participant.spans, True),))
        edge = edges_of([themed], nodes)[-1]
        assert (edge.kind, edge.source) == ("theme", nodes.participant(participant, themed))
        assert edge.target == nodes.theme("theme:x")


def test_parallel_statements_bend_apart() -> None:
    statement = one_statement()
    copies = [replace(statement, id=str(number)) for number in range(3)]
    nodes = Nodes.of(graph_of([], []), {})
    edges = edges_of(copies, nodes)
    made = network(edges, frozenset(range(3)), copies, nodes)
    assert len({str(edge["smooth"]) for edge in made.edges}) == 3


def test_of_a_large_graph_the_best_connected_statements_are_drawn() -> None:
    graph = invented(4, ALL_DRAWN // 4 + 1)
    edges = edges_of(graph.statements, nodes_of(graph))
    assert drawn_statements(edges, ALL_DRAWN) == frozenset(range(ALL_DRAWN))
    drawn = drawn_statements(edges, len(graph.statements))
    assert len(drawn) == MOST_CONNECTED
    assert drawn == drawn_statements(reversed(edges), len(graph.statements))


def test_no_node_lies_on_another() -> None:
    graph = invented(3, 10)
    nodes = nodes_of(graph)
    made = network(edges_of(graph.statements, nodes), frozenset(range(30)), graph.statements, nodes)
    for one, other in combinations(made.nodes, 2):
        assert dist((one["x"], one["y"]), (other["x"], other["y"])) > one["size"] + other["size"]


@pytest.mark.parametrize(
    ("radii", "links", "groups"),
    [
        pytest.param([], [], [], id="nothing"),
        pytest.param([5.0], [], [[0]], id="one node"),
        pytest.param([5.0, 5.0], [(0, 0, 1.0)], [[0, 1]], id="an edge to itself"),
        pytest.param([5.0, 5.0], [], [], id="no document"),
    ],
)
def test_small_layouts_have_places_of_their_own(
    radii: list[float], links: list[tuple[int, int, float]], groups: list[list[int]]
) -> None:
    places = place(radii, links, groups)
    assert len(set(places)) == len(radii)
