"""Speakers' graphs hold what is asserted and nothing else, and no question to the default graph reaches them."""

from __future__ import annotations

import pyoxigraph
import pytest

from kg.export import trig
from kg.export.rdf import to_rdf
from kg.export.terms import Literal, Triple
from kg.ontology import load_ontology
from tests.export.formats import NAMES, rdf_of
from tests.graphs import small_graph, small_themes

WANG = "https://w3id.org/policy-kg/id/person/wang-yong"


@pytest.fixture(scope="module")
def store() -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    text = "".join(trig.text(to_rdf(small_graph(), load_ontology(), small_themes())))
    store.bulk_load(text.encode(), format=pyoxigraph.RdfFormat.TRIG)
    return store


def rows(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    answer = store.query(query, prefixes={"pol": "https://w3id.org/policy-kg/ontology#"})
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    return [tuple(str(term.value).rpartition("/")[2] for term in row) for row in answer]


def test_a_speakers_graph_holds_their_assertions_alone(store: pyoxigraph.Store) -> None:
    assert rows(store, "SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }") == [("letter", "demonstrate", "firm-determination")]
    assert [graph.value for graph in store.named_graphs()] == [f"{WANG}/said"]


def test_the_default_graph_says_whose_it_is(store: pyoxigraph.Store) -> None:
    query = "SELECT ?who { ?g a pol:SpeakerGraph; <http://www.w3.org/ns/prov#wasAttributedTo> ?who }"
    assert rows(store, query) == [("wang-yong",)]


def test_without_a_speaker_there_is_no_graph() -> None:
    row = Triple(NAMES("id:a"), NAMES("rdfs:label"), Literal("A"))
    assert "{" not in "".join(trig.text(rdf_of([row])))
