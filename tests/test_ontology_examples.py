"""Each relation's example is a sentence that is built into that relation: the definitions are tried, not believed."""

from __future__ import annotations

import pytest

from kg.export.direct import claim
from kg.export.nodes import Nodes
from kg.export.rdf import to_rdf
from kg.export.terms import Names
from kg.graph import Graph
from kg.model import Document
from kg.ontology import load_ontology
from kg.pipeline import build
from kg.scheme import load_themes

POLICY = load_ontology()
SAID = sorted(curie for curie, term in POLICY.relations.items() if term.expressions)


@pytest.fixture(scope="module")
def graph() -> Graph:
    """A document for each example, so that none speaks to another."""
    return build(
        Document(
            id=f"example-{number:08x}", title=curie, text=f"{POLICY.relations[curie].examples[0]}\n", date="2023-12-01",
            issuer=None, genre=None, country=None, language="en", source=curie, sha256="0" * 64,
        )
        for number, curie in enumerate(SAID)
    )  # fmt: skip


@pytest.fixture(scope="module")
def used(graph: Graph) -> dict[str, set[str]]:
    """The relations of each example's statements, and of the plain triples of its arguments."""
    names = Names({**POLICY.prefixes, **graph.prefixes})
    nodes = Nodes(names, {one.id: one for one in graph.statements}, frozenset())
    curies = {term.iri: curie for curie, term in POLICY.relations.items()}
    found: dict[str, set[str]] = {document.source: set() for document in graph.documents}
    sources = {document.id: document.source for document in graph.documents}
    for statement in graph.statements:
        predicate = claim(statement, nodes, POLICY).predicate.value
        found[sources[statement.document]].add(curies.get(predicate, predicate))
    for document in graph.documents:
        own = [one for one in graph.statements if one.document == document.id]
        part = Graph((document,), tuple(own), graph.entities, graph.prefixes, {}, {})
        for block in to_rdf(part, POLICY, load_themes()).blocks:
            if block.graph is None and block.node.value.startswith(names.prefixes["id"]):
                found[document.source] |= {curies[one.value] for one, _ in block.pairs if one.value in curies}
    return found


@pytest.mark.parametrize("relation", SAID)
def test_an_example_is_built_into_its_relation(relation: str, used: dict[str, set[str]]) -> None:
    assert relation in used[relation]


def test_every_relation_below_the_top_has_words() -> None:
    assert set(POLICY.relations) - set(SAID) == {"pol:relatesTo"}
