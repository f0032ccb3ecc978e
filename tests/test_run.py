"""run.json tells two builds apart, and says nothing of where or when."""

from __future__ import annotations

import json
from pathlib import Path

from kg.parsing import load_language
from kg.run import describe, file_sum, tree_sum
from tests.graphs import small_graph


def test_the_same_files_give_the_same_run_wherever_they_lie(tmp_path: Path) -> None:
    runs = []
    for place in ("here", "there"):
        folder = tmp_path / place
        folder.mkdir()
        (folder / "themes.ttl").write_text("x", encoding="utf-8")
        documents = small_graph().documents
        ordered = documents if place == "here" else tuple(reversed(documents))
        runs.append(
            describe(ordered, nlp=load_language(), ontology=folder, themes=folder / "themes.ttl", options={"base": "b"})
        )
    assert runs[0] == runs[1]
    assert str(tmp_path) not in json.dumps(runs[0])
    assert [row["sha256"] for row in runs[0]["inputs"]] == [document.sha256 for document in small_graph().documents]
    assert runs[0]["model"]["name"] == "en_policy" and runs[0]["options"] == {"base": "b"}


def test_a_changed_or_renamed_file_changes_the_sum_of_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.ttl"
    path.parent.mkdir()
    path.write_bytes(b"one")
    first = tree_sum(tmp_path)
    assert file_sum(path) == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
    path.write_bytes(b"two")
    second = tree_sum(tmp_path)
    path.rename(tmp_path / "c.ttl")
    assert len({first, second, tree_sum(tmp_path)}) == 3


def test_unwanted_files_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"one")
    first = tree_sum(tmp_path, lambda path: path.suffix == ".ttl")
    (tmp_path / "a.bak").write_bytes(b"one")
    assert tree_sum(tmp_path, lambda path: path.suffix == ".ttl") == first
