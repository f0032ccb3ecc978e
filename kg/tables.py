"""Statements, documents and entities → rows of the tables for people (statements.csv, documents.csv, entities.csv).

The tables say less than the interchange files and are never read back. docs/tables.md describes their columns.
"""

from __future__ import annotations

from kg.model import Argument, Document, Entity, Participant, Statement, Value

Cell = str | int | float | None
Row = dict[str, Cell]

STATEMENT_COLUMNS = (
    "id", "frame", "document", "sentence", "subject", "subject_entity", "subject_type", "relation", "lemma", "voice",
    "predicate", "object", "object_entity", "object_type", "arguments", "speakers", "cue", "mode", "act", "deontic",
    "strength", "form", "polarity", "modality", "hedge", "stance", "valence", "time", "primary_theme", "themes",
    "content", "evidence", "start", "end", "rule", "confidence",
)  # fmt: skip
DOCUMENT_COLUMNS = (
    "id", "title", "date", "issuer", "genre", "country", "language", "source", "sha256", "characters", "sentences",
    "variables",
)  # fmt: skip
ENTITY_COLUMNS = ("entity", "label", "type", "aliases", "mentions_merged", "close")


def statement_row(one: Statement) -> Row:
    """One statement; ``speakers``, ``cue`` and ``mode`` give a chain of links innermost first, parted by ``<``."""
    links = tuple(reversed(one.attribution))
    return {
        "id": one.id,
        "frame": one.frame,
        "document": one.document,
        "sentence": one.sentence.index,
        **_side("subject", one.subject),
        "relation": one.relation.text,
        "lemma": one.relation.lemma,
        "voice": one.relation.voice,
        "predicate": one.relation.predicate,
        **_side("object", one.object),
        "arguments": "; ".join(_argument(argument) for argument in one.arguments) or None,
        "speakers": " < ".join(" and ".join(map(_label, link.speakers)) or "?" for link in links) or None,
        "cue": " < ".join(link.cue.text for link in links) or None,
        "mode": " < ".join(link.mode for link in links) or None,
        "act": one.act,
        "deontic": one.deontic,
        "strength": one.strength,
        "form": one.form,
        "polarity": one.polarity,
        "modality": one.modality,
        "hedge": one.hedge.text if one.hedge else None,
        "stance": one.stance,
        "valence": one.valence,
        "time": written(one.time) if one.time else None,
        "primary_theme": next((theme.concept for theme in one.themes if theme.primary), None),
        "themes": " ".join(theme.concept for theme in one.themes) or None,
        "content": " ".join(one.content) or None,
        "evidence": one.evidence.text,
        "start": one.evidence.start,
        "end": one.evidence.end,
        "rule": one.rule,
        "confidence": one.confidence,
    }


def document_row(one: Document) -> Row:
    """One document, without its text; ``characters`` are code points."""
    return {
        "id": one.id,
        "title": one.title,
        "date": one.date,
        "issuer": one.issuer,
        "genre": one.genre,
        "country": one.country,
        "language": one.language,
        "source": one.source,
        "sha256": one.sha256,
        "characters": len(one.text),
        "sentences": len(one.sentences),
        "variables": "; ".join(f"{name}={value}" for name, value in one.variables) or None,
    }


def entity_row(one: Entity) -> Row:
    """One entity; ``mentions_merged`` gives each form that was taken for it with the reason."""
    merges = dict.fromkeys(f"{merge.text} ({merge.reason})" for merge in one.merges)
    return {
        "entity": one.entity,
        "label": one.label,
        "type": one.type,
        "aliases": "; ".join(one.aliases) or None,
        "mentions_merged": "; ".join(merges) or None,
        "close": "; ".join(f"{close.entity} {close.score:.2f}" for close in one.close) or None,
    }


def cell(value: Cell) -> Cell:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe before it.

    Source: OWASP, *CSV Injection*.

    >>> cell("=1+1"), cell("-5 %"), cell(-5), cell("a letter")
    ("'=1+1", "'-5 %", -5, 'a letter')
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else value


def written(value: Value) -> str:
    """A value in words: ``about 500000 USD``, ``2021-09-16``."""
    return " ".join(part for part in ("about" if value.approximate else "", value.value, value.unit or "") if part)


def _side(name: str, one: Participant | None) -> Row:
    return {
        name: (one.text or one.label) if one else None,
        f"{name}_entity": one.entity if one else None,
        f"{name}_type": one.type if one else None,
    }


def _argument(one: Argument) -> str:
    words = " ".join(part for part in (one.preposition or "", one.text or one.label or "") if part)
    return f"{one.role}: {words}"


def _label(one: Participant) -> str:
    return one.label or one.text
