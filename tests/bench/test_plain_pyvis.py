"""pyvis's own page holds the same participants and statements as the explorer that is measured beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bench.plain_pyvis import write_plain
from tests.export.page_graphs import invented


def test_every_participant_is_a_node_and_every_statement_an_edge(tmp_path: Path) -> None:
    graph = invented(2, 5)
    write_plain(graph, tmp_path / "plain.html")
    page = (tmp_path / "plain.html").read_text("utf-8")
    nodes, edges = (
        json.loads(re.findall(rf"{name} = new vis.DataSet\((\[.*?\])\);", page)[0]) for name in ("nodes", "edges")
    )
    sides = [each for one in graph.statements for each in (one.subject, one.object) if each is not None]
    assert {node["id"] for node in nodes} == {each.entity or each.label for each in sides}
    assert len(edges) == len(graph.statements)
