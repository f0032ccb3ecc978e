"""Documents and entities → what is said of them: the texts with their sentences, the things they speak of by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.export.nodes import Nodes
from kg.export.statements import block
from kg.export.terms import Block, Iri, Literal, below, boolean, dated, decimal, integer
from kg.model import Affiliation, Document, Entity
from kg.theme_weights import DocumentTheme

CONTEXT = 32  # characters before and after a quoted sentence: enough to find it again where the text has moved


def document(source: Document, nodes: Nodes, themes: Sequence[DocumentTheme] = ()) -> Iterator[Block]:
    """A document, its themes and each of its sentences; the metadata table's other columns are properties of their own.

    ``themes`` are those of its statements.
    """
    names, node = nodes.names, nodes.document(source.id)
    known = block(
        nodes,
        node,
        (
            ("rdf:type", names("pol:SourceDocument")),
            ("dcterms:identifier", source.id),
            ("dcterms:title", source.title),
            ("rdfs:label", source.title or source.id),
            ("dcterms:date", None if source.date is None else dated(source.date, names("pol:iso8601").value)),
            ("pol:issuer", source.issuer),
            ("pol:genre", source.genre),
            ("pol:country", source.country),
            ("pol:language", source.language),
            ("pol:source", source.source),
            ("pol:sha256", source.sha256),
            ("pol:text", source.text),
            *(("pol:documentTheme", below(node, "theme", place)) for place in range(1, len(themes) + 1)),
        ),
    )
    yield Block(node, (*known.pairs, *((variable(name, nodes), Literal(value)) for name, value in source.variables)))
    for place, theme in enumerate(themes, 1):
        yield _theme(below(node, "theme", place), place, theme, nodes)
    for index in range(len(source.sentences)):
        yield from _sentence(source, index, nodes)


def _theme(node: Iri, place: int, theme: DocumentTheme, nodes: Nodes) -> Block:
    pairs = (
        ("rdf:type", nodes.names("pol:DocumentTheme")),
        ("pol:number", integer(place)),
        ("pol:concept", nodes.names(theme.concept)),
        ("pol:frames", integer(theme.frames)),
        ("pol:weight", decimal(theme.weight)),
        ("pol:primary", boolean(theme.primary)),
    )
    return block(nodes, node, pairs)


def variables(found: Iterable[str], nodes: Nodes) -> Iterator[Block]:
    """The declaration of each metadata column that is used, once; by its name."""
    for name in sorted(found):
        yield block(
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


def entity(thing: Entity, nodes: Nodes) -> Block:
    """An entity with its names, and where it is said why forms were taken for it and what it may be besides."""
    names, node = nodes.names, nodes.names(thing.entity)
    return block(
        nodes,
        node,
        (
            ("rdf:type", names("pol:Entity")),
            ("rdf:type", names(thing.type)),
            ("rdfs:label", thing.label),
            *(("skos:altLabel", alias) for alias in thing.aliases),
            *(("owl:sameAs", Iri(iri)) for iri in thing.same_as),
            *(("skos:closeMatch", names(close.entity)) for close in thing.close),
            *(("pol:merge", below(node, "merge", number)) for number in range(1, len(thing.merges) + 1)),
            *(("pol:closeness", below(node, "close", number)) for number in range(1, len(thing.close) + 1)),
            *(("pol:affiliation", below(node, "in", number)) for number in range(1, len(thing.affiliations) + 1)),
        ),
    )


def entity_parts(thing: Entity, nodes: Nodes) -> Iterator[Block]:
    """Each form that was taken for it, with the reason, and each entity that it was not merged with."""
    names, node = nodes.names, nodes.names(thing.entity)
    for number, merge in enumerate(thing.merges, 1):
        yield block(
            nodes,
            below(node, "merge", number),
            (
                ("rdf:type", names("pol:Merge")),
                ("pol:number", integer(number)),
                ("pol:text", merge.text),
                ("pol:document", nodes.document(merge.document)),
                ("pol:mergeReason", merge.reason),
            ),
        )
    for number, close in enumerate(thing.close, 1):
        yield block(
            nodes,
            below(node, "close", number),
            (
                ("rdf:type", names("pol:Closeness")),
                ("pol:number", integer(number)),
                ("pol:closeTo", names(close.entity)),
                ("pol:score", decimal(close.score)),
            ),
        )
    for number, one in enumerate(thing.affiliations, 1):
        yield _affiliation(below(node, "in", number), number, one, nodes)


def _affiliation(node: Iri, number: int, one: Affiliation, nodes: Nodes) -> Block:
    """What a researcher's table says that an actor belongs to."""
    dates = {"pol:from": one.since, "pol:until": one.until}
    return block(
        nodes,
        node,
        (
            ("rdf:type", nodes.names("pol:Affiliation")),
            ("pol:number", integer(number)),
            ("pol:inOrganisation", one.organisation),
            ("pol:inParty", one.party),
            ("pol:inCountry", one.country),
            ("pol:atLevel", one.level),
            *((key, dated(date, nodes.names("pol:iso8601").value)) for key, date in dates.items() if date),
            ("dcterms:source", one.source),
        ),
    )


def _sentence(source: Document, index: int, nodes: Nodes) -> Iterator[Block]:
    """A sentence with the two selectors of the Web Annotation model that find it in its document."""
    names, node = nodes.names, nodes.sentence(source.id, index)
    start, end = source.sentences[index]
    quote, position = below(node, "quote"), below(node, "position")
    yield block(
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
    yield block(
        nodes,
        quote,
        (
            ("rdf:type", names("oa:TextQuoteSelector")),
            ("oa:exact", source.text[start:end]),
            ("oa:prefix", source.text[max(0, start - CONTEXT) : start]),
            ("oa:suffix", source.text[end : end + CONTEXT]),
        ),
    )
    yield block(
        nodes,
        position,
        (
            ("rdf:type", names("oa:TextPositionSelector")),
            ("oa:start", integer(start)),
            ("oa:end", integer(end)),
        ),
    )
