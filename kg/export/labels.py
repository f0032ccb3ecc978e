"""Labels of the terms that a graph uses, so that a query over it alone can show names.

A relation that is used is a ``pol:Relation``: that is how plain triples are told from what is said about statements.
Classes, relations and themes come with those above them, so that ``rdfs:subClassOf*`` and ``skos:broader*`` work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from kg.export.nodes import Nodes
from kg.export.statements import block
from kg.export.terms import Block, Iri, Names, Node
from kg.mapping import Ontology
from kg.themes import Themes

_TOP = "pol:relatesTo"


class Used:
    """Notes which terms of the ontology and the scheme of themes a graph uses, and which relations it has minted."""

    def __init__(self, names: Names, ontology: Ontology, themes: Themes) -> None:
        curies = (*ontology.classes, *ontology.relations, *themes.concepts)
        self._terms = frozenset(names(curie) for curie in curies)
        self.terms: set[Iri] = set()
        self.minted: dict[Iri, set[str]] = {}

    def note(self, nodes: Iterable[Node]) -> None:
        """Keep those nodes that are terms."""
        self.terms.update(self._terms.intersection(nodes))

    def note_relations(self, relations: Set[Iri], minted: Iterable[tuple[Iri, str]]) -> None:
        """Keep the relations that a statement speaks of; ``minted`` are all that it may have minted, with labels."""
        self.note(relations)
        for node, label in minted:
            if node in relations:
                self.minted.setdefault(node, set()).add(label)


def labels(used: Used, ontology: Ontology, themes: Themes, nodes: Nodes) -> Iterator[Block]:
    """Declares what is used: classes, relations, minted relations (below the top of all), themes; each by its name."""
    names = nodes.names
    terms = used.terms | {names(_TOP)} if used.minted else used.terms
    classes = {curie: term.parents for curie, term in ontology.classes.items()}
    for curie in _closed(classes, terms, names):
        cls = ontology.classes[curie]
        parents = (("rdfs:subClassOf", names(parent)) for parent in cls.parents)
        yield block(nodes, names(curie), (("rdf:type", names("owl:Class")), ("rdfs:label", cls.label), *parents))
    relations = {curie: term.parents for curie, term in ontology.relations.items()}
    for curie in _closed(relations, terms, names):
        relation = ontology.relations[curie]
        above = (("rdfs:subPropertyOf", names(parent)) for parent in relation.parents)
        kind = ("rdf:type", names("pol:Relation"))
        yield block(nodes, names(curie), (kind, ("rdfs:label", relation.label), *above))
    for node, found in sorted(used.minted.items()):
        top, kind = ("rdfs:subPropertyOf", names(_TOP)), ("rdf:type", names("pol:Relation"))
        yield block(nodes, node, (kind, *(("rdfs:label", label) for label in sorted(found)), top))
    concepts = {curie: theme.broader for curie, theme in themes.concepts.items()}
    for curie in _closed(concepts, terms, names):
        theme = themes.concepts[curie]
        broader = (("skos:broader", names(parent)) for parent in theme.broader)
        texts = (
            ("rdfs:label", theme.label),
            ("skos:prefLabel", theme.label),
            ("skos:notation", theme.notation or None),
        )
        yield block(nodes, names(curie), (("rdf:type", names("skos:Concept")), *texts, *broader))


def _closed(parents: Mapping[str, Sequence[str]], used: Iterable[Iri], names: Names) -> list[str]:
    """The terms that are used and all above them that are described, sorted."""
    found: set[str] = set()
    waiting = [curie for curie in parents if names(curie) in used]
    while waiting:
        curie = waiting.pop()
        if curie not in found and curie in parents:
            found.add(curie)
            waiting.extend(parents[curie])
    return sorted(found)
