"""Treebanks and silver → the places that the model of sentence starts (``kg.sentences``) is asked about, as rows.

Paragraphs go in as the pipeline's own tokenizer cuts them, so that the model sees the words that it will be asked
about. :mod:`training.start_fit` learns from the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.sentences import judged
from kg.start_network import windows
from training.scores import Paragraph
from training.treebanks import Sentence, spelt

RAREST_OPENER = 5
CLOSED = frozenset(("ADP", "ADV", "CCONJ", "DET", "PRON", "SCONJ"))


class Rows(NamedTuple):
    """Places at which a sentence might start."""

    features: list[tuple[str, ...]]
    vectors: Any  # (rows, 4 · W), half precision
    starts: list[bool]
    weight: float  # of each row


def marked(paragraphs: Iterable[Paragraph], nlp: Language) -> Iterator[tuple[Doc, list[bool]]]:
    """Gold paragraphs as the pipeline's tokenizer cuts them, and at which words a sentence starts."""
    for paragraph in paragraphs:
        doc = nlp.tokenizer(paragraph.text)
        first = {sentence[0].span[0] for sentence in paragraph.sentences}
        yield doc, [token.idx in first for token in doc]


def silver(docs: Iterable[Doc]) -> Iterator[tuple[Doc, list[bool]]]:
    """The same for documents that a teacher cut into sentences."""
    for doc in docs:
        yield doc, [token.is_sent_start is True for token in doc]


def rows(texts: Iterable[tuple[Doc, list[bool]]], nlp: Language, weight: float) -> Rows:
    """The judged places of texts, with the vectors that the pipeline's encoder gives."""
    encoder: Any = nlp.get_pipe("tok2vec")
    features: list[tuple[str, ...]] = []
    vectors, starts = [], []
    for doc, first in texts:
        asked = list(judged(*spelt(doc)))
        if asked:
            places = [place for place, _ in asked]
            features += [seen for _, seen in asked]
            vectors.append(windows(encoder.predict([doc])[0], places).astype(np.float16))
            starts += [first[place] for place in places]
    return Rows(features, np.concatenate(vectors), starts, weight)


def openers(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Words of the closed classes (and adverbs) that open sentences often enough, in lower case."""
    seen = Counter(one.words[0].text.lower() for one in sentences if one.words[0].upos in CLOSED)
    return frozenset(word for word, count in seen.items() if count >= RAREST_OPENER and word.isalpha())
