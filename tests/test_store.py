from __future__ import annotations

import csv
import dataclasses
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import OutputError
from kg.graph import Graph
from kg.model import Document, Entity
from kg.store import read_graph, staged, write_graph
from tests.samples import participant, statement
from tests.strategies import GRAPHS

FILES = {
    "statements.jsonl", "documents.jsonl", "entities.jsonl", "context.json", "run.json", "report.json",
    "statements.csv", "documents.csv", "entities.csv",
}  # fmt: skip
SMALL = Graph(
    documents=(Document("a-1a2b3c4d", "A letter", "Café.", None, None, None, None, "en", "a.txt", "0"),),
    statements=(statement(subject=participant('=HYPERLINK("x")', 0), relation=("is", 20, "be")),),
    entities=(Entity("id:person/x", "+X", "pol:Person"),),
    prefixes={"id": "https://example.org/id/"},
    report={"documents": 1},
    run={"tool": "0.1.0"},
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(GRAPHS)
def test_any_graph_is_read_back_as_it_was(graph: Graph) -> None:
    with TemporaryDirectory() as folder:
        write_graph(graph, Path(folder) / "out")
        assert read_graph(Path(folder) / "out") == graph


def test_all_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_graph(SMALL, tmp_path / "deep" / "out")
    assert {path.name for path in (tmp_path / "deep" / "out").iterdir()} == FILES
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]


def test_two_writes_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_graph(SMALL, tmp_path / name)
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_text_is_written_as_itself(tmp_path: Path) -> None:
    write_graph(SMALL, tmp_path)
    assert "Café" in (tmp_path / "documents.jsonl").read_text(encoding="utf-8")


def test_a_spreadsheet_runs_no_cell(tmp_path: Path) -> None:
    write_graph(SMALL, tmp_path)
    with (tmp_path / "statements.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["subject"] == '\'=HYPERLINK("x")'


def test_what_else_stands_in_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    write_graph(SMALL, tmp_path)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_old_build_survives_a_write_that_fails(tmp_path: Path) -> None:
    write_graph(SMALL, tmp_path / "out")
    broken = dataclasses.replace(SMALL, report={"number": float("nan")})
    with pytest.raises(ValueError, match="JSON compliant"):
        write_graph(broken, tmp_path / "out")
    assert read_graph(tmp_path / "out") == SMALL
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_files_below_the_stage_are_moved_too(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as stage:
        (stage / "assets").mkdir()
        (stage / "assets" / "style.css").write_text("", encoding="utf-8")
    assert (tmp_path / "out" / "assets" / "style.css").is_file()


@pytest.mark.parametrize("path", ["taken", "taken/below"])
def test_a_file_in_the_way_is_one_clear_line(tmp_path: Path, path: str) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        write_graph(SMALL, tmp_path / path)
    assert "taken" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_in_the_way_of_a_file_leaves_the_old_build(tmp_path: Path) -> None:
    write_graph(SMALL, tmp_path)
    (tmp_path / "statements.csv").unlink()
    (tmp_path / "statements.csv").mkdir()
    with pytest.raises(OutputError, match=r"statements\.csv: a folder of this name"):
        write_graph(dataclasses.replace(SMALL, run={"tool": "9"}), tmp_path)
    assert read_graph(tmp_path) == SMALL


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the folder's place")
    with pytest.raises(OutputError, match="cannot be written"):
        write_graph(SMALL, tmp_path / "file" / "out")


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("statements.jsonl", None, r"no statements\.jsonl"),
        ("run.json", None, r"no run\.json"),
        ("run.json", '{"format": 99}', "format 99"),
        ("run.json", "{}", "format None"),
        ("run.json", "[]", "not an object"),
        ("context.json", "{", "not JSON"),
        ("context.json", "{}", "no @context"),
        ("entities.jsonl", '{"name": "x"}\n', r"entities\.jsonl, line 1: no entity"),
        ("documents.jsonl", "not json\n", r"documents\.jsonl, line 1"),
    ],
)
def test_what_is_no_graph_of_ours_is_one_clear_line(
    tmp_path: Path, file: str, content: str | None, message: str
) -> None:
    write_graph(SMALL, tmp_path)
    (tmp_path / file).unlink()
    if content is not None:
        (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(OutputError, match=message) as caught:
        read_graph(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_missing_folder_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        read_graph(tmp_path / "nowhere")


def test_prefixes_stand_in_a_context(tmp_path: Path) -> None:
    write_graph(SMALL, tmp_path)
    assert json.loads((tmp_path / "context.json").read_text(encoding="utf-8")) == {"@context": dict(SMALL.prefixes)}
