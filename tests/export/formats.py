"""The formats of RDF, each as text in memory, and what two readers make of it as our own values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.export import jsonld, nquads, rdf12, trig, turtle
from kg.export.gathered import Gathered
from kg.export.rdf import Rdf
from kg.export.terms import XSD, Iri, Literal, Names, Node, Triple
from kg.identifiers import prefixes

NAMES = Names(prefixes())
Quad = tuple[Iri | None, Node, Node, Node]  # the graph's name first, None for the default graph


@dataclass(frozen=True)
class Format:
    """How a format is written, and what it is called by pyoxigraph, rdflib and rapper, None where they lack it."""

    text: Callable[[Rdf], Iterator[str]]
    oxigraph: pyoxigraph.RdfFormat
    rdflib: str | None
    rapper: str | None
    named: bool = True  # whether it holds named graphs


FORMATS = {
    "ttl": Format(turtle.text, pyoxigraph.RdfFormat.TURTLE, "turtle", "turtle", named=False),
    "trig": Format(trig.text, pyoxigraph.RdfFormat.TRIG, "trig", "trig"),
    "nq": Format(nquads.text, pyoxigraph.RdfFormat.N_QUADS, "nquads", "nquads"),
    "jsonld": Format(jsonld.text, pyoxigraph.RdfFormat.JSON_LD, "json-ld", None),
    "ttl12": Format(rdf12.text, pyoxigraph.RdfFormat.TURTLE, None, None, named=False),
}


def rdf_of(triples: Iterable[Triple], said: dict[Iri, set[Triple]] | None = None) -> Rdf:
    """Some triples, and named graphs, ready to be written."""
    gathered = [Gathered(), *(Gathered(name) for name in sorted(said or {}))]
    for graph, found in zip(gathered, (triples, *(rows for _, rows in sorted((said or {}).items()))), strict=True):
        graph.add(found)
    return Rdf(NAMES.prefixes, (block for graph in gathered for block in graph.blocks()))


def by_oxigraph(text: str, format: Format) -> list[Quad]:
    """What pyoxigraph reads; triple terms are left out."""
    found = pyoxigraph.parse(text.encode(), format=format.oxigraph)
    return [
        (
            Iri(quad.graph_name.value) if isinstance(quad.graph_name, pyoxigraph.NamedNode) else None,
            ours(quad.subject),
            ours(quad.predicate),
            ours(quad.object),
        )
        for quad in found
        if not isinstance(quad.object, pyoxigraph.Triple)
    ]


def by_rdflib(text: str, format: Format) -> list[Quad]:
    found = rdflib.Dataset()
    found.parse(data=text, format=format.rdflib)
    return [
        (None if graph in (None, DATASET_DEFAULT_GRAPH_ID) else Iri(str(graph)), ours(s), ours(p), ours(o))
        for s, p, o, graph in found.quads()
    ]


def ours(node: object) -> Node:
    """A reader's node as one of our own."""
    if isinstance(node, rdflib.URIRef):
        return Iri(str(node))
    if isinstance(node, pyoxigraph.NamedNode):
        return Iri(node.value)
    if isinstance(node, pyoxigraph.Literal):
        return Literal(node.value, node.datatype.value)
    assert isinstance(node, rdflib.Literal)
    return Literal(str(node), str(node.datatype or XSD + "string"))
