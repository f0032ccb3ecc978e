"""Documents → what a teacher learns from: windows of words, with whatever is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from training.scripts import script
from training.treebanks import spelt

LONGEST = 230  # words; longer texts are cut


@dataclass(frozen=True)
class Example:
    """A text as words, with whatever is known of them; numbers count words from 1, since 0 is the root."""

    words: list[str]
    spaces: list[bool]
    heads: list[int]
    relations: list[str]
    tags: list[str]
    morphs: list[str]
    scripts: list[str]
    starts: list[bool]
    names: list[str]
    source: str = ""


def examples(docs: Iterable[Doc]) -> Iterator[Example]:
    """What the documents hold, in windows of at most ``LONGEST`` words, cut where no tree or name is."""
    for doc in docs:
        start = 0
        while start < len(doc):
            end = min(start + LONGEST, len(doc))
            if end < len(doc):
                end = _cut(doc, start, end)
            yield _example(doc, start, end)
            start = end


def _cut(doc: Doc, start: int, end: int) -> int:
    """The last place up to ``end`` at which the document can be cut."""
    trees = doc.has_annotation("DEP")
    for place in range(end, start, -1):
        if doc[place].ent_iob_ != "I" and (not trees or doc[place].is_sent_start):
            return place
    return end


def _example(doc: Doc, start: int, end: int) -> Example:
    tokens = doc[start:end]
    span = range(start, end)
    words, spaces = spelt(tokens)
    return Example(
        words=words,
        spaces=spaces,
        heads=[0 if t.head.i == t.i or t.head.i not in span else t.head.i - start + 1 for t in tokens],
        relations=[t.dep_ for t in tokens],
        tags=[t.tag_ for t in tokens],
        morphs=[f"{t.pos_}|{t.morph}" for t in tokens],
        scripts=[script(t.text, t.lemma_) for t in tokens],
        starts=[bool(t.is_sent_start) for t in tokens],
        names=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in tokens],
        source=next(iter(doc.cats), ""),
    )
