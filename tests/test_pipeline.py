"""The stages in their order, and what a build writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.documents import read
from kg.errors import KgError, OntologyError
from kg.model import Document
from kg.pipeline import build, load_tools, stream, write, write_folder
from kg.store import read_graph
from tests.graphs import small_graph, small_themes

CORPUS = Path(__file__).parent.parent / "corpus"
TEXTS = [CORPUS / "china-quality-conference-2021.txt", CORPUS / "g20-new-delhi-2023.md"]


def test_what_is_built_is_what_is_written_and_read_back(tmp_path: Path) -> None:
    graph = build(read(TEXTS))
    write_folder(graph, tmp_path / "out")
    assert read_graph(tmp_path / "out") == graph


def test_the_order_of_reading_makes_no_difference() -> None:
    assert build(read(TEXTS)) == build(read(reversed(TEXTS)))


def test_every_sentence_is_accounted_for() -> None:
    graph = build(read(TEXTS))
    assert graph.report["documents"] == 2
    assert graph.report["sentences"] == sum(len(document.sentences) for document in graph.documents)
    for account in graph.report["accounts"]:
        for row in account["sentences"]:
            assert row["statements"] or row["reasons"]


def test_a_metadata_line_is_no_sentence() -> None:
    (document,) = build(read(TEXTS[:1])).documents
    assert document.date == "2021-09-17"
    for start, end in document.sentences:
        assert "Release Date" not in document.text[start:end]


def test_documents_are_streamed_one_by_one() -> None:
    asked: list[str] = []

    def documents() -> Iterator[Document]:
        for document in read(TEXTS):
            asked.append(document.id)
            yield document

    results = stream(documents(), load_tools())
    document, statements = next(results)
    assert asked == [document.id]
    assert statements and {one.document for one in statements} == {document.id}
    assert document.sentences


def test_a_text_without_words_gives_a_graph_without_statements(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("?! ...", encoding="utf-8")
    graph = build(read([tmp_path / "a.txt"]))
    assert len(graph.documents) == 1 and graph.statements == ()
    write_folder(graph, tmp_path / "out")
    assert read_graph(tmp_path / "out") == graph


@pytest.mark.parametrize("base", ["", "policy", "ftp://example.org/", "http://a b/", "http://a/>"])
def test_a_base_is_an_address(base: str) -> None:
    with pytest.raises(KgError, match="not an address"):
        load_tools(base=base)


def test_an_ontology_that_is_no_folder_is_refused() -> None:
    with pytest.raises(OntologyError, match="not a folder"):
        load_tools("no_such_folder")


@pytest.mark.parametrize("name", ["graph.ttl", "a.graphml", "a.trig", "a.html"])
def test_a_suffix_tells_the_format(tmp_path: Path, name: str) -> None:
    write(small_graph(), tmp_path / name, themes=small_themes())
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_name_without_a_suffix_is_a_folder_for_everything(tmp_path: Path) -> None:
    write(small_graph(), tmp_path / "out", themes=small_themes())
    assert (tmp_path / "out" / "statements.jsonl").is_file() and (tmp_path / "out" / "graph.html").is_file()
