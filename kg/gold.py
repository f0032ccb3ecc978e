"""Coding sheet → documents and statements: gold that coders write by words, with the offsets looked up.

A sheet is JSON lines: first the text's path, its genre and the coder, then a line a sentence with its frames, as
corpus/gold/CODEBOOK.md describes. ``python -m kg.gold SHEET...`` checks sheets and prints an error a line.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from kg.documents import read
from kg.errors import InputError
from kg.identifiers import frame_id, identified
from kg.model import Document, Sentence, Spans, Statement
from kg.quotes import find_sentence, find_words
from kg.records import from_record, to_record

OPTIONAL = "voice arguments key content attribution hedge time themes predicate note"
NEEDED = ("subject", "relation", "lemma", "object")
LINE_KEYS = frozenset({"n", "sentence", "frames", "attribution", "note"})
PLAIN = {"act": "assertion", "deontic": None, "strength": None, "form": None, "polarity": "positive",
         "modality": "actual", "stance": None, "valence": None}  # fmt: skip
FRAME_KEYS = frozenset({*NEEDED, *PLAIN, *OPTIONAL.split()})
PRECISIONS = {4: "year", 7: "month", 10: "day"}

Record = dict[str, Any]
OnError = Callable[[InputError], None]


@dataclass(frozen=True, slots=True)
class Gold:
    """The documents of some sheets, with the coder's sentences, and the statements coded in them."""

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """The sentence that is read, its document, and the sentences before it by number."""

    document: Document
    sentence: Sentence
    sentences: tuple[Sentence, ...]


def read_gold(path: Path, on_error: OnError | None = None) -> Gold:
    """Read a sheet, or all sheets (``*.jsonl``) of a folder.

    Raises: InputError with sheet, line and frame where words are not found or a key is wrong; given ``on_error``,
    each such error goes there and the rest is read on.
    """
    sheets = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not sheets:
        raise InputError(f"{path}: no coding sheets (*.jsonl)")
    read_sheets = [_read_sheet(sheet, on_error or _raise) for sheet in sheets]
    return Gold(
        tuple(document for document, _ in read_sheets),
        tuple(statement for _, statements in read_sheets for statement in statements),
    )


def _raise(error: InputError) -> None:
    raise error


def _read_sheet(path: Path, on_error: OnError) -> tuple[Document, tuple[Statement, ...]]:
    rows = list(_rows(path))
    if not rows or not isinstance(rows[0][1].get("text"), str):
        raise InputError(f'{path}, line 1: the first line names the text: {{"text": "../../name.txt", "coder": "…"}}')
    genre = rows[0][1].get("genre")
    document = next(read([path.parent / rows[0][1]["text"]]))
    sentences: list[Sentence] = []
    coded: list[tuple[str, Record, Statement]] = []
    for where, row in rows[1:]:
        try:
            sentences.append(_sentence(document, row, sentences))
        except (ValueError, KeyError, TypeError) as error:
            on_error(InputError(f"{where}: {_reason(error)}"))
            continue
        place = _Place(document, sentences[-1], tuple(sentences))
        coded += _frames(where, row, place, on_error)
    statements = _with_content(coded, on_error)
    places = tuple((one.start, one.end) for one in sentences)
    return dataclasses.replace(document, sentences=places, genre=genre or document.genre), statements


def _rows(path: Path) -> Iterator[tuple[str, Record]]:
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError(f"{path}, line {number}: not JSON ({error})") from None
        if not isinstance(row, dict):
            raise InputError(f"{path}, line {number}: not an object")
        yield f"{path}, line {number}", row


def _sentence(document: Document, row: Record, before: Sequence[Sentence]) -> Sentence:
    _check_keys(row, LINE_KEYS, ("n", "sentence", "frames"))
    if row["n"] != len(before):
        raise ValueError(f"n is {row['n']}, but this is sentence {len(before)}")
    start, end = find_sentence(document.text, row["sentence"], before[-1].end if before else 0)
    return Sentence(len(before), start, end)


def _frames(where: str, row: Record, place: _Place, on_error: OnError) -> Iterator[tuple[str, Record, Statement]]:
    for number, frame in enumerate(row["frames"], 1):
        at = f"{where}, frame {number}"
        try:
            _check_keys(frame, FRAME_KEYS, NEEDED)
            yield at, frame, _statement({"attribution": row.get("attribution", []), **frame}, place)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            on_error(InputError(f"{at}: {_reason(error)}"))


