"""The measurement writes a graph of the size asked for with every writer, and prints a line for each."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.generated import generated
from bench.rdf import OURS, count, main, of_size, peak
from kg.store import write_graph
from tests.graphs import small_graph


def test_a_graph_grows_to_the_number_of_triples() -> None:
    assert 2000 <= count(of_size(small_graph(), 2000)) < 4000


def test_every_writer_has_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_graph(small_graph(), tmp_path)
    main([str(tmp_path), "--triples", "1000", "--large", "2000", "--rounds", "1"])
    lines = capsys.readouterr().out.splitlines()
    for name in ("rdflib, Turtle", "pyoxigraph, Turtle", *(f"kg, {name}" for name in OURS)):
        assert any(line.startswith(name) and "triples/s" in line for line in lines), name
    assert sum("MB at most" in line for line in lines) == 2


def test_four_times_the_statements_keep_little_more_in_memory(tmp_path: Path) -> None:
    one, four = (generated(small_graph(), size) for size in (500, 2000))
    assert peak(four, tmp_path / "graph.trig") < 1.5 * peak(one, tmp_path / "graph.trig")
