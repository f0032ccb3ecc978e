"""Documents and entities → triples: the texts with their sentences, the things they speak of with their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.nodes import Nodes
from kg.export.statements import about
from kg.export.terms import Iri, Literal, Triple, below, dated, decimal, integer
from kg.model import Document, Entity

CONTEXT = 32  # characters before and after a quoted sentence: enough to find it again where the text has moved


def document(source: Document, nodes: Nodes) -> Iterator[Triple]:
    """A document and each of its sentences, with the metadata table's other columns as properties of their own."""
    names, node = nodes.names, nodes.document(source.id)
    yield from about(
        nodes,
        node,
        (
            ("rdf:type", names("pol:SourceDocument")),
            ("dcterms:identifier", source.id),
            ("dcterms:title", source.title),
            ("rdfs:label", source.title or source.id),
            ("pol:text", source.text),
            ("dcterms:date", dated(source.date, names("pol:iso8601").value) if source.date else None),
            ("pol:issuer", source.issuer),
            ("pol:genre", source.genre),
            ("pol:country", source.country),
            ("pol:language", source.language),
            ("pol:source", source.source),
            ("pol:sha256", source.sha256),
        ),
    )
    for name, value in source.variables:
        yield Triple(node, variable(name, nodes), Literal(value))
    for index in range(len(source.sentences)):
        yield from _sentence(source, index, nodes)


def variables(documents: Iterable[Document], nodes: Nodes) -> Iterator[Triple]:
    """The declaration of each metadata column that is used, once."""
    for name in sorted({name for source in documents for name, _ in source.variables}):
        yield from about(
            nodes,
            variable(name, nodes),
            (
                ("rdf:type", nodes.names("rdf:Property")),
                ("rdfs:label", name),
                ("rdfs:subPropertyOf", nodes.names("pol:variable")),
            ),
        )


def variable(name: str, nodes: Nodes) -> Iri:
    """A metadata column's property; its name is kept, percent-encoded, so that no two columns can meet."""
    return nodes.names.minted("variable", name)


def entity(thing: Entity, nodes: Nodes) -> Iterator[Triple]:
    """An entity with its names, why forms were taken for it, and what it may be besides."""
    names, node = nodes.names, nodes.names(thing.entity)
    yield from about(
        nodes,
        node,
        (
            ("rdf:type", names("pol:Entity")),
            ("rdf:type", names(thing.type)),
            ("rdfs:label", thing.label),
            *(("skos:altLabel", alias) for alias in thing.aliases),
            *(("skos:closeMatch", names(close.entity)) for close in thing.close),
            *(("pol:merge", below(node, "merge", number)) for number in range(1, len(thing.merges) + 1)),
            *(("pol:closeness", below(node, "close", number)) for number in range(1, len(thing.close) + 1)),
        ),
    )
    for number, merge in enumerate(thing.merges, 1):
        pairs = (
            ("rdf:type", names("pol:Merge")),
            ("pol:number", integer(number)),
            ("pol:text", merge.text),
            ("pol:document", nodes.document(merge.document)),
            ("pol:mergeReason", merge.reason),
        )
        yield from about(nodes, below(node, "merge", number), pairs)
    for number, close in enumerate(thing.close, 1):
        likeness = (
            ("rdf:type", names("pol:Closeness")),
            ("pol:number", integer(number)),
            ("pol:closeTo", names(close.entity)),
            ("pol:score", decimal(close.score)),
        )
        yield from about(nodes, below(node, "close", number), likeness)


def _sentence(source: Document, index: int, nodes: Nodes) -> Iterator[Triple]:
    """A sentence with the two selectors of the Web Annotation model that find it in its document."""
    names, node = nodes.names, nodes.sentence(source.id, index)
    start, end = source.sentences[index]
    quote, position = below(node, "quote"), below(node, "position")
    yield from about(
        nodes,
        node,
        (
            ("rdf:type", names("pol:Sentence")),
            ("rdf:type", names("oa:SpecificResource")),
            ("oa:hasSource", nodes.document(source.id)),
            ("pol:document", nodes.document(source.id)),
            ("pol:index", integer(index)),
            ("oa:hasSelector", quote),
            ("oa:hasSelector", position),
        ),
    )
    yield from about(
        nodes,
        quote,
        (
            ("rdf:type", names("oa:TextQuoteSelector")),
            ("oa:exact", source.text[start:end]),
            ("oa:prefix", source.text[max(0, start - CONTEXT) : start]),
            ("oa:suffix", source.text[end : end + CONTEXT]),
        ),
    )
    yield from about(
        nodes,
        position,
        (
            ("rdf:type", names("oa:TextPositionSelector")),
            ("oa:start", integer(start)),
            ("oa:end", integer(end)),
        ),
    )
