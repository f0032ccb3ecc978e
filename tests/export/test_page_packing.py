"""Packed rows are smaller and read back as they were."""

from __future__ import annotations

import json

import pytest

from kg.export.page import page_data
from kg.export.page_packing import packed
from kg.graph import Graph
from kg.ontology import load_ontology
from kg.scheme import load_themes
from tests.export.packing import unpacked
from tests.export.page_graphs import HOSTILE, hostile, invented
from tests.graphs import small_graph

GRAPHS = {
    "invented": invented(4, 20),
    "small": small_graph(),
    **{name: hostile(text) for name, text in HOSTILE.items()},
}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_packed_rows_read_back(graph: Graph) -> None:
    data = json.loads(json.dumps(page_data(graph, None, load_ontology(), load_themes())))
    assert unpacked(json.loads(json.dumps(packed(data)))) == data


def test_packed_statements_take_less_than_half_the_room() -> None:
    data = page_data(invented(40, 20), None, load_ontology(), load_themes())
    assert len(json.dumps(packed(data)["statements"])) < len(json.dumps(data["statements"])) / 2
