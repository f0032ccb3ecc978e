"""Identifiers that a later reader can compute again: slugs and hashes of the surface alone, never of clock or order.

The fields of a hash are joined by U+001F and hashed by SHA-256; docs/identifiers.md gives the forms and test vectors.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from kg.model import Argument, Link, Participant, Span, Spans, Statement

DEFAULT_BASE = "https://w3id.org/policy-kg/"
SEPARATOR = "\x1f"
_NEITHER = re.compile(r"[^a-z0-9]+")  # a letter nor a digit
DIGITS = 32  # of a statement's, frame's or anchor's id: 128 bits, so that no two ever meet by chance


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Give the project's own prefixes: ``pol`` its ontology, ``theme`` its themes, ``id`` whatever a text brings."""
    root = base if base.endswith(("/", "#")) else base + "/"
    return {"id": root + "id/", "pol": root + "ontology#", "theme": root + "theme/"}


def slug(text: str, limit: int = 80) -> str:
    """Give a name for IRIs and files: 1 to ``limit`` (8 or more) of ``[a-z0-9-]``, the same for the same text.

    Where letters are lost ("東京", "Øresund") or the text is too long, eight hex digits of its hash keep two texts
    apart; accents and punctuation are dropped without one.

    >>> slug("The 4th China Quality (Hangzhou) Conference")
    'the-4th-china-quality-hangzhou-conference'
    >>> slug("Zürich's council")
    'zurichs-council'
    """
    bare = text.casefold()
    if not bare.isascii():
        folded = unicodedata.normalize("NFKD", bare)
        bare = "".join(char for char in folded if not unicodedata.combining(char) and char != "\u2019")
    name = _NEITHER.sub("-", bare.replace("'", "")).strip("-")
    if name and len(name) <= limit and (bare.isascii() or not any(_is_lost(char) for char in bare)):
        return name
    mark = _digest(unicodedata.normalize("NFC", text.casefold()))[:8]
    kept = name[: max(limit - len(mark) - 1, 0)].rstrip("-")
    return f"{kept}-{mark}" if kept else mark


def document_id(name: str, text: str) -> str:
    """Give the id of a document: its title or file name as a slug, and eight hex digits of its text's SHA-256."""
    return f"{slug(name)}-{_digest(text)[:8]}"


def anchor(document: str, evidence: Span) -> str:
    """Give the id that human decisions attach to: of a place in a document, whatever a model finds there."""
    return _hash(document, _span(evidence))


def frame_id(document: str, clause: Span) -> str:
    """Give the id that the statements share into which one clause was distributed: of its predicate's own place."""
    return _hash(document, "clause", _span(clause))


def statement_id(statement: Statement) -> str:
    """Hash the surface of a statement: its places, lemma, polarity, modality, act and deontic type, nothing else.

    Neither its own ``id`` nor entities, themes, content, time or confidence count, so a better ontology or gazetteer
    leaves ids as they are.
    """
    return surface_id(
        statement.document,
        (statement.evidence.start, statement.evidence.end),
        Participants(statement.subject, statement.object, statement.arguments, statement.attribution),
        statement.relation.spans,
        (statement.relation.lemma, statement.polarity, statement.modality, statement.act, statement.deontic or ""),
    )


class Participants(NamedTuple):
    """Who and what takes part in a statement, its speakers included."""

    subject: Participant
    object: Participant | None
    arguments: tuple[Argument, ...]
    attribution: tuple[Link, ...]


def surface_id(
    document: str, evidence: Span, participants: Participants, relation: Spans, reading: tuple[str, ...]
) -> str:
    """Hash the same of a statement in the making; ``reading`` is lemma, polarity, modality, act and deontic type."""
    subject, thing, arguments, attribution = participants
    return _hash(
        document,
        _span(evidence),
        _spans(subject.spans),
        _spans(relation),
        "-" if thing is None else _spans(thing.spans),
        _participants(arguments),
        "".join([_participants(link.speakers) + "|" for link in attribution]),
        "".join([_spans(link.cue.spans) + "|" for link in attribution]),
        *reading,
    )


def identified(statement: Statement) -> Statement:
    """Give the statement with the id and anchor that its surface calls for."""
    place = (statement.evidence.start, statement.evidence.end)
    return replace(statement, id=statement_id(statement), anchor=anchor(statement.document, place))


def _is_lost(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char)[0] not in "PZ"


def _span(span: Span) -> str:
    return f"{span[0]}-{span[1]}"


def _spans(spans: Spans) -> str:
    return ",".join([f"{start}-{end}" for start, end in spans])


def _participants(participants: Iterable[Participant]) -> str:
    """Write the places of each, closed by ``;`` so that an implied one is not the same as none."""
    return "".join([_spans(participant.spans) + ";" for participant in participants])


def _hash(*fields: str) -> str:
    return _digest(SEPARATOR.join(fields))[:DIGITS]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()  # file names may hold lone surrogates
