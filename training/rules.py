"""What the pipeline knows by rule and table rather than by a network: words, sentence starts, lemmas."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple, cast

from spacy.language import Language
from spacy.tokens import Doc

from kg.components import Lemmatizer, SentenceStarts, attested
from kg.sentences import Boundaries
from kg.start_rules import StartRules
from training.lemmas import attested_lemmas
from training.scores import paragraphs
from training.sentences import marked, openers, rows, silver
from training.tokens import ABBREVIATIONS, bound_prefixes, mend_tokenizer
from training.treebanks import Sentence

# Logarithm of the odds from which a place is surely a start (even), and to which it surely is none (27 to 73).
SURELY, HARDLY = 0.0, -1.0
# What a place of a treebank counts, and of silver; how many silver documents are taken. Sentences of the web's
# loose texts are cut by other customs than those of edited ones, which are what this pipeline is for. The encoder
# has read the training parts too often: on the held-out ones its vectors are what they are on a new text.
WEB, EDITED, HELD_OUT, SILVER_WEIGHT, SILVER = 2.0, 4.0, 2.0, 0.5, 9_000


class Banks(NamedTuple):
    """One part (train, dev) of the two treebanks."""

    web: Sequence[Sentence]
    edited: Sequence[Sentence]


def add_rules(nlp: Language, train: Banks, held_out: Banks, labelled: Sequence[Doc], seed: int) -> None:
    """Mend the tokenizer, put sentence starts behind the encoder and lemmas before the parser, learnt from treebanks.

    The order matters: starts are learnt on the words that the mended tokenizer cuts. They alone are learnt from
    ``held_out`` and ``labelled`` as well.
    """
    from training.start_fit import fitted  # loads torch

    sentences = [*train.web, *train.edited]
    mend_tokenizer(nlp, bound_prefixes(sentences))
    starts = cast(SentenceStarts, nlp.add_pipe("kg_sentences", after="tok2vec"))
    weighed = [(train.web, WEB), (train.edited, EDITED)]
    weighed += [(held_out.web, HELD_OUT * WEB), (held_out.edited, HELD_OUT * EDITED)]
    parts = [rows(marked(paragraphs(bank), nlp), nlp, weight) for bank, weight in weighed]
    parts.append(rows(silver(random.Random(seed).sample(labelled, min(SILVER, len(labelled)))), nlp, SILVER_WEIGHT))
    weights, starts.network = fitted(parts, seed)
    numbered = frozenset(ABBREVIATIONS["numbered"])
    starts.boundaries = Boundaries(weights, SURELY, HARDLY, StartRules(numbered, openers(sentences)))
    lemmatizer = cast(Lemmatizer, nlp.add_pipe("kg_lemmas", before="parser"))
    lemmatizer.lemmas = attested_lemmas(sentences, attested(nlp.vocab))