def _statement(frame: Record, place: _Place) -> Statement:
    """Look up a frame's words and let the contract check every key."""
    document, sentence = place.document, place.sentence
    record: Record = {name: frame.get(name, default) for name, default in PLAIN.items()}
    relation = {**_words(frame["relation"], place), "lemma": frame["lemma"], "voice": frame.get("voice", "active"),
                "predicate": frame.get("predicate")}  # fmt: skip
    subject = _participant(frame["subject"], place)
    thing = None if frame["object"] is None else _participant(frame["object"], place)
    arguments = [_argument(argument, place) for argument in frame.get("arguments", [])]
    spans = [span for part in (relation, subject, thing or {}, *arguments) for span in part.get("spans", ())]
    if not spans:
        raise ValueError("no words at all: subject, relation and object are all implied")
    start, end = min(spans)[0], max(span[1] for span in spans)
    clause = (relation["spans"][0][0], relation["spans"][-1][1]) if relation["spans"] else (start, end)
    record |= {
        "id": "", "frame": frame_id(document.id, clause), "anchor": "", "document": document.id,
        "sentence": to_record(sentence), "subject": subject, "relation": relation, "object": thing,
        "arguments": arguments, "content": [],
        "attribution": [_link(link, place) for link in frame["attribution"]],
        "hedge": _words(frame["hedge"], place) if frame.get("hedge") else None,
        "time": _time(frame.get("time")),
        "themes": [_theme(theme, not n, place) for n, theme in enumerate(frame.get("themes", []))],
        "evidence": {"start": start, "end": end, "text": document.text[start:end]},
        "rule": "gold", "confidence": None,
    }  # fmt: skip
    return identified(from_record(Statement, record))


def _words(quote: str | None, place: _Place) -> Record:
    spans: Spans = ()
    if quote is not None:
        spans = find_words(place.document.text, (place.sentence.start, place.sentence.end), quote)
    return {"text": " ".join(place.document.text[start:end] for start, end in spans), "spans": spans}


def _participant(coded: str | Record | None, place: _Place) -> Record:
    more: Record = coded if isinstance(coded, dict) else {"words": coded}
    _check_keys(more, frozenset({"words", "label", "type", "via", "value"}), ("words",))
    words = _words(more["words"], place)
    return {
        **words, "label": more.get("label", words["text"] or None), "entity": None, "type": more.get("type"),
        "value": more.get("value"), "implied": not words["spans"], "via": more.get("via"),
    }  # fmt: skip


def _argument(coded: Sequence[Any], place: _Place) -> Record:
    if len(coded) != 3:
        raise ValueError(f"an argument is [role, preposition or null, words], not {coded}")
    role, preposition, words = coded
    return {**_participant(words, place), "preposition": preposition, "role": role}


def _link(coded: Record, place: _Place) -> Record:
    _check_keys(coded, frozenset({"speakers", "cue", "mode", "at"}), ("speakers", "cue", "mode"))
    at = coded.get("at", place.sentence.index)
    if (coded["mode"] == "continued") != ("at" in coded):
        raise ValueError('a continued link, and no other, has "at": the number of the sentence with its cue')
    if not 0 <= at < len(place.sentences):
        raise ValueError(f"at: {at}, but no such sentence stands before")
    there = dataclasses.replace(place, sentence=place.sentences[at])
    return {
        "speakers": [_participant(speaker, there) for speaker in coded["speakers"] if speaker is not None],
        "cue": _words(coded["cue"], there), "mode": coded["mode"], "explicit": "at" not in coded,
        "sentence": to_record(there.sentence),
    }  # fmt: skip


def _time(coded: str | Record | None) -> Record | None:
    if not isinstance(coded, str):
        return coded
    if "/" in coded:
        return {"kind": "interval", "value": coded, "unit": None, "precision": None, "approximate": False}
    return {"kind": "date", "value": coded, "unit": None, "precision": PRECISIONS.get(len(coded)), "approximate": False}


def _theme(coded: str | Sequence[str], primary: bool, place: _Place) -> Record:
    concept, quote = (coded, None) if isinstance(coded, str) else coded
    curie = concept if ":" in concept else f"theme:{concept}"
    return {"concept": curie, "spans": _words(quote, place)["spans"], "primary": primary}


def _with_content(coded: Sequence[tuple[str, Record, Statement]], on_error: OnError) -> tuple[Statement, ...]:
    keys = {frame["key"]: statement.id for _, frame, statement in coded if "key" in frame}
    places: dict[str, str] = {}
    statements: list[Statement] = []
    for where, frame, statement in coded:
        missing = [key for key in frame.get("content", []) if key not in keys]
        if missing:
            on_error(InputError(f"{where}: content: no frame of the sheet has the key {missing[0]!r}"))
        if statement.id in places:
            on_error(InputError(f"{where}: the same as {places[statement.id].rpartition(', line')[2].strip()}"))
            continue
        places[statement.id] = where
        content = tuple(keys[key] for key in frame.get("content", []) if key in keys)
        statements.append(replace(statement, content=content))
    return tuple(statements)


def _check_keys(record: Record, known: frozenset[str], needed: Sequence[str]) -> None:
    for key in record:
        if key not in known:
            raise ValueError(f"unknown key {key!r}; known are {', '.join(sorted(known))}")
    for key in needed:
        if key not in record:
            raise ValueError(f"{key!r} is missing")


def _reason(error: Exception) -> str:
    return f"not of the right kind ({error})" if isinstance(error, TypeError | KeyError | IndexError) else str(error)


def main(paths: Sequence[str]) -> int:
    """Check sheets; an error a line on stderr, 2 where there was one."""
    errors: list[InputError] = []
    for path in paths:
        try:
            read_gold(Path(path), errors.append)
        except InputError as broken:
            errors.append(broken)
    for error in errors:
        print(error, file=sys.stderr)
    return 2 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
