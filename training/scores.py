"""Parsed texts and gold annotations → F1 of trees and names.

Every paragraph of a treebank is one raw text. Words are aligned by their offsets, and every figure is F1 = 2 · right /
(gold + found), as the CoNLL 2018 shared task defined it (Zeman et al. 2018): a word is right for UAS where its head is
aligned with the gold head, for LAS where the universal relation (before the colon) is right too; punctuation counts. A
sentence is right where it starts and ends where the gold one does. A name is right where span and label are; "the"
before it and a possessive behind it count on neither side, and each source is scored on the labels that its annotators
marked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from spacy.tokens import Doc, Token

from training.name_rules import Span
from training.treebanks import Sentence

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


def tree_figures(gold: Iterable[Paragraph], docs: Iterable[Doc]) -> dict[str, float]:
    """F1 of each of ``MEASURES`` over a treebank."""
    counts = Counts()
    for paragraph, doc in zip(gold, docs, strict=True):
        count_trees(counts, paragraph, doc)
    return {key: counts.f1(key) for key in MEASURES}


def name_figures(rows: Iterable[Mapping[str, Any]], docs: Iterable[Doc]) -> dict[str, float]:
    """F1 of all names and of organisations, as the mean over the sources and for each; rows as in ``ner-*.jsonl``."""
    sources: defaultdict[str, Counts] = defaultdict(Counts)
    for row, doc in zip(rows, docs, strict=True):
        found = [Span(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        marked = MARKED.get(row["source"], MARKED_ELSEWHERE)
        count_names(sources[row["source"]], row["text"], marked, (Span(*entity) for entity in row["entities"]), found)
    figures = {}
    for key, title in (("all", "names"), ("ORG", "ORG")):
        by_source = {source: counts.f1(key) for source, counts in sorted(sources.items())}
        figures[f"{title}, mean"] = sum(by_source.values()) / len(by_source)
        figures |= {f"{title}, {source}": f1 for source, f1 in by_source.items()}
    return figures
