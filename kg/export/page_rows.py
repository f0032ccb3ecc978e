"""The page's data: documents and statements as plain values, their participants given as node numbers.

Offsets stay those of the interchange files (code points of the document's text), and the page takes every word that
it shows of a sentence from the text by them, so that what it marks is what the evidence says. What is None or empty
is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from kg.export.page_nodes import Nodes
from kg.model import Argument, Document, Link, Participant, Relation, Statement, Words
from kg.records import to_record

Row = dict[str, object]
# Subject, predicate and object of a statement's triple, as Turtle has them or by the number of their node.
Claims = Callable[[Statement], Sequence[str | int]]


def document_row(document: Document) -> Row:
    """A document with its whole text: the page slices sentences and their neighbours out of it."""
    return _filled({
        "id": document.id,
        "title": document.title,
        "issuer": document.issuer,
        "date": document.date,
        "genre": document.genre,
        "country": document.country,
        "language": document.language,
        "source": document.source,
        "url": _url(document),
        "text": document.text,
        "sentences": document.sentences,
    })  # fmt: skip


def _url(document: Document) -> str | None:
    """Where the document can be read, if its metadata tell an address of the web."""
    named = dict(document.variables)
    addresses = (named.get("url"), document.source, *named.values())
    return next((one for one in addresses if one and re.match(r"https?://\S+$", one)), None)


def statement_rows(
    statements: Sequence[Statement], documents: Sequence[Document], nodes: Nodes, claims: Claims
) -> list[Row]:
    """A row for each statement; ``document`` and ``content`` are numbers of rows, ``claim`` as ``claims`` gives it."""
    document_numbers = {document.id: number for number, document in enumerate(documents)}
    numbers = {statement.id: number for number, statement in enumerate(statements)}
    rows = (_statement_row(one, document_numbers[one.document], numbers, nodes) for one in statements)
    return [row | _filled({"claim": claims(one)}) for row, one in zip(rows, statements, strict=True)]


def _statement_row(one: Statement, document: int, numbers: Mapping[str, int], nodes: Nodes) -> Row:
    return _filled({
        "id": one.id,
        "frame": one.frame,
        "anchor": one.anchor,
        "document": document,
        "sentence": (one.sentence.index, one.sentence.start, one.sentence.end),
        "subject": _participant(one.subject, one, nodes),
        "relation": _relation(one.relation),
        "object": _participant(one.object, one, nodes) if one.object else None,
        "arguments": [_argument(argument, one, nodes) for argument in one.arguments],
        "content": [numbers[content] for content in one.content if content in numbers],
        "chain": [_link(link, one, nodes) for link in one.attribution],
        "act": one.act,
        "deontic": one.deontic,
        "strength": one.strength,
        "form": one.form,
        "polarity": one.polarity,
        "modality": one.modality,
        "hedge": _words(one.hedge) if one.hedge else None,
        "stance": one.stance,
        "valence": one.valence,
        "time": to_record(one.time) if one.time else None,
        "themes": [{"node": nodes.theme(t.concept), "spans": t.spans, "primary": t.primary} for t in one.themes],
        "evidence": (one.evidence.start, one.evidence.end),
        "rule": one.rule,
        "confidence": one.confidence,
    })  # fmt: skip


def _participant(one: Participant, statement: Statement, nodes: Nodes) -> Row:
    return _filled({
        "node": nodes.participant(one, statement),
        "spans": one.spans,
        "value": to_record(one.value) if one.value else None,
        "implied": one.implied,
        "via": one.via,
    })  # fmt: skip


def _argument(one: Argument, statement: Statement, nodes: Nodes) -> Row:
    return _participant(one, statement, nodes) | _filled({"preposition": one.preposition, "role": one.role})


def _relation(one: Relation) -> Row:
    return _filled({
        "spans": one.spans,
        "lemma": one.lemma,
        "voice": one.voice,
        "predicate": one.predicate,
    })  # fmt: skip


def _link(one: Link, statement: Statement, nodes: Nodes) -> Row:
    return _filled({
        "speakers": [_participant(speaker, statement, nodes) for speaker in one.speakers],
        "cue": _words(one.cue),
        "mode": one.mode,
        "explicit": one.explicit,
        "sentence": (one.sentence.index, one.sentence.start, one.sentence.end),
    })  # fmt: skip


def _words(one: Words) -> Row:
    return _filled({"text": one.text, "spans": one.spans})


def _filled(row: Row) -> Row:
    """Without what says nothing; a number says something even where it is 0."""
    return {name: value for name, value in row.items() if value or type(value) in (int, float)}
