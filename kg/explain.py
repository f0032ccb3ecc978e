"""A statement of a built graph → why it is there: its sentence, the rule, who says it, and how it was mapped."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import KgError
from kg.graph import Graph
from kg.mapping import LITERAL, Ontology
from kg.model import Document, Link, Participant, Statement
from kg.tables import written

FEWEST_DIGITS = 4


def explain(graph: Graph, identifier: str, ontology: Ontology) -> str:
    """Explain the statements whose id, frame or anchor is, or begins with, ``identifier``.

    Raises: KgError where there is none, or too few digits to tell.
    """
    wanted = identifier.strip().rpartition("/")[2].lower()
    if len(wanted) < FEWEST_DIGITS:
        raise KgError(f"{identifier!r} is too short; give {FEWEST_DIGITS} digits of a statement's id or more")
    found = [one for one in graph.statements if any(key.startswith(wanted) for key in (one.id, one.frame, one.anchor))]
    if not found:
        raise KgError(f"no statement, frame or anchor {identifier!r}; ids stand in statements.csv")
    documents = {document.id: document for document in graph.documents}
    by_id = {statement.id: statement for statement in graph.statements}
    return "\n\n".join("\n".join(_rows(one, documents[one.document], by_id, ontology)) for one in found)


def _rows(one: Statement, document: Document, by_id: dict[str, Statement], ontology: Ontology) -> Iterator[str]:
    yield from (f"{name:12}{text}" for name, text in _pairs(one, document, by_id, ontology) if text)


def _pairs(
    one: Statement, document: Document, by_id: dict[str, Statement], ontology: Ontology
) -> Iterator[tuple[str, str]]:
    yield "statement", one.id
    yield "document", f"{document.title} ({document.id}{f', {document.date}' if document.date else ''})"
    yield "sentence", f"{one.sentence.index}: {_marked(one, document)}"
    yield "subject", _participant(one.subject)
    yield "relation", one.relation.text or "no word of the text stands for it"
    yield "object", _participant(one.object) if one.object else ""
    for argument in one.arguments:
        yield argument.role, " ".join(filter(None, (argument.preposition, _participant(argument))))
    for content in one.content:
        yield "content", f"{content}: {by_id[content].evidence.text}" if content in by_id else content
    yield "said by", "; ".join(map(_link, one.attribution)) or f"the document's own voice ({_issuer(document)})"
    yield "act", ", ".join(_qualities(one))
    yield "time", written(one.time) if one.time else ""
    for theme in one.themes:
        words = ", ".join(document.text[start:end] for start, end in theme.spans)
        yield "theme", f"{theme.concept}, by {words!r}{', the primary one' if theme.primary else ''}"
    yield "rule", one.rule + ("" if one.confidence is None else f", right in {one.confidence:.0%} of cases on gold")
    yield "mapping", _mapping(one, ontology)
    yield "asserted", "yes: a plain triple stands for it" if one.asserted else f"no: {_why_not(one)}"


def _marked(one: Statement, document: Document) -> str:
    """Give the sentence with its evidence between arrows."""
    text, evidence, sentence = document.text, one.evidence, one.sentence
    before, after = text[sentence.start : evidence.start], text[evidence.end : sentence.end]
    return " ".join(f"{before}→{evidence.text}←{after}".split())


def _participant(one: Participant) -> str:
    known = [one.entity, one.type, written(one.value) if one.value else None, one.via]
    notes = "; ".join(note for note in known if note)
    words = one.text or f"(implied) {one.label or ''}".strip()
    return f"{words} [{notes}]" if notes else words


def _link(link: Link) -> str:
    who = " and ".join(speaker.label or speaker.text for speaker in link.speakers) or "nobody named"
    how = link.mode if link.explicit else f"{link.mode}, from sentence {link.sentence.index}"
    return f"{who}, by {link.cue.text!r} ({how})"


def _issuer(document: Document) -> str:
    return document.issuer or "no issuer given"


def _qualities(one: Statement) -> Iterator[str]:
    strength = None if one.strength is None else f"strength {one.strength}"
    hedge = f"hedged by {one.hedge.text!r}" if one.hedge else None
    given = (one.act, one.deontic, strength, one.form, one.polarity, one.modality, one.stance, one.valence, hedge)
    yield from (quality for quality in given if quality)


def _mapping(one: Statement, ontology: Ontology) -> str:
    """Say which relation the words were mapped to, by what, and what it means."""
    types = [_type(one.subject), _type(one.object)]
    by = f"{one.relation.lemma!r} ({one.relation.voice}; subject {types[0]}, object {types[1]})"
    if one.relation.predicate is None:
        return f"{by} fits no relation of the ontology; kept under one made from its words"
    term = ontology.relations.get(one.relation.predicate)
    return f"{by} → {one.relation.predicate}" + (f": {term.comment}" if term else "")


def _type(one: Participant | None) -> str:
    if one is None:
        return "none"
    return one.type or (LITERAL if one.value else "of no known class")


def _why_not(one: Statement) -> str:
    reasons = (
        ("said by another than the document", bool(one.attribution)),
        (f"a {one.act}", one.act != "assertion"),
        ("negated", one.polarity == "negative"),
        (one.modality, one.modality != "actual"),
    )
    return ", ".join(reason for reason, holds in reasons if holds)
