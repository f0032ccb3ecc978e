"""Graph → triples and speakers' graphs: what ``graph.ttl`` and ``graph.trig`` hold, before any syntax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export import turtle
from kg.export.direct import asserted, claim, minted, spoken
from kg.export.documents import document, entity, variables
from kg.export.labels import labels, minted_labels
from kg.export.nodes import Nodes, speakers
from kg.export.obligations import obligation
from kg.export.statements import Describer
from kg.export.tenure import tenures
from kg.export.terms import Iri, Names, Triple
from kg.mapping import Ontology
from kg.model import Statement
from kg.themes import Themes

if TYPE_CHECKING:
    import rdflib

    from kg.graph import Graph


@dataclass(frozen=True)
class Rdf:
    """A graph as RDF; triples are sorted and free of doubles."""

    prefixes: dict[str, str]
    triples: list[Triple]  # the default graph
    said: dict[Iri, list[Triple]]  # for each speaker the graph of what they assert: plain triples and nothing else


def to_rdf(graph: Graph, ontology: Ontology, themes: Themes) -> Rdf:
    """What the documents hold true, every statement's node, and what each speaker asserts, apart."""
    names = Names({**ontology.prefixes, **themes.prefixes, **graph.prefixes})
    nodes = Nodes(names, {one.id: one for one in graph.statements}, frozenset(one.entity for one in graph.entities))
    found: set[Triple] = set(variables(graph.documents, nodes))
    for source in graph.documents:
        found.update(document(source, nodes))
    for thing in graph.entities:
        found.update(entity(thing, nodes))
    said: dict[Iri, set[Triple]] = {}
    for statement in graph.statements:
        found.update(Describer(nodes).statement(statement, claim(statement, nodes, ontology)))
        found.update(asserted(statement, nodes, ontology))
        found.update(obligation(statement, nodes))
        people, claims = _said(statement, nodes, ontology)
        for speaker in people:
            said.setdefault(nodes.said(speaker), set()).update(claims)
            found.update(nodes.describe_said(speaker))
    found.update(tenures(graph, nodes, ontology))
    used = frozenset(
        {triple.predicate for triple in found} | {one.object for one in found if isinstance(one.object, Iri)}
    )
    found.update(labels(used, ontology, themes, nodes))
    for statement in graph.statements:
        found.update(minted_labels(used, minted(statement, nodes), nodes))
    return Rdf(names.prefixes, sorted(found), {name: sorted(said[name]) for name in sorted(said)})


def to_rdflib(graph: Graph, ontology: Ontology | None = None, themes: Themes | None = None) -> rdflib.Graph:
    """The default graph as an rdflib ``Graph``; without ontology and themes, those that are shipped."""
    import rdflib

    from kg.ontology import load_ontology
    from kg.scheme import load_themes

    rdf = to_rdf(graph, ontology or load_ontology(), themes or load_themes())
    return rdflib.Graph().parse(data="\n".join(turtle.lines(rdf.triples, rdf.prefixes)), format="turtle")


def _said(statement: Statement, nodes: Nodes, ontology: Ontology) -> tuple[frozenset[Iri], frozenset[Triple]]:
    """Speakers, and what they assert by this statement; nobody where that is nothing."""
    claims = frozenset(spoken(statement, nodes, ontology))
    people = (nodes.participant(statement, speaker) for speaker in speakers(statement))
    return frozenset(node for node in people if isinstance(node, Iri) and claims), claims
