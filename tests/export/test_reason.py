"""What is inferred stands in a graph of its own and follows from facts alone, never from what is only said."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import KgError, OntologyError, OutputError
from kg.export.reason import Premises, infer, premises, reason
from kg.export.terms import Names, Triple
from kg.identifiers import prefixes
from kg.ontology import load_ontology
from kg.pipeline import write_folder
from tests.graphs import small_graph, small_themes

NAMES = Names({**prefixes(), "foaf": "http://xmlns.com/foaf/0.1/", "ex": "https://example.org/"})
WANG, OFFICE = NAMES("id:person/wang-yong"), NAMES("id:office/state-councilor")
TYPE = NAMES("rdf:type")
ONTOLOGY = """
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pol: <https://w3id.org/policy-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
pol:Person rdfs:subClassOf ex:Mortal .
pol:holdsOffice owl:inverseOf ex:heldBy .
ex:heldBy rdfs:label "held by"@en .
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reason")
    write_folder(small_graph(), folder, load_ontology(), small_themes())
    return folder


@pytest.fixture
def ontology(tmp_path: Path) -> Path:
    (tmp_path / "own.ttl").write_text(ONTOLOGY, encoding="utf-8")
    return tmp_path


def store_of(*paths: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    for path in paths:
        store.load(path=path)
    return store


def test_subclass_and_inverse_are_inferred_into_their_own_graph(built: Path, ontology: Path) -> None:
    stated = (built / "graph.trig").read_bytes()
    found = reason(built, ontology)
    assert Triple(WANG, TYPE, NAMES("ex:Mortal")) in found
    assert Triple(OFFICE, NAMES("ex:heldBy"), WANG) in found
    store = store_of(built / "graph.trig", built / "inferred.trig")
    heldby, mortal = "<https://example.org/heldBy>", "<https://example.org/Mortal>"
    inferred = "GRAPH <https://w3id.org/policy-kg/id/inferred>"
    for pattern in (f"?office {heldby} ?who", f"?who a {mortal}"):
        assert store.query(f"ASK {{ {inferred} {{ {pattern} }} }}")
        assert not store.query(f"ASK {{ {pattern} }}")
    graphs = {graph.value for graph in store_of(built / "inferred.trig").named_graphs()}
    assert graphs == {"https://w3id.org/policy-kg/id/inferred"}
    assert not list(store_of(built / "inferred.trig").quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()))
    assert (built / "graph.trig").read_bytes() == stated


def test_nothing_is_inferred_of_what_is_only_said(built: Path) -> None:
    given = premises(built, NAMES)
    found = reason(built)
    assert Triple(WANG, TYPE, NAMES("foaf:Person")) in found
    for row in (*found, *given.facts):
        for node in row:
            assert not node[0].endswith(("/letter", "/firm-determination", "/quality-cooperation"))
            assert "/statement/" not in node[0]


def test_nothing_stated_and_nothing_empty_is_inferred(built: Path) -> None:
    found = reason(built)
    assert not set(found) & premises(built, NAMES).facts
    assert not [row for row in found if row.object in (row.subject, NAMES("owl:Thing"))]


def test_a_minted_relation_relates(built: Path) -> None:
    given = premises(built, NAMES)
    fact = Triple(WANG, NAMES("id:relation/greet"), OFFICE)
    below = Triple(fact.predicate, NAMES("rdfs:subPropertyOf"), NAMES("pol:relatesTo"))
    more = Premises(given.facts | {fact}, given.terms | {below})
    assert Triple(WANG, NAMES("pol:relatesTo"), OFFICE) in infer(more, None, NAMES)


def test_what_is_the_same_shares_its_facts(ontology: Path) -> None:
    other = NAMES("id:person/wang")
    facts = {Triple(WANG, NAMES("pol:holdsOffice"), OFFICE), Triple(WANG, NAMES("owl:sameAs"), other)}
    found = infer(Premises(frozenset(facts), frozenset()), ontology, NAMES)
    assert Triple(other, NAMES("pol:holdsOffice"), OFFICE) in found


def test_a_graph_with_a_base_of_its_own_is_inferred_from_as_well(tmp_path: Path) -> None:
    graph = dataclasses.replace(small_graph(), prefixes=prefixes("https://example.org/"))
    write_folder(graph, tmp_path, load_ontology(), small_themes())
    own = Names(graph.prefixes)
    assert Triple(own("id:person/wang-yong"), TYPE, own("pol:Actor")) in reason(tmp_path)
    assert "id:inferred {" in (tmp_path / "inferred.trig").read_text(encoding="utf-8")


def test_the_same_graph_gives_the_same_bytes(built: Path) -> None:
    reason(built)
    once = (built / "inferred.trig").read_bytes()
    reason(built)
    assert (built / "inferred.trig").read_bytes() == once


def test_a_new_build_takes_away_what_was_made_of_the_old_one(tmp_path: Path) -> None:
    write_folder(small_graph(), tmp_path, load_ontology(), small_themes(), further=("graph.nq",))
    reason(tmp_path)
    assert (tmp_path / "graph.nq").exists() and (tmp_path / "inferred.trig").exists()
    write_folder(small_graph(), tmp_path, load_ontology(), small_themes())
    assert not (tmp_path / "graph.nq").exists() and not (tmp_path / "inferred.trig").exists()


def test_without_the_package_one_line_says_what_to_install(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reasonable", None)
    with pytest.raises(KgError, match=r"pip install 'policy-kg\[reason\]'"):
        reason(built)


def test_what_cannot_be_read_is_said(tmp_path: Path, built: Path) -> None:
    with pytest.raises(OutputError, match="build it with"):
        reason(tmp_path)
    (tmp_path / "own.ttl").write_text("<a", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"own\.ttl cannot be read"):
        reason(built, tmp_path)
