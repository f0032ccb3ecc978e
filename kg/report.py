"""Graph → report.json: what was found, in frames where nothing else is named, and how each sentence fared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Entity, Extraction, Statement

NO_CANDIDATE = "no candidate"  # a sentence in which not even something to be dropped was seen
DUPLICATE = "duplicate"  # a frame whose whole surface is another's
REJECTED = "rejected by a reader"  # a frame whose statement was left out by a decision


def make_report(
    extractions: Sequence[Extraction], statements: Sequence[Statement], entities: Sequence[Entity]
) -> dict[str, Any]:
    """Count documents, sentences, frames by act, entities by type, themes, relations and reasons for nothing.

    ``sentences_without`` counts each sentence that gave no statement under its first reason; ``unmapped`` counts
    every candidate that was dropped, also in sentences that gave something else.
    """
    found = Counter((one.document, one.sentence.index) for one in statements)
    accounts = [_account(extraction, found) for extraction in extractions]
    minted = [one for one in statements if one.relation.predicate is None]
    rows = [row for account in accounts for row in account["sentences"]]
    return {
        "documents": len(extractions),
        "sentences": len(rows),
        "statements": len(statements),
        "frames": len({statement.frame for statement in statements}),
        "frames_by_act": _frames_by((one.act, one) for one in statements),
        "frames_by_theme": _frames_by((theme.concept, one) for one in statements for theme in one.themes),
        "entities_by_type": _counted(Counter(entity.type for entity in entities)),
        "mapping": _mapping(statements),
        "minted_relations": _frames_by((one.relation.lemma, one) for one in minted),
        "unmapped": _unmapped(extractions, statements),
        "sentences_without": _counted(Counter(row["reasons"][0] for row in rows if not row["statements"])),
        "accounts": accounts,
    }


def _frames_by(pairs: Iterable[tuple[str, Statement]]) -> dict[str, int]:
    frames: defaultdict[str, set[str]] = defaultdict(set)
    for key, statement in pairs:
        frames[key].add(statement.frame)
    return _counted({key: len(found) for key, found in frames.items()})


def _counted(counts: Mapping[str, int]) -> dict[str, int]:
    """The most frequent first, equals by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _mapping(statements: Sequence[Statement]) -> dict[str, Any]:
    """How many frames and statements have a relation of the ontology; the others' is minted from their verb."""
    frames = {one.frame for one in statements}
    mapped = {one.frame for one in statements if one.relation.predicate is not None}
    found = sum(one.relation.predicate is not None for one in statements)
    return {
        "frames": len(frames),
        "mapped": len(mapped),
        "share": _share(len(mapped), len(frames)),
        "statements": len(statements),
        "mapped_statements": found,
        "share_of_statements": _share(found, len(statements)),
        "frames_by_relation": _frames_by(
            (one.relation.predicate, one) for one in statements if one.relation.predicate is not None
        ),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _unmapped(extractions: Sequence[Extraction], statements: Sequence[Statement]) -> dict[str, int]:
    reasons = Counter(one.reason for extraction in extractions for one in extraction.unmapped)
    duplicates = sum(len(extraction.frames) for extraction in extractions) - len(statements) - reasons[REJECTED]
    if duplicates:
        reasons[DUPLICATE] += duplicates
    return _counted(reasons)


def _account(extraction: Extraction, found: Mapping[tuple[str, int], int]) -> dict[str, Any]:
    """What each sentence of a document gave: how many statements, and why candidates in it gave none."""
    document = extraction.document
    reasons: defaultdict[int, list[str]] = defaultdict(list)
    for unmapped in extraction.unmapped:
        reasons[unmapped.sentence].append(unmapped.reason)
    return {
        "document": document.id,
        "sentences": [
            {
                "index": index,
                "start": start,
                "end": end,
                "statements": found.get((document.id, index), 0),
                "reasons": reasons[index] or ([] if (document.id, index) in found else [NO_CANDIDATE]),
            }
            for index, (start, end) in enumerate(document.sentences)
        ],
    }
