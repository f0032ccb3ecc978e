"""A built graph → what is wrong with it: its shapes, its words, and facts that nobody states.

Three checks that know nothing of how the graph was made: SHACL over ``graph.ttl``; every span of the interchange files
against the text; every plain triple against the statements that stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OntologyError, OutputError
from kg.identifiers import prefixes
from kg.invariants import Finding, check_evidence
from kg.ontology import ontology_folder
from kg.query import known_prefixes
from kg.sparql_store import GRAPH_FILE

if TYPE_CHECKING:
    import rdflib

SHAPES_FILE = "shapes.ttl"


def validate(folder: Path, ontology: Path | None = None) -> tuple[Finding, ...]:
    """Everything wrong with the graph built in ``folder``, sorted; empty where nothing is.

    ``ontology`` is a folder that may have a ``shapes.ttl`` of its own; else the shipped one is taken.

    Raises: :class:`OutputError` where no graph was built or a file of it cannot be read.
    """
    from kg.store import read_graph

    graph, triples = read_graph(folder), load(folder)
    own = known_prefixes(folder).get("pol", prefixes()["pol"])
    shapes = ontology_folder(ontology) / SHAPES_FILE
    shapes = shapes if shapes.is_file() else ontology_folder() / SHAPES_FILE
    found = [*check_shapes(triples, shapes, own), *check_facts(triples, own), *check_evidence(graph)]
    return tuple(sorted(set(found)))


def load(folder: Path) -> rdflib.Graph:
    """``graph.ttl`` as an rdflib graph, read by Oxigraph, which is several times as fast as rdflib's own reader.

    Raises: :class:`OutputError` where it is missing or does not parse.
    """
    import pyoxigraph
    import rdflib

    path = folder / GRAPH_FILE
    terms: dict[object, rdflib.term.Node] = {}
    graph = rdflib.Graph()
    try:
        for triple in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate, thing = (
                terms.get(term) or terms.setdefault(term, _term(term)) for term in triple.triple
            )
            graph.add((subject, predicate, thing))
    except FileNotFoundError:
        raise OutputError(f"no {GRAPH_FILE} in {folder}: build it with `kg build PATH... -o {folder}`") from None
    except (OSError, SyntaxError) as error:
        raise OutputError(f"{path} cannot be read, build it again: {' '.join(str(error).split())[:200]}") from error
    return graph


def _term(term: object) -> rdflib.term.Node:
    """A term of Oxigraph's as rdflib's; a built graph has no blank nodes, and no language tags."""
    import rdflib

    value = getattr(term, "value", "")
    datatype = getattr(term, "datatype", None)
    if datatype is None:
        return rdflib.URIRef(value)
    plain = datatype.value == str(rdflib.XSD.string)
    return rdflib.Literal(value, datatype=None if plain else rdflib.URIRef(datatype.value))


def check_shapes(triples: rdflib.Graph, shapes: Path, namespace: str) -> Iterator[Finding]:
    """What the shapes find; ``namespace`` is what the graph's ``pol:`` stands for, where it has another than ours.

    Raises: :class:`OntologyError` where the shapes are missing or do not parse.
    """
    import pyshacl
    import rdflib

    try:
        text = shapes.read_text(encoding="utf-8").replace(f"<{prefixes()['pol']}>", f"<{namespace}>")
        rules = rdflib.Graph().parse(data=text, format="turtle")
    except Exception as error:
        raise OntologyError(f"{shapes} cannot be read: {' '.join(str(error).split())[:200]}") from error
    _, report, _ = pyshacl.validate(triples, shacl_graph=rules, inference="none", advanced=False, meta_shacl=False)
    assert isinstance(report, rdflib.Graph)
    sh = rdflib.SH
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        messages = sorted(str(message) for message in report.objects(result, sh.resultMessage))
        yield Finding("shape", str(report.value(result, sh.focusNode)), " ".join(messages))


def check_facts(triples: rdflib.Graph, namespace: str) -> Iterator[Finding]:
    """Plain triples that no asserted, positive, actual statement in the document voice stands behind.

    Such a triple is what a statement speaks of, or stands between its subject or object and one of its arguments.
    """
    import rdflib

    pol, rdf = rdflib.Namespace(namespace), rdflib.RDF
    spoken_of: set[tuple[object, ...]] = set()
    between: set[tuple[object, ...]] = set()
    for statement in triples.subjects(rdf.type, pol.Statement):
        if not _is_asserted(triples, statement, pol):
            continue
        spoken_of.add(tuple(triples.value(statement, key) for key in (rdf.subject, rdf.predicate, rdf.object)))
        sides = pol.subjectMention | pol.objectMention
        for argument in triples.objects(statement, pol.argument / pol.participant):
            for side in triples.objects(statement, sides / pol.participant):
                between.update({(side, argument), (argument, side)})
    for relation in triples.subjects(rdf.type, pol.Relation):
        for subject, thing in triples.subject_objects(relation):
            if (subject, relation, thing) not in spoken_of and (subject, thing) not in between:
                yield Finding("fact", str(subject), f"{relation} {thing}: no document holds this true in its own voice")


def _is_asserted(triples: rdflib.Graph, statement: rdflib.term.Node, pol: rdflib.Namespace) -> bool:
    from rdflib import Literal as Text

    wanted = ((pol.act, "assertion"), (pol.polarity, "positive"), (pol.modality, "actual"))
    denied = ((statement, key, None) in triples for key in (pol.attribution, pol.content))
    return all((statement, key, Text(value)) in triples for key, value in wanted) and not any(denied)
