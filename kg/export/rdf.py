"""Graph → blocks of RDF in the order of the files, one after another, before any syntax.

First each document: itself and its sentences, its statements in their order with their parts, then by their IRIs the
phrases that are its own and what is asserted of them, and each speaker's assertions, in graphs apart. Then what
documents share: entities by their IRIs, each with what is asserted of it, the vocabulary that is used, the speakers'
assertions between entities. No triple comes twice in a graph. In memory stand the document at hand and what is shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.export.direct import asserted, claim, minted, spoken
from kg.export.documents import document, entity, entity_parts, variables
from kg.export.gathered import Gathered, merged
from kg.export.labels import Used, labels
from kg.export.nodes import Nodes, speakers
from kg.export.obligations import obligation, sanctions
from kg.export.statements import Describer, block
from kg.export.tenure import Around, Tenures
from kg.export.terms import Block, Iri, Names, Triple
from kg.mapping import Ontology
from kg.model import Document, Entity, Statement
from kg.theme_weights import document_themes
from kg.themes import Themes

if TYPE_CHECKING:
    import rdflib

    from kg.graph import Graph


@dataclass(frozen=True)
class Rdf:
    """A graph as RDF. The blocks can be gone through once; those of one named graph follow each other."""

    prefixes: dict[str, str]
    blocks: Iterator[Block]


@dataclass
class Gatherings:
    """What several statements may say: plain triples and names of things, and what each speaker asserts."""

    facts: Gathered = field(default_factory=Gathered)
    said: dict[Iri, Gathered] = field(default_factory=dict)

    def add_said(self, graph: Iri, triples: Iterable[Triple]) -> None:
        self.said.setdefault(graph, Gathered(graph)).add(triples)

    def speakers_graphs(self) -> Iterator[Block]:
        for graph in sorted(self.said):
            yield from self.said[graph].blocks()


def to_rdf(graph: Graph, ontology: Ontology, themes: Themes) -> Rdf:
    """What the documents hold true, every statement's node, and what each speaker asserts, apart."""
    names = Names({**ontology.prefixes, **themes.prefixes, **graph.prefixes})
    return Rdf(names.prefixes, _Stream(graph, names, ontology, themes).blocks())


def to_rdflib(graph: Graph, ontology: Ontology | None = None, themes: Themes | None = None) -> rdflib.Graph:
    """The default graph as an rdflib ``Graph``; without ontology and themes, those that are shipped."""
    import rdflib

    from kg.export import turtle
    from kg.ontology import load_ontology
    from kg.scheme import load_themes

    rdf = to_rdf(graph, ontology or load_ontology(), themes or load_themes())
    return rdflib.Graph().parse(data="".join(turtle.text(rdf)), format="turtle")


