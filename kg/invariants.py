"""Graph → what is wrong with it, of what no graph may be wrong in: its words, and that what it points at is there.

``kg build`` holds these for every graph that it makes, ``kg validate`` for one that lies on a disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kg.errors import KgError
from kg.model import Document, Participant, Spans, Statement

if TYPE_CHECKING:
    from kg.graph import Graph


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One thing that is wrong: which check found it, about what (an IRI or a statement's id), and in words."""

    check: Literal["evidence", "fact", "shape"]
    subject: str
    message: str


def hold_invariants(graph: Graph) -> Graph:
    """The graph itself, where nothing is wrong with it.

    Raises: KgError with the first finding.
    """
    for finding in (*check_evidence(graph), *check_references(graph)):
        raise KgError(f"the graph would be wrong, nothing is written: {finding.subject}: {finding.message}")
    return graph


def check_references(graph: Graph) -> Iterator[Finding]:
    """Ids that two statements have, entities that are not listed, fields that contradict the act."""
    counts = Counter(statement.id for statement in graph.statements)
    entities = {entity.entity for entity in graph.entities}
    for statement in graph.statements:
        if counts[statement.id] > 1:
            yield Finding("evidence", statement.id, "another statement has the same id")
        for name, participant in _participants(statement):
            if participant.entity is not None and participant.entity not in entities:
                yield Finding("evidence", statement.id, f"its {name} {participant.entity} is not among the entities")
        for message in _contradictions(statement):
            yield Finding("evidence", statement.id, message)


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


def _participants(statement: Statement) -> Iterator[tuple[str, Participant]]:
    yield "subject", statement.subject
    if statement.object is not None:
        yield "object", statement.object
    yield from (("argument", argument) for argument in statement.arguments)
    yield from (("speaker", speaker) for link in statement.attribution for speaker in link.speakers)


def _contradictions(statement: Statement) -> Iterator[str]:
    if (statement.deontic is not None) != (statement.act == "directive"):
        yield f"its deontic type is {statement.deontic}, and its act {statement.act}"
    if statement.valence is not None and statement.act != "evaluation":
        yield f"its valence is {statement.valence}, and its act {statement.act}"
    if sum(theme.primary for theme in statement.themes) > 1:
        yield "it has more than one primary theme"


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
