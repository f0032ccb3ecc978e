"""What files say of an IRI → a class, a relation, or another term, with the words that tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from kg.expressions import parse_expression, parse_noun_expression
from kg.identifiers import prefixes as own_prefixes
from kg.mapping import ClassTerm, OtherTerm, RelationTerm
from kg.ontology.source import TYPE, Names, Source

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_CLOSE = (
    *(_SKOS + name for name in ("closeMatch", "exactMatch", "broadMatch", "narrowMatch", "relatedMatch")),
    *(_OWL + name for name in ("inverseOf", "equivalentClass", "equivalentProperty")),
)
_WORDS = own_prefixes()["pol"]  # the namespace of the properties that hold the words, whatever that of the terms
CLASS_TYPES = frozenset({_OWL + "Class", _RDFS + "Class"})
RELATION_TYPES = frozenset({_OWL + "ObjectProperty", _OWL + "DatatypeProperty", _RDF + "Property"})
OTHER_TYPES = {_OWL + "AnnotationProperty": "annotation property", _RDFS + "Datatype": "datatype"}

Parsed = TypeVar("Parsed")
OnBad = Callable[[str], None]  # told of each expression that is none, with its relation and why


def class_term(source: Source, iri: str, names: Names) -> ClassTerm:
    return ClassTerm(
        curie=names(iri),
        iri=iri,
        label=source.text(iri, _RDFS + "label"),
        comment=source.text(iri, _RDFS + "comment"),
        parents=names.all(source.values(iri, _RDFS + "subClassOf")),
        close=names.all(source.values(iri, *_CLOSE)),
        nouns=tuple(sorted({noun.lower() for noun in source.values(iri, _WORDS + "noun")})),
        name_labels=tuple(source.values(iri, _WORDS + "nameLabel")),
        defined_by=_defined_by(source, iri),
        examples=tuple(source.values(iri, _SKOS + "example")),
    )


def relation_term(source: Source, iri: str, names: Names, on_bad: OnBad) -> RelationTerm:
    return RelationTerm(
        curie=names(iri),
        iri=iri,
        label=source.text(iri, _RDFS + "label"),
        comment=source.text(iri, _RDFS + "comment"),
        parents=names.all(source.values(iri, _RDFS + "subPropertyOf")),
        close=names.all(source.values(iri, *_CLOSE)),
        domain=names.first(source.values(iri, _RDFS + "domain")),
        range=names.first(source.values(iri, _RDFS + "range")),
        expressions=tuple(_parsed("expression", parse_expression, source, iri, names, on_bad)),
        noun_expressions=tuple(_parsed("nounExpression", parse_noun_expression, source, iri, names, on_bad)),
        kind=next(iter(source.values(iri, _WORDS + "relationKind")), None),
        defined_by=_defined_by(source, iri),
        examples=tuple(source.values(iri, _SKOS + "example")),
    )


def other_term(source: Source, iri: str, names: Names) -> OtherTerm:
    return OtherTerm(
        curie=names(iri),
        iri=iri,
        label=source.text(iri, _RDFS + "label"),
        comment=source.text(iri, _RDFS + "comment"),
        kind=next(OTHER_TYPES[kind] for kind in source.values(iri, TYPE) if kind in OTHER_TYPES),
        defined_by=_defined_by(source, iri),
        examples=tuple(source.values(iri, _SKOS + "example")),
    )


def _defined_by(source: Source, iri: str) -> str | None:
    return next(iter(source.values(iri, _RDFS + "isDefinedBy")), None)


def _parsed(
    key: str, parse: Callable[[str], Parsed], source: Source, iri: str, names: Names, on_bad: OnBad
) -> Iterator[Parsed]:
    for text in source.values(iri, _WORDS + key):
        try:
            yield parse(text)
        except ValueError as error:
            on_bad(f"{names(iri)}: {text!r}: {error}")
