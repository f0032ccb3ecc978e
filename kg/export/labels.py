"""Labels of the terms that a graph uses, so that a query over it alone can show names.

A relation that is used is a ``pol:Relation``: that is how plain triples are told from what is said about statements.
Classes, relations and themes come with those above them, so that ``rdfs:subClassOf*`` and ``skos:broader*`` work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.export.nodes import Nodes
from kg.export.statements import about
from kg.export.terms import Iri, Triple
from kg.mapping import Ontology
from kg.themes import Themes

_TOP = "pol:relatesTo"


def labels(used: frozenset[Iri], ontology: Ontology, themes: Themes, nodes: Nodes) -> Iterator[Triple]:
    """Declares those of the used nodes that are terms of the ontology or of the scheme of themes."""
    names = nodes.names
    classes = {curie: term.parents for curie, term in ontology.classes.items()}
    for curie in _closed(classes, used, nodes):
        cls = ontology.classes[curie]
        parents = (("rdfs:subClassOf", names(parent)) for parent in cls.parents)
        yield from about(nodes, names(curie), (("rdf:type", names("owl:Class")), ("rdfs:label", cls.label), *parents))
    relations = {curie: term.parents for curie, term in ontology.relations.items()}
    for curie in _closed(relations, used, nodes):
        relation = ontology.relations[curie]
        above = (("rdfs:subPropertyOf", names(parent)) for parent in relation.parents)
        kind = ("rdf:type", names("pol:Relation"))
        yield from about(nodes, names(curie), (kind, ("rdfs:label", relation.label), *above))
    concepts = {curie: theme.broader for curie, theme in themes.concepts.items()}
    for curie in _closed(concepts, used, nodes):
        theme = themes.concepts[curie]
        broader = (("skos:broader", names(parent)) for parent in theme.broader)
        texts = (
            ("rdfs:label", theme.label),
            ("skos:prefLabel", theme.label),
            ("skos:notation", theme.notation or None),
        )
        yield from about(nodes, names(curie), (("rdf:type", names("skos:Concept")), *texts, *broader))


def minted_labels(used: frozenset[Iri], minted: Iterable[tuple[Iri, str]], nodes: Nodes) -> Iterator[Triple]:
    """Declares those of the minted relations that are used, each below the top of all relations."""
    for node, label in minted:
        if node in used:
            pairs = (
                ("rdf:type", nodes.names("pol:Relation")),
                ("rdfs:label", label),
                ("rdfs:subPropertyOf", nodes.names(_TOP)),
            )
            yield from about(nodes, node, pairs)


def _closed(parents: Mapping[str, Sequence[str]], used: frozenset[Iri], nodes: Nodes) -> list[str]:
    """The terms that are used and all above them that are described, sorted."""
    found: set[str] = set()
    waiting = [curie for curie in parents if nodes.names(curie) in used]
    while waiting:
        curie = waiting.pop()
        if curie not in found and curie in parents:
            found.add(curie)
            waiting.extend(parents[curie])
    return sorted(found)
