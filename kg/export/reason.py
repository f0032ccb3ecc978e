"""A built graph → what follows from it by OWL 2 RL, in a graph of its own that is never mixed with what is stated.

Premises are the ontology and the plain triples of the default graph, with the classes of what they speak of. Statement
nodes are none: that somebody said a thing is no reason to infer from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import KgError, OntologyError, OutputError
from kg.export import INFERRED, trig
from kg.export.gathered import Gathered
from kg.export.rdf import Rdf
from kg.export.terms import RDF, STANDARD_PREFIXES, XSD, Iri, Literal, Names, Node, Triple
from kg.identifiers import prefixes
from kg.ontology import ontology_folder
from kg.query import known_prefixes
from kg.sparql_store import GRAPH_FILE

if TYPE_CHECKING:
    import rdflib

_TYPE, _OWL, _RDFS = Iri(RDF + "type"), STANDARD_PREFIXES["owl"], STANDARD_PREFIXES["rdfs"]
_SAME = Iri(_OWL + "sameAs")
_NO_AXIOMS = frozenset({"mapping.ttl", "shapes.ttl", "themes.ttl"})  # of an ontology's folder
_EVERYTHING = frozenset({Iri(_OWL + "Thing"), Iri(_OWL + "NamedIndividual"), Iri(_RDFS + "Resource")})


@dataclass(frozen=True)
class Premises:
    """What is inferred from: ``facts`` of things, their classes included, and the ``terms`` that the graph declares."""

    facts: frozenset[Triple]
    terms: frozenset[Triple]

    @property
    def things(self) -> frozenset[Node]:
        """What the facts speak of; classes are not among them."""
        return frozenset(
            node for row in self.facts for node in (row.subject, row.object if row.predicate != _TYPE else row.subject)
        )


def reason(folder: Path, ontology: Path | None = None) -> tuple[Triple, ...]:
    """Write ``inferred.trig`` beside the graph built in ``folder``; give the triples, sorted.

    Raises: KgError where the package ``reasonable`` is not installed; OutputError where no graph was built or nothing
    can be written; OntologyError where the ontology does not parse.
    """
    reasoner()
    known = Names(known_prefixes(folder))
    found = infer(premises(folder, known), ontology, known)
    gathered = Gathered(known("id:inferred"))
    gathered.add(found)
    try:
        with (folder / INFERRED).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(trig.text(Rdf(known.prefixes, gathered.blocks())))
    except OSError as error:
        raise OutputError(f"cannot write {folder / INFERRED}: {error.strerror or error}") from error
    return found


def premises(folder: Path, names: Names) -> Premises:
    """The plain triples of ``graph.ttl``, told by their relations, and the classes of things; of statements nothing."""
    path, above = folder / GRAPH_FILE, names("rdfs:subPropertyOf")
    types = {row for row in _stated(path) if row.predicate == _TYPE}
    relations = {row.subject for row in types if row.object == names("pol:Relation")} | {_SAME}
    others = {row for row in _stated(path) if row.predicate in relations or row.predicate == above}
    facts = {row for row in others if row.predicate in relations}
    things = {node for row in facts for node in (row.subject, row.object)}
    things |= {row.subject for row in types if row.object == names("pol:Entity")}
    return Premises(
        facts=frozenset(facts | {row for row in types if row.subject in things}),
        terms=frozenset(row for row in others if row.predicate == above and row.subject in relations),
    )


def infer(given: Premises, ontology: Path | None, names: Names) -> tuple[Triple, ...]:
    """What follows of the things that the facts speak of, sorted; nothing stated, nothing that holds of everything."""
    import rdflib

    graph = rdflib.Graph()
    for path in sorted(ontology_folder(ontology).glob("*.ttl")):
        if path.name not in _NO_AXIOMS:
            graph += _axioms(path, names.prefixes["pol"])
    for row in given.facts | given.terms:
        graph.add((_term(row.subject), _term(row.predicate), _term(row.object)))
    found = reasoner()
    found.from_graph(graph)
    things = given.things
    return tuple(sorted({row for row in _ours(found.reason()) if row.subject in things and _says(row)} - given.facts))


def reasoner() -> Any:
    """A reasoner that holds nothing yet.

    Raises: KgError where its package is not installed.
    """
    try:
        from reasonable import PyReasoner
    except ImportError:
        raise KgError("inferring needs the package reasonable: pip install 'policy-kg[reason]'") from None
    return PyReasoner()


def _says(row: Triple) -> bool:
    """Whether a triple says more than that a thing is a thing, and the same as itself."""
    return not (row.predicate == _TYPE and row.object in _EVERYTHING) and not (
        row.predicate == _SAME and row.subject == row.object
    )


def _axioms(path: Path, namespace: str) -> rdflib.Graph:
    """A file of the ontology; ``namespace`` is what the graph's ``pol:`` stands for, where it has another than ours.

    Labels and comments are left out: no rule speaks of them.
    """
    import rdflib

    try:
        text = path.read_text(encoding="utf-8").replace(f"<{prefixes()['pol']}>", f"<{namespace}>")
        read = rdflib.Graph().parse(data=text, format="turtle")
    except Exception as error:  # rdflib's Turtle reader has no error type of its own
        raise OntologyError(f"{path} cannot be read: {' '.join(str(error).split())[:200]}") from error
    found = rdflib.Graph()
    for row in read:
        if not isinstance(row[2], rdflib.Literal):
            found.add(row)
    return found


def _stated(path: Path) -> Iterator[Triple]:
    """The triples of the built graph."""
    from pyoxigraph import NamedNode, RdfFormat, parse

    try:
        for quad in parse(path=path, format=RdfFormat.TURTLE):
            subject, thing = quad.subject, quad.object
            assert isinstance(subject, NamedNode)  # there are no blank nodes and no triple terms in a graph of ours
            node = Iri(thing.value) if isinstance(thing, NamedNode) else Literal(thing.value, thing.datatype.value)
            yield Triple(Iri(subject.value), Iri(quad.predicate.value), node)
    except FileNotFoundError:
        raise OutputError(
            f"no {path.name} in {path.parent}: build it with `kg build PATH... -o {path.parent}`"
        ) from None
    except (OSError, SyntaxError) as error:
        raise OutputError(f"{path} cannot be read, build it again: {' '.join(str(error).split())}") from error


def _term(node: Node) -> rdflib.term.IdentifiedNode | rdflib.Literal:
    import rdflib

    if isinstance(node, Iri):
        return rdflib.URIRef(node.value)
    return rdflib.Literal(node.value, datatype=rdflib.URIRef(node.datatype), normalize=False)


def _ours(triples: Iterable[tuple[Any, Any, Any]]) -> Iterator[Triple]:
    """The reasoner's triples as our own; what is said of blank nodes, which are the ontology's alone, is left out."""
    import rdflib

    for subject, predicate, thing in triples:
        if isinstance(subject, rdflib.URIRef) and isinstance(thing, rdflib.URIRef):
            yield Triple(Iri(str(subject)), Iri(str(predicate)), Iri(str(thing)))
        elif isinstance(subject, rdflib.URIRef) and isinstance(thing, rdflib.Literal):
            datatype = str(thing.datatype or XSD + "string")
            yield Triple(Iri(str(subject)), Iri(str(predicate)), Literal(str(thing), datatype))
