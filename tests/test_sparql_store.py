"""The store beside a graph: made once, made anew when the graph changes, never half made."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import tempfile
from pathlib import Path

import pytest

from kg import sparql_store
from kg.errors import OutputError
from kg.query import run_query
from kg.sparql_store import ABOUT, STORE, open_store, stored

GRAPH = "<https://example.org/a> <https://example.org/p> <https://example.org/b> .\n"
CLAIM = (
    "<https://example.org/ann/said> { <https://example.org/a> <https://example.org/claimed> <https://example.org/c> }\n"
)
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
CLAIMED = "ASK { ?s <https://example.org/claimed> ?o }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    (tmp_path / "graph.trig").write_text(GRAPH + CLAIM, encoding="utf-8")
    return tmp_path


def answer(folder: Path, query: str = COUNT) -> str | None:
    return run_query(folder, query).rows[0][0]


def test_a_store_is_made_once_and_used_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(folder) == "1"
    about = json.loads((folder / ABOUT).read_text("utf-8"))
    assert set(about["files"]) == {"graph.ttl", "graph.trig"}
    monkeypatch.setattr(sparql_store, "_load", lambda *_: pytest.fail("it is there already"))
    assert answer(folder) == "1"


@pytest.mark.parametrize("name", ["graph.ttl", "graph.trig"])
def test_a_graph_that_changed_is_read_anew(name: str, folder: Path) -> None:
    before = answer(folder), answer(folder, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    path = folder / name
    path.write_text(
        path.read_text("utf-8").replace("}", ". <a:b> <a:c> <a:d> }") + "<a:b> <a:c> 1 .\n", encoding="utf-8"
    )
    after = answer(folder), answer(folder, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    assert (before, after) == (("1", "1"), ("2", "1") if name == "graph.ttl" else ("1", "2"))


@pytest.mark.parametrize(
    "about",
    ["", "[]", '{"format": 0}', '{"format": 1, "oxigraph": "0.1", "files": {}}'],
    ids=["empty", "list", "old", "other"],
)
def test_a_store_of_another_version_is_made_anew(about: str, folder: Path) -> None:
    assert answer(folder) == "1"
    wanted = (folder / ABOUT).read_text("utf-8")
    (folder / ABOUT).write_text(about, encoding="utf-8")
    assert answer(folder) == "1" and (folder / ABOUT).read_text("utf-8") == wanted


def test_what_a_speaker_claims_is_in_its_graph_alone(folder: Path) -> None:
    assert answer(folder, CLAIMED) == "false"
    assert (
        answer(folder, "ASK { GRAPH <https://example.org/ann/said> { ?s <https://example.org/claimed> ?o } }") == "true"
    )


def test_the_default_graph_is_that_of_graph_ttl_whatever_else_holds_one(folder: Path) -> None:
    (folder / "graph.trig").write_text("<a:b> <https://example.org/claimed> <a:c> .\n" + CLAIM, encoding="utf-8")
    assert answer(folder, CLAIMED) == "false"


def test_a_making_that_is_broken_off_leaves_the_old_store_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(folder)
    before = (folder / ABOUT).read_bytes()
    (folder / "graph.ttl").write_text(GRAPH + "<a:b> <a:c> 1 .\n", encoding="utf-8")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sparql_store, "_load", broken)
        with pytest.raises(KeyboardInterrupt):
            answer(folder)
    assert (folder / ABOUT).read_bytes() == before and not list(folder.glob(f".{STORE}-*"))
    assert answer(folder) == "2"


def test_what_a_killed_process_left_is_cleared_away(folder: Path) -> None:
    (folder / f".{STORE}-left" / STORE).mkdir(parents=True)
    (folder / STORE).mkdir()  # moved into place, and then nothing told of it
    assert answer(folder) == "1"
    assert sorted(path.name for path in folder.iterdir()) == ["graph.trig", "graph.ttl", STORE, ABOUT]


def test_a_store_whose_files_are_damaged_is_made_anew(folder: Path) -> None:
    answer(folder)
    for path in (folder / STORE).glob("CURRENT"):
        path.write_bytes(b"no")
    assert answer(folder) == "1"  # read into memory this once
    assert stored(folder) == folder / STORE and answer(folder) == "1"


def test_where_nothing_can_be_written_the_graph_is_read_into_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(**_: object) -> str:
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(tempfile, "mkdtemp", read_only)
    assert answer(folder) == "1" and answer(folder, CLAIMED) == "false"
    assert stored(folder) is None and not (folder / STORE).exists()


def test_a_store_that_is_being_read_is_not_replaced(folder: Path) -> None:
    with open_store(folder) as store:
        (folder / "graph.ttl").write_text(GRAPH + "<a:b> <a:c> 1 .\n", encoding="utf-8")
        assert answer(folder) == "2"  # in memory
        assert len(list(store.quads_for_pattern(None, None, None))) == 2
    assert stored(folder) is not None and answer(folder) == "2"


def asked(folder: str) -> str | None:
    return answer(Path(folder))


def test_processes_that_ask_at_once_all_get_the_answer(folder: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert pool.map(asked, [str(folder)] * 8) == ["1"] * 8
    assert sorted(path.name for path in folder.iterdir()) == ["graph.trig", "graph.ttl", STORE, ABOUT]


@pytest.mark.parametrize(("name", "text"), [("graph.ttl", "no\nTurtle"), ("graph.trig", "{ no TriG")])
def test_a_file_that_does_not_parse_is_named_and_no_store_is_left(name: str, text: str, folder: Path) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match=f"{name} cannot be read, build it again") as error:
        answer(folder)
    assert "\n" not in str(error.value)
    assert sorted(path.name for path in folder.iterdir()) == ["graph.trig", "graph.ttl"]


def test_a_copy_of_the_folder_needs_no_new_store(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(folder)
    shutil.copytree(folder, folder / "copy")
    monkeypatch.setattr(sparql_store, "_load", lambda *_: pytest.fail("it is there already"))
    assert answer(folder / "copy") == "1"
