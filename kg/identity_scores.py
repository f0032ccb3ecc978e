"""Coded clusters of names against a graph's entities → B-cubed precision and recall.

Source: Bagga and Baldwin 1998, *Algorithms for Scoring Coreference Chains*: for each mention, how many of those that
the graph takes for the same thing are (precision), and how many of those that are the graph takes for it (recall).
Scored are the mentions that both have; how many of the coded ones these are stands beside the figures.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.documents import read
from kg.errors import InputError
from kg.model import Document, Participant, Span, Statement

ALIKE = 0.5  # how much of two stretches of text has to be common to both for them to be one mention


@dataclass(frozen=True, slots=True)
class CodedMention:
    """A name at a place of a document, and the label of what it names, the same over all documents."""

    document: str
    span: Span
    entity: str


@dataclass(frozen=True, slots=True)
class BCubed:
    """Mean precision and recall over ``scored`` mentions of ``coded``; None where there are none."""

    precision: float | None
    recall: float | None
    scored: int
    coded: int


def read_mentions(folder: Path) -> tuple[tuple[CodedMention, ...], tuple[Document, ...]]:
    """The mentions of a folder of sheets (``*.jsonl``), and the documents that they are of.

    Raises: InputError where a sheet or its text cannot be read, or words do not stand where the sheet has them.
    """
    mentions: list[CodedMention] = []
    documents: list[Document] = []
    for path in sorted(folder.glob("*.jsonl")):
        document, rows = _sheet(path)
        documents.append(document)
        for row in rows:
            for start, end, words in row["mentions"]:
                if document.text[start:end] != words:
                    raise InputError(f"{path}: {words!r} does not stand at {start} to {end}")
                mentions.append(CodedMention(document.id, (start, end), row["entity"]))
    if not documents:
        raise InputError(f"{folder}: no sheets of coded names (*.jsonl)")
    return tuple(mentions), tuple(documents)


def _sheet(path: Path) -> tuple[Document, list[dict[str, Any]]]:
    try:
        head, *rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
        (document,) = read([str(path.parent / head["text"])])
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{path}: not a sheet of coded names ({error})") from error
    return document, rows


def score_identity(coded: Sequence[CodedMention], statements: Iterable[Statement]) -> dict[str, BCubed]:
    """B-cubed over all documents together, and with each document by itself."""
    found = _entities(coded, statements)
    matched = [(one, found[one]) for one in coded if one in found]
    across = [(one.entity, entity) for one, entity in matched]
    within = [((one.document, one.entity), (one.document, entity)) for one, entity in matched]
    return {
        "within documents": _b_cubed(within, len(coded)),
        "across documents": _b_cubed(across, len(coded)),
    }


def agreement(first: Sequence[CodedMention], second: Sequence[CodedMention]) -> BCubed:
    """The second coder's clusters against the first's, over the mentions that both have at the same place."""
    other = {(one.document, one.span): one.entity for one in second}
    pairs = [(one.entity, other[one.document, one.span]) for one in first if (one.document, one.span) in other]
    return _b_cubed(pairs, len(first))


def _entities(coded: Sequence[CodedMention], statements: Iterable[Statement]) -> dict[CodedMention, str]:
    """The entity that the graph has at each coded mention, where it has one."""
    places: defaultdict[str, dict[Span, str]] = defaultdict(dict)
    for statement in statements:
        for participant in _participants(statement):
            if participant.entity is not None and participant.spans:
                extent = participant.spans[0][0], participant.spans[-1][1]
                places[statement.document][extent] = participant.entity
    found: dict[CodedMention, str] = {}
    for one in coded:
        alike = [(_alike(one.span, span), entity) for span, entity in sorted(places[one.document].items())]
        best = max(alike, default=(0.0, ""))
        if best[0] >= ALIKE:
            found[one] = best[1]
    return found


def _participants(statement: Statement) -> Iterable[Participant]:
    yield statement.subject
    if statement.object is not None:
        yield statement.object
    yield from statement.arguments
    for link in statement.attribution:
        yield from link.speakers


def _alike(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / (max(one[1], other[1]) - min(one[0], other[0]))


def _b_cubed(pairs: Sequence[tuple[Hashable, Hashable]], coded: int) -> BCubed:
    gold, found = _clusters([one for one, _ in pairs]), _clusters([other for _, other in pairs])
    if not pairs:
        return BCubed(None, None, 0, coded)
    precision = recall = 0.0
    for one, other in pairs:
        common = len(gold[one] & found[other])
        precision += common / len(found[other])
        recall += common / len(gold[one])
    return BCubed(precision / len(pairs), recall / len(pairs), len(pairs), coded)


def _clusters(keys: Sequence[Hashable]) -> Mapping[Hashable, set[int]]:
    clusters: defaultdict[Hashable, set[int]] = defaultdict(set)
    for place, name in enumerate(keys):
        clusters[name].add(place)
    return clusters
