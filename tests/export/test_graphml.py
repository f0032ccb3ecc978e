"""GraphML takes what networkx cannot write, and is read back with the same nodes, edges and words."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.graphml import legal, plain, write_graphml
from tests.graphs import HOSTILE_NAME, small_graph


def test_the_small_graph_is_read_back(tmp_path: Path) -> None:
    network = small_graph().to_networkx()
    write_graphml(network, tmp_path / "graph.graphml")
    found = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    found.graph.clear()  # what the format says of itself
    assert networkx.utils.graphs_equal(found, network)
    assert HOSTILE_NAME in set(networkx.get_node_attributes(found, "label").values())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["a", "b"], "a; b"),
        ((1, 2), "1; 2"),
        ({"b", "a"}, "a; b"),
        ({"b": 1, "a": None}, '{"a": null, "b": 1}'),
        ("a\x00b\x1f\ufffe\ud800", "ab"),
        (True, True),
        (0.5, 0.5),
    ],
    ids=str,
)
def test_attributes_are_flattened(value: object, expected: object) -> None:
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_node("n", value=value, nothing=None)
    network.add_edge("n", "m", key="k", value=value, nothing=None)
    found = plain(network)
    assert found.nodes["n"] == {"value": expected}
    assert found.edges["n", "m", "k"] == {"value": expected}


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_node("n", value=text)
    xml = "\n".join(networkx.generate_graphml(plain(network)))
    (found,) = dict(networkx.parse_graphml(xml).nodes(data="value")).values()
    # XML makes one line feed of each kind of line break.
    assert (found or "") == legal(text).replace("\r\n", "\n").replace("\r", "\n")


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_graphml(small_graph().to_networkx(), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
