"""RDF gives the interchange files back, from every format; what is no graph of ours is refused in one line."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import kg
from kg.errors import OutputError
from kg.export import write
from kg.export.rdf import to_rdf
from kg.export.read_rdf import read_rdf
from kg.graph import Graph
from kg.identifiers import prefixes
from kg.ontology import load_ontology
from kg.store import write_graph
from tests.export.formats import FORMATS, by_oxigraph
from tests.export.whole_graphs import graphs
from tests.graphs import small_graph, small_themes

INTERCHANGE = ("statements.jsonl", "documents.jsonl", "entities.jsonl", "context.json")


@pytest.mark.parametrize("name", FORMATS)
def test_the_corpus_comes_back_to_the_byte(name: str, corpus_graph: Graph, tmp_path: Path) -> None:
    kg.write(corpus_graph, tmp_path / f"graph.{name}")
    write_graph(corpus_graph, tmp_path / "before")
    write_graph(kg.read_graph(tmp_path / f"graph.{name}"), tmp_path / "after")
    for file in INTERCHANGE:
        assert (tmp_path / "after" / file).read_bytes() == (tmp_path / "before" / file).read_bytes(), file


@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_graph_comes_back(name: str, tmp_path: Path) -> None:
    graph = small_graph()
    write(graph, tmp_path / f"graph.{name}", load_ontology(), small_themes())
    assert read_rdf(tmp_path / f"graph.{name}") == graph


@pytest.mark.parametrize("base", ["http://example.org", "https://example.org/a/", "https://example.org/käse?x=1&y="])
@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_with_a_base_of_its_own_comes_back(name: str, base: str, tmp_path: Path) -> None:
    graph = dataclasses.replace(small_graph(), prefixes=prefixes(base))
    write(graph, tmp_path / f"graph.{name}", load_ontology(), small_themes())
    assert read_rdf(tmp_path / f"graph.{name}") == graph


@pytest.mark.parametrize("name", FORMATS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
@given(graph=graphs())
def test_any_graph_comes_back_and_no_triple_comes_twice(name: str, graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{name}"
    text = "".join(FORMATS[name].text(to_rdf(graph, load_ontology(), small_themes())))
    path.write_text(text, encoding="utf-8", newline="\n")
    assert read_rdf(path) == graph
    quads = by_oxigraph(text, FORMATS[name])
    assert len(quads) == len(set(quads))


def test_a_folder_is_read_as_well(tmp_path: Path) -> None:
    write_graph(small_graph(), tmp_path / "out")
    assert kg.read_graph(tmp_path / "out") == small_graph()


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.ttl", "<a", "cannot be read"),
        ("a.nq", "<http://x> <http://y> <http://z> .\n", "vann:preferredNamespacePrefix is missing"),
        ("a.csv", "", "it must end with .ttl, .ttl12, .trig, .nq, .jsonld"),
        ("missing.ttl", None, "no such file"),
    ],
)
def test_what_is_no_graph_is_refused(name: str, text: str | None, complaint: str, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(OutputError, match=complaint):
        kg.read_graph(tmp_path / name)


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("pol:lemma", "pol:lemme", "pol:lemma is missing"),
        ('pol:polarity "positive"', 'pol:polarity "perhaps"', "polarity"),
        ("pol:subjectMention <https", "pol:subjectMention <http", "pol:text is missing"),
    ],
)
def test_half_a_graph_is_refused(before: str, after: str, complaint: str, tmp_path: Path) -> None:
    write(small_graph(), tmp_path / "a.ttl", load_ontology(), small_themes())
    text = (tmp_path / "a.ttl").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "a.ttl").write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(OutputError, match=complaint):
        read_rdf(tmp_path / "a.ttl")
