"""A built graph → what is wrong with it: its shapes, its words, and facts that nobody states.

Three checks that know nothing of how the graph was made: SHACL over ``graph.ttl``; every span of the interchange files
against the text; every plain triple against the statements that stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.errors import OntologyError, OutputError
from kg.identifiers import prefixes
from kg.model import Document, Participant, Spans, Statement
from kg.ontology import ontology_folder
from kg.query import known_prefixes
from kg.sparql_store import GRAPH_FILE

if TYPE_CHECKING:
    import rdflib

    from kg.graph import Graph

SHAPES_FILE = "shapes.ttl"


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One thing that is wrong: which check found it, about what (an IRI or a statement's id), and in words."""

    check: Literal["evidence", "fact", "shape"]
    subject: str
    message: str


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
    """``graph.ttl`` as an rdflib graph.

    Raises: :class:`OutputError` where it is missing or does not parse.
    """
    import rdflib

    path = folder / GRAPH_FILE
    try:
        return rdflib.Graph().parse(path, format="turtle")
    except FileNotFoundError:
        raise OutputError(f"no {GRAPH_FILE} in {folder}: build it with `kg build PATH... -o {folder}`") from None
    except Exception as error:  # rdflib's Turtle reader has no error type of its own
        raise OutputError(f"{path} cannot be read, build it again: {' '.join(str(error).split())[:200]}") from error


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


def check_evidence(graph: Graph) -> Iterator[Finding]:
    """Words that do not stand where they are said to, or stand outside their sentence or evidence."""
    documents = {document.id: document for document in graph.documents}
    known = {statement.id for statement in graph.statements}
    for statement in graph.statements:
        document = documents.get(statement.document)
        if document is None:
            yield Finding("evidence", statement.id, f"its document {statement.document} is not among the documents")
            continue
        for message in (*_misplaced(statement, document), *_dangling(statement, known)):
            yield Finding("evidence", statement.id, message)


def _is_asserted(triples: rdflib.Graph, statement: rdflib.term.Node, pol: rdflib.Namespace) -> bool:
    from rdflib import Literal as Text

    wanted = ((pol.act, "assertion"), (pol.polarity, "positive"), (pol.modality, "actual"))
    denied = ((statement, key, None) in triples for key in (pol.attribution, pol.content))
    return all((statement, key, Text(value)) in triples for key, value in wanted) and not any(denied)


def _misplaced(statement: Statement, document: Document) -> Iterator[str]:
    text, evidence, sentence = document.text, statement.evidence, statement.sentence
    place = (evidence.start, evidence.end)
    whole = (sentence.start, sentence.end)
    if text[evidence.start : evidence.end] != evidence.text or not evidence.text:
        yield f"its evidence {place} does not read {evidence.text!r}"
    if not _inside((place,), whole):
        yield f"its evidence {place} is not within its sentence {whole}"
    if document.sentences[sentence.index : sentence.index + 1] != (whole,):
        yield f"its sentence {whole} is not the document's sentence {sentence.index}"
    for name, words, spans in _own_words(statement):
        yield from _misread(name, words, spans, text)
        if not _inside(spans, place):
            yield f"its {name} {spans} is not within its evidence {place}"
    for link in statement.attribution:
        near = (link.sentence.start, link.sentence.end)
        for name, words, spans in (("cue", link.cue.text, link.cue.spans), *_mentions("speaker", link.speakers)):
            yield from _misread(name, words, spans, text)
            if name == "cue" and not _inside(spans, near):
                yield f"its cue {spans} is not within the sentence {near} of its link"
    if statement.hedge is not None:
        yield from _misread("hedge", statement.hedge.text, statement.hedge.spans, text)
    for theme in statement.themes:
        if not theme.spans or not _inside(theme.spans, whole):
            yield f"its theme {theme.concept} has no words in its sentence"


def _dangling(statement: Statement, known: set[str]) -> Iterator[str]:
    for content in statement.content:
        if content not in known:
            yield f"its content {content} is not among the statements"


def _own_words(statement: Statement) -> Iterator[tuple[str, str, Spans]]:
    yield "relation", statement.relation.text, statement.relation.spans
    yield from _mentions("subject", (statement.subject,))
    yield from _mentions("object", (statement.object,) if statement.object else ())
    yield from _mentions("argument", statement.arguments)


def _mentions(name: str, participants: Iterable[Participant]) -> Iterator[tuple[str, str, Spans]]:
    for participant in participants:
        yield name, participant.text, participant.spans


def _misread(name: str, words: str, spans: Spans, text: str) -> Iterator[str]:
    found = " ".join(text[start:end] for start, end in spans)
    if found != words:
        yield f"its {name} {spans} reads {found!r}, not {words!r}"


def _inside(spans: Spans, outer: tuple[int, int]) -> bool:
    return all(outer[0] <= start < end <= outer[1] for start, end in spans)
