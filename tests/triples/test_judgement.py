from __future__ import annotations

import pytest

from kg.lexicon import load_lexicon
from kg.triples.judgement import valence_of
from tests.docs import doc, frame_of, token


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The law is unfair.", "unfair", "negative"),
        ("The result is important.", "important", "positive"),
        # too much of anything is bad
        ("The fee is too high.", "high", "negative"),
        ("The fee is high.", "high", None),
        ("The vote is a mistake.", "mistake", "negative"),
        # an adjective of judgement beside any noun
        ("The fair is a historic event.", "event", "positive"),
        ("The fair is a big event.", "event", None),
        ("Rome is the capital.", "capital", None),
        ("The vote is a hollow victory.", "victory", "negative"),
        # verbs judge by other lists
        ("We condemn the attack.", "condemn", None),
    ],
)
def test_a_complement_judges_by_its_words(sentence: str, word: str, expected: str | None) -> None:
    assert valence_of(token(doc(sentence), word), load_lexicon()) == expected


@pytest.mark.parametrize(
    ("sentence", "act", "valence"),
    [
        ("The fee is too high.", "evaluation", "negative"),
        ("The vote is a mistake.", "evaluation", "negative"),
        ("The fair is a historic event.", "evaluation", "positive"),
        ("The fee is high.", "assertion", None),
        ("The fair is a big event.", "assertion", None),
        # a first person judges by its feelings; those of others are told
        ("We are concerned.", "evaluation", "negative"),
        ("Farmers are concerned.", "assertion", None),
        # which goods are meant
        ("Wang praised goods that are necessary.", "assertion", None),
    ],
)
def test_a_copula_evaluates_where_its_complement_judges(sentence: str, act: str, valence: str | None) -> None:
    frame = frame_of("be", sentence)
    assert (frame.act, frame.valence) == (act, valence)
