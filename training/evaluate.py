"""Scores of a pipeline on raw text: trees against CoNLL-U files, names against files of ``training.name_sources``.

usage: python -m training.evaluate PIPELINE FILE...

PIPELINE is an installed spaCy pipeline with UD labels or its folder; a FILE is ``.conllu`` or ``.jsonl``, plain or
xz-compressed. Every paragraph of a treebank goes in as one raw text. Words are aligned by their offsets, and every
figure is F1 = 2 · right / (gold + found), as the CoNLL 2018 shared task defined it (Zeman et al. 2018): a word is
right for UAS where its head is aligned with the gold head, for LAS where the universal relation (before the colon) is
right too; punctuation counts. A sentence is right where it starts and ends where the gold one does. A name is right
where span and label are; "the" before it and a possessive behind it count on neither side, and each source is scored
on the labels that its annotators marked.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

import kg.components  # noqa: F401 - registers the guards of the shipped pipeline
from training.name_rules import Span
from training.treebanks import Sentence, read_lines, read_sentences

# What each source marks; DATE and NORP are filled in by rule in the others.
MARKED = {
    "gum": frozenset(("PERSON", "ORG", "LOC", "NORP", "EVENT", "DATE")),
    "docred": frozenset(("PERSON", "ORG", "LOC", "DATE")),
    "crosspol": frozenset(("PERSON", "ORG", "LOC", "EVENT")),
}
MARKED_ELSEWHERE = frozenset(("PERSON", "ORG", "LOC"))
# Other pipelines' names for the labels here.
SAME_LABEL = {"PER": "PERSON", "GPE": "LOC", "FAC": "LOC"}
POSSESSIVES = ("'s", "’s", "'", "’")
MEASURES = ("LAS", "UAS", "UPOS", "lemma", "sentence")


class GoldWord(NamedTuple):
    """A word's offsets in its paragraph, its head's (None at the root), universal relation, part of speech, lemma."""

    span: tuple[int, int]
    head: tuple[int, int] | None
    relation: str
    upos: str
    lemma: str


class Paragraph(NamedTuple):
    text: str
    sentences: list[list[GoldWord]]


@dataclass
class Counts:
    """How many items there are in the gold data, how many were found, and how many of these are right."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def f1(self, key: str) -> float:
        """F1 in percent; 0 where there is nothing."""
        total = self.gold[key] + self.found[key]
        return 200 * self.right[key] / total if total else 0.0


def paragraphs(sentences: Iterable[Sentence]) -> Iterator[Paragraph]:
    """The paragraphs of a treebank: its sentences with one space between them."""
    text, gold = "", list[list[GoldWord]]()
    for sentence in sentences:
        if gold and sentence.opens_paragraph:
            yield Paragraph(text, gold)
            text, gold = "", []
        text += " " * bool(text)
        spans = []
        for word in sentence.words:
            spans.append((len(text), len(text) + len(word.text)))
            text += word.text + " " * word.space_after
        text = text.rstrip()
        gold.append(
            [
                GoldWord(spans[i], None if w.head == i else spans[w.head], w.dep.partition(":")[0], w.upos, w.lemma)
                for i, w in enumerate(sentence.words)
            ]
        )
    if gold:
        yield Paragraph(text, gold)


def count_trees(counts: Counts, paragraph: Paragraph, doc: Doc) -> None:
    """Add what a parsed paragraph has right."""
    tokens = {_span(token): token for token in doc if not token.is_space}
    words = [word for sentence in paragraph.sentences for word in sentence]
    for key in MEASURES[:-1]:
        counts.gold[key] += len(words)
        counts.found[key] += len(tokens)
    for word in words:
        if word.span in tokens:
            counts.right.update(_right(word, tokens[word.span]))
    gold = {(sentence[0].span[0], sentence[-1].span[1]) for sentence in paragraph.sentences}
    solid = [[token for token in sentence if not token.is_space] for sentence in doc.sents]
    found = {(_span(tokens_[0])[0], _span(tokens_[-1])[1]) for tokens_ in solid if tokens_}
    counts.gold["sentence"] += len(gold)
    counts.found["sentence"] += len(found)
    counts.right["sentence"] += len(gold & found)


def _right(word: GoldWord, token: Token) -> Iterator[str]:
    root = token.head.i == token.i
    if (None if root else _span(token.head)) == word.head:
        yield "UAS"
        if ("root" if root else token.dep_.partition(":")[0]) == word.relation:
            yield "LAS"
    if token.pos_ == word.upos:
        yield "UPOS"
    if token.lemma_ == word.lemma:
        yield "lemma"


def _span(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def trimmed(text: str, span: Span) -> Span:
    """The span without "the" before it and a possessive behind it, its label one of those used here."""
    start, end = span.start, span.end
    if text[start:end].lower().startswith("the "):
        start += len("the ")
    tail = next((tail for tail in POSSESSIVES if text[start:end].endswith(tail)), "")
    return Span(start, end - len(tail), SAME_LABEL.get(span.label, span.label))


def count_names(counts: Counts, text: str, marked: frozenset[str], gold: Iterable[Span], found: Iterable[Span]) -> None:
    """Add what a text has right, under each marked label and under "all"."""
    expected, got = ({trimmed(text, span) for span in spans} for spans in (gold, found))
    expected, got = ({span for span in spans if span.label in marked} for spans in (expected, got))
    for counter, spans in ((counts.right, expected & got), (counts.gold, expected), (counts.found, got)):
        for span in spans:
            counter.update((span.label, "all"))


def score_trees(nlp: Language, path: Path) -> str:
    """A line of figures for a treebank."""
    gold = list(paragraphs(read_sentences(path)))
    start = time.process_time()
    docs = list(nlp.pipe(paragraph.text for paragraph in gold))
    seconds = time.process_time() - start
    counts = Counts()
    for paragraph, doc in zip(gold, docs, strict=True):
        count_trees(counts, paragraph, doc)
    figures = " ".join(f"{key}={counts.f1(key):.2f}" for key in MEASURES)
    return f"{path.name}: {figures} words_per_cpu_second={counts.found['LAS'] / seconds:.0f}"


def score_names(nlp: Language, path: Path) -> str:
    """A line of figures for each source, and the mean over the sources."""
    rows = [json.loads(line) for line in read_lines(path).splitlines()]
    sources: defaultdict[str, Counts] = defaultdict(Counts)
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        found = [Span(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        marked = MARKED.get(row["source"], MARKED_ELSEWHERE)
        count_names(sources[row["source"]], row["text"], marked, (Span(*entity) for entity in row["entities"]), found)
    lines = []
    for source, counts in sorted(sources.items()):
        labels = ("all", *sorted(MARKED.get(source, MARKED_ELSEWHERE)))
        lines.append(f"{source}: " + " ".join(f"{label}={counts.f1(label):.2f}" for label in labels))
    means = (f"{key}={sum(c.f1(key) for c in sources.values()) / len(sources):.2f}" for key in ("all", "ORG"))
    return "\n".join([*lines, f"mean over sources: {' '.join(means)}"])


def main(arguments: list[str]) -> None:
    if len(arguments) < 2:
        raise SystemExit(__doc__)
    nlp = spacy.load(arguments[0])
    for path in map(Path, arguments[1:]):
        score = score_trees if ".conllu" in path.suffixes else score_names
        print(score(nlp, path), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
