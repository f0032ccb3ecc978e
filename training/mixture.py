"""Gold and silver documents → the one file that a student learns from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.tokens import Doc, DocBin
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
    sentences += [_sentence(words) for doc in labelled for words in _split(doc)]
    made = [joined([sentence], vocab) for sentence in augmented(sentences, seed)]
    store = DocBin(attrs=treebanks.ATTRIBUTES)
    _add(store, [*COPIES * list(DocBin().from_disk(gold).get_docs(vocab)), *made, *labelled], target)


def write_names(gold: Path, silver: Path, target: Path) -> None:
    """Gold and silver names."""
    vocab = Vocab()
    docs = COPIES * list(DocBin().from_disk(gold).get_docs(vocab))
    _add(DocBin(attrs=names.ATTRIBUTES), [*docs, *DocBin().from_disk(silver).get_docs(vocab)], target)


def _add(store: DocBin, docs: Iterable[Doc], target: Path) -> None:
    for doc in docs:
        store.add(doc)
    store.to_disk(target)


def _split(doc: Doc) -> Iterable[Doc]:
    return (sentence.as_doc() for sentence in doc.sents)


def _sentence(doc: Doc) -> Sentence:
    words = [
        Word(
            t.text, t.lemma_, t.pos_, t.tag_, str(t.morph) or "_", t.head.i, "root" if t.dep_ == "ROOT" else t.dep_,
            bool(t.whitespace_),
        )
        for t in doc
    ]  # fmt: skip
    return Sentence(tuple(words), opens_document=False, opens_paragraph=False)
