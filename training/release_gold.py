"""Gold of authentic releases, kept by offsets alone since the texts are not ours to pass on → documents and statements.

usage: python -m training.release_gold GOLD TEXTS            the scores of the extractor on it, as a table
       python -m training.release_gold GOLD TEXTS --from SHEETS   makes GOLD of coding sheets

GOLD is a folder such as ``corpus/gold/releases/first``: a file a release, its first line the release's id, source and
licence, each further line a statement of the interchange without its words. TEXTS is ``government-releases.jsonl``
(``.xz``), a line a release with ``id``, ``text``, ``source``, ``licence`` and ``issuer``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.gold import Gold, read_gold
from kg.model import Document, Statement
from kg.pipeline import build
from kg.records import from_record, to_record
from kg.scheme import load_themes
from kg.score_table import score_gold
from training.treebanks import read_lines

Record = dict[str, Any]
GENRE = "government release"


def without_words(value: Any) -> Any:
    """A record without what the offsets give back: every ``text`` and ``label``."""
    if isinstance(value, list):
        return [without_words(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: without_words(item) for key, item in value.items() if key not in ("text", "label")}


def with_words(value: Any, text: str) -> Any:
    """The record with its words sliced from the text; a participant's label is its words."""
    if isinstance(value, list):
        return [with_words(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    filled = {key: with_words(item, text) for key, item in value.items()}
    if "spans" in filled and "concept" not in filled:
        filled["text"] = " ".join(text[start:end] for start, end in filled["spans"])
        if "entity" in filled:
            filled["label"] = filled["text"] or None
    elif set(filled) == {"start", "end"}:
        filled["text"] = text[filled["start"] : filled["end"]]
    return filled


def read_release_gold(folder: Path, texts: Path) -> Gold:
    """The gold of the releases in ``folder``, its words taken from ``texts``."""
    releases = {release["id"]: release for release in map(json.loads, read_lines(texts).splitlines())}
    documents, statements = [], []
    for path in sorted(folder.glob("*.jsonl")):
        head, *rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        document = _document(releases[head["id"]], head)
        documents.append(document)
        statements += [_statement(row, document) for row in rows]
    return Gold(tuple(documents), tuple(statements))


def _document(release: Record, head: Record) -> Document:
    text = release["text"].strip() + "\n"
    spans = tuple((start, end) for start, end in head["sentences"])
    return Document(
        head["document"], release["title"].strip(), text, None, release["issuer"], GENRE, None, "en", release["source"],
        head["sha256"], spans,
    )  # fmt: skip


def _statement(row: Record, document: Document) -> Statement:
    filled = with_words(row, document.text)
    index, (start, end) = filled["sentence"]["index"], (filled["sentence"]["start"], filled["sentence"]["end"])
    filled["sentence"] = {"index": index, "start": start, "end": end}
    return from_record(Statement, filled)


def lines_of(sheet: Path, release: Record) -> Iterator[str]:
    """The file of one release, made of its coding sheet."""
    gold = read_gold(sheet)
    (document,) = gold.documents
    head = {
        "id": release["id"], "source": release["source"], "licence": release["licence"], "document": document.id,
        "sha256": document.sha256, "sentences": to_record(document.sentences),
    }  # fmt: skip
    yield json.dumps(head)
    for statement in gold.statements:
        yield json.dumps(without_words(to_record(statement)), ensure_ascii=False)


def main(arguments: list[str]) -> None:
    """Score the extractor, or make the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--from", dest="sheets", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.sheets is not None:
        releases = {release["id"]: release for release in map(json.loads, read_lines(chosen.texts).splitlines())}
        chosen.gold.mkdir(parents=True, exist_ok=True)
        for sheet in sorted(chosen.sheets.glob("*.jsonl")):
            lines = lines_of(sheet, releases[sheet.stem])
            (chosen.gold / sheet.name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return
    gold = read_release_gold(chosen.gold, chosen.texts)
    graph = build([replace(document, sentences=()) for document in gold.documents])
    print(score_gold(gold, graph, load_themes()))


if __name__ == "__main__":
    main(sys.argv[1:])
