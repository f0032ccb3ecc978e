"""Entity annotations (JSON lines of text and offsets) → spaCy training documents."""

from __future__ import annotations

import json
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

from training.treebanks import read_lines

ATTRIBUTES = ["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"]  # of a stored document


def documents(path: Path) -> list[Doc]:
    """A Doc for each line ``{source, text, entities: [[start, end, label]]}``; a span inside a token is dropped.

    The source is kept as a category of the Doc, since no two sources mark the same.
    """
    tokenizer = spacy.blank("en").tokenizer
    docs = []
    for line in read_lines(path).splitlines():
        row = json.loads(line)
        doc = tokenizer(row["text"])
        spans = [doc.char_span(start, end, label=label) for start, end, label in row["entities"]]
        doc.cats = {row["source"]: 1.0}
        doc.set_ents(_without_overlaps([span for span in spans if span is not None]))
        docs.append(doc)
    return docs


def _without_overlaps(spans: list[Span]) -> list[Span]:
    return list(spacy.util.filter_spans(spans))


def write_documents(source: Path, target: Path) -> int:
    """Write the annotated documents as one ``.spacy`` file; how many there were."""
    docs = documents(source)
    DocBin(docs=docs, attrs=ATTRIBUTES).to_disk(target)
    return len(docs)