class _Stream:
    """One run through a graph; :meth:`blocks` is called once."""

    def __init__(self, graph: Graph, names: Names, ontology: Ontology, themes: Themes) -> None:
        self._graph, self._names, self._ontology, self._themes = graph, names, ontology, themes
        self._entities = frozenset(one.entity for one in graph.entities)
        self._used = Used(names, ontology, themes)
        self._tenures = Tenures(graph.entities, names, ontology)
        self._shared = Gatherings()

    def blocks(self) -> Iterator[Block]:
        for source, statements in by_document(self._graph):
            yield from self._noted(self._document(source, statements))
        nodes = self._nodes(())
        yield from self._noted(self._things(nodes))
        yield from merged(self._vocabulary(nodes))
        yield from self._shared.speakers_graphs()

    def _noted(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for one in blocks:
            self._used.note([thing for _, thing in one.pairs])
            yield one

    def _nodes(self, statements: Iterable[Statement]) -> Nodes:
        return Nodes(self._names, {one.id: one for one in statements}, self._entities)

    def _document(self, source: Document | None, statements: list[Statement]) -> Iterator[Block]:
        """A document's own part; statements may also be there without their document."""
        nodes, own = self._nodes(statements), Gatherings()
        around = Around(source.date if source else None, statements, self._names)
        if source is not None:
            notations = {concept.concept: concept.notation for concept in self._themes.concepts.values()}
            yield from document(source, nodes, document_themes(statements, notations))
        threats = sanctions(statements)
        for statement in statements:
            duties = list(obligation(statement, nodes, threats.get(statement.id, ())))
            yield from self._statement(statement, duties, nodes, around, own)
        yield from own.facts.blocks()
        yield from own.speakers_graphs()

    def _statement(
        self, statement: Statement, duties: Iterable[Triple], nodes: Nodes, around: Around, own: Gatherings
    ) -> Iterator[Block]:
        """The statement's nodes, with its duties; what it says of other nodes is gathered."""
        node, describer = nodes.statement(statement.id), Describer(nodes)
        speaks_of = claim(statement, nodes, self._ontology)
        slots = [(predicate, thing) for subject, predicate, thing in duties if subject == node]
        yield from describer.statement(statement, speaks_of, slots)
        facts = list(asserted(statement, nodes, self._ontology))
        said = list(spoken(statement, nodes, self._ontology))
        self._gather(describer.things(statement, speaks_of), nodes, own)
        self._gather((duty for duty in duties if duty.subject != node), nodes, own)
        self._gather(facts, nodes, own)
        self._gather(self._tenures.told(statement, facts, around, nodes), nodes, own)
        self._gather_said(statement, said, nodes, own)
        relations = {speaks_of.predicate, *(triple.predicate for triple in (*facts, *said))}
        self._used.note_relations(relations, minted(statement, nodes))

    def _gather(self, triples: Iterable[Triple], nodes: Nodes, own: Gatherings) -> None:
        """Keep triples with their document's where a node of the document takes part, else with what is shared."""
        for triple in triples:
            place = own if nodes.own(triple.subject, triple.object) else self._shared
            place.facts.add((triple,))

    def _gather_said(self, statement: Statement, said: list[Triple], nodes: Nodes, own: Gatherings) -> None:
        """The same for what a statement's speakers assert, in a graph for each."""
        for speaker in dict.fromkeys(nodes.participant(statement, one) for one in speakers(statement)):
            if isinstance(speaker, Iri) and said:
                self._gather(nodes.describe_said(speaker), nodes, own)
                for triple in said:
                    place = own if nodes.own(speaker, triple.subject, triple.object) else self._shared
                    place.add_said(nodes.said(speaker), (triple,))

    def _things(self, nodes: Nodes) -> Iterator[Block]:
        """Entities, and whatever else was gathered, in the order of the IRIs."""
        listed: dict[Iri, Entity] = {self._names(thing.entity): thing for thing in self._graph.entities}
        for node in sorted(listed.keys() | self._shared.facts.nodes()):
            facts = self._shared.facts.pairs(node)
            if node not in listed:
                yield Block(node, facts)
                continue
            known = entity(listed[node], nodes)
            yield Block(node, tuple(dict.fromkeys((*known.pairs, *facts))))
            yield from entity_parts(listed[node], nodes)

    def _vocabulary(self, nodes: Nodes) -> Iterator[Block]:
        """What declares the rest: the prefixes of the interchange files, metadata columns, terms with their labels."""
        for prefix, namespace in sorted(self._graph.prefixes.items()):
            yield block(nodes, Iri(namespace), (("vann:preferredNamespacePrefix", prefix),))
        columns = {name for source in self._graph.documents for name, _ in source.variables}
        yield from variables(columns, nodes)
        yield from labels(self._used, self._ontology, self._themes, nodes)


def by_document(graph: Graph) -> Iterator[tuple[Document | None, list[Statement]]]:
    """Each document with its statements, in the graph's order; at the end those whose document is not there."""
    found: dict[str, list[Statement]] = {}
    for statement in graph.statements:
        found.setdefault(statement.document, []).append(statement)
    for source in graph.documents:
        yield source, found.pop(source.id, [])
    for statements in found.values():
        yield None, statements
