"""What the pipeline knows by rule and table rather than by a network: words, sentence starts, lemmas."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from kg.components import Lemmatizer, SentenceStarts, attested
from kg.sentences import Boundaries
from training.lemmas import attested_lemmas
from training.scores import paragraphs
from training.sentences import examples, fitted, silver_examples
from training.tokens import ABBREVIATIONS, bound_prefixes, mend_tokenizer
from training.treebanks import Sentence

# Logarithm of the odds from which a place is surely a start (62 to 38), and to which it surely is none (27 to 73).
SURELY, HARDLY = 0.5, -1.0
GOLD_COPIES, SILVER = 2, 9_000  # how often the treebanks' places count, and how many silver documents are taken


def add_rules(nlp: Language, sentences: Sequence[Sentence], silver: Sequence[Doc], seed: int) -> None:
    """Mend the tokenizer, put sentence starts first and lemmas before the parser, learnt from ``sentences``.

    The order matters: starts are learnt on the words that the mended tokenizer cuts, and from ``silver`` as well.
    """
    mend_tokenizer(nlp, bound_prefixes(sentences))
    starts = cast(SentenceStarts, nlp.add_pipe("kg_sentences", first=True))
    rows = GOLD_COPIES * list(examples(paragraphs(sentences), nlp.tokenizer))
    rows += silver_examples(random.Random(seed).sample(silver, min(SILVER, len(silver))))
    starts.boundaries = Boundaries(fitted(rows, seed), SURELY, HARDLY, frozenset(ABBREVIATIONS["numbered"]))
    lemmatizer = cast(Lemmatizer, nlp.add_pipe("kg_lemmas", before="parser"))
    lemmatizer.lemmas = attested_lemmas(sentences, attested(nlp.vocab))
