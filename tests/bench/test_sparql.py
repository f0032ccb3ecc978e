from __future__ import annotations

from pathlib import Path

import pytest

from bench import sparql
from kg.export import write
from kg.ontology import load_ontology
from kg.store import write_graph
from tests.graphs import small_graph, small_themes
from tests.queries import Case


def test_every_question_is_timed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_graph(small_graph(), tmp_path)
    write(small_graph(), tmp_path / "graph.ttl", load_ontology(), small_themes())
    cases = (Case("directives-by-theme", {"theme": "consumer-protection"}), Case("negated", {}))
    monkeypatch.setattr(sparql, "CASES", cases)
    assert sparql.main(["--keep", str(tmp_path), "--rounds", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("store made in ") and lines[1].startswith("store checked and opened in ")
    assert {line.split("rows  ")[1] for line in lines[3:5]} == {
        "negated",
        "directives-by-theme theme=consumer-protection",
    }
    assert lines[-1].split()[1:3] == ["of", "2"]
