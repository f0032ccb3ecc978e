"""Plain texts, or documents of which the words alone are taken → passages of a few sentences as words."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.treebanks import read_lines

SEED = 20
SHORTEST, LONGEST = 4, 200  # words of a passage; a longer one is cut at the end of a sentence


def passages(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The text's passages as words: a document's paragraphs, or one to eight lines of plain text together."""
    for words in _texts(path, vocab):
        for start, end in _cuts(words):
            if end - start >= SHORTEST:
                yield words[start:end].as_doc()


def _texts(path: Path, vocab: Vocab) -> Iterator[Doc]:
    if path.suffix == ".spacy":
        yield from DocBin().from_disk(path).get_docs(vocab)
        return
    tokenizer = spacy.blank("en", vocab=vocab).tokenizer
    text = read_lines(path)
    if path.suffixes[0] == ".jsonl":
        blocks: Iterable[str] = (line for row in text.splitlines() for line in json.loads(row)["text"].splitlines())
    else:
        blocks = _joined(text.splitlines())
    for block in blocks:
        yield tokenizer(" ".join(block.split()))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    chance = random.Random(SEED)
    start = 0
    while start < len(lines):
        end = start + chance.randint(1, 8)
        yield " ".join(lines[start:end])
        start = end


def _cuts(words: Doc) -> Iterator[tuple[int, int]]:
    start = 0
    while len(words) - start > LONGEST:
        ends = [i + 1 for i in range(start, start + LONGEST) if words[i].text in {".", "!", "?"}]
        end = ends[-1] if ends else start + LONGEST
        yield start, end
        start = end
    yield start, len(words)
