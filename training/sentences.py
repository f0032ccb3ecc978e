"""Weights of the model of sentence starts (``kg.sentences``), from treebanks.

Paragraphs go in as the pipeline's own tokenizer cuts them, so that the model sees the words that it will be asked
about. A logistic regression, trained by AdaGrad in an order that the seed decides: the same files, the same weights.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from kg.sentences import judged
from training.scores import Paragraph
from training.treebanks import spelt

Example = tuple[tuple[str, ...], bool]
EPOCHS, RATE, RAREST = 3, 0.2, 5


def examples(paragraphs: Iterable[Paragraph], tokenizer: Tokenizer) -> Iterator[Example]:
    """The features of every place that the model is asked about, and whether a sentence starts there."""
    for paragraph in paragraphs:
        doc = tokenizer(paragraph.text)
        starts = {sentence[0].span[0] for sentence in paragraph.sentences}
        for i, features in judged(*spelt(doc)):
            yield features, doc[i].idx in starts


def silver_examples(docs: Iterable[Doc]) -> Iterator[Example]:
    """The same for documents that a teacher cut into sentences."""
    for doc in docs:
        for i, features in judged(*spelt(doc)):
            yield features, doc[i].is_sent_start is True


def fitted(rows: list[Example], seed: int) -> dict[str, float]:
    """The weight of every feature that is seen often enough."""
    seen = Counter(feature for features, _ in rows for feature in features)
    kept = [([feature for feature in features if seen[feature] >= RAREST], starts) for features, starts in rows]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-3)
    chance = random.Random(seed)
    for _ in range(EPOCHS):
        chance.shuffle(kept)
        for features, starts in kept:
            score = max(-30.0, min(30.0, sum(weights[feature] for feature in features)))
            error = starts - 1 / (1 + math.exp(-score))
            square = error * error
            for feature in features:
                squares[feature] += square
                weights[feature] += RATE * error / math.sqrt(squares[feature])
    return {feature: round(weight, 2) for feature, weight in sorted(weights.items()) if abs(weight) >= 0.1}
