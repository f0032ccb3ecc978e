"""Gold and silver documents → the one file that a student learns from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import DocBin, Span
from spacy.vocab import Vocab

from training import names, treebanks
from training.augment import augmented
from training.treebanks import Sentence, Word, joined, read_sentences

COPIES = 2  # of the gold documents, of which there are fewer words


def write_trees(banks: Sequence[Path], gold: Path, silver: Path, target: Path, seed: int) -> None:
    """Gold, silver, and new sentences made from both (``augment.py``); banks are the CoNLL-U files of ``gold``."""
    vocab = Vocab()
    labelled = list(DocBin().from_disk(silver).get_docs(vocab))
    sentences = [sentence for bank in banks for sentence in read_sentences(bank)]
    sentences += [_sentence(words) for doc in labelled for words in doc.sents]
    made = [joined([sentence], vocab) for sentence in augmented(sentences, seed)]
    docs = [*COPIES * list(DocBin().from_disk(gold).get_docs(vocab)), *made, *labelled]
    DocBin(docs=docs, attrs=treebanks.ATTRIBUTES).to_disk(target)


def write_names(gold: Path, silver: Path, target: Path) -> None:
    """Gold and silver names."""
    vocab = Vocab()
    docs = COPIES * list(DocBin().from_disk(gold).get_docs(vocab))
    docs += DocBin().from_disk(silver).get_docs(vocab)
    DocBin(docs=docs, attrs=names.ATTRIBUTES).to_disk(target)


def _sentence(span: Span) -> Sentence:
    words = [
        Word(
            t.text, t.lemma_, t.pos_, t.tag_, str(t.morph) or "_", t.head.i - span.start,
            "root" if t.dep_ == "ROOT" else t.dep_, bool(t.whitespace_),
        )
        for t in span
    ]  # fmt: skip
    return Sentence(tuple(words), opens_document=False, opens_paragraph=False)
