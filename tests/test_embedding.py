from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.embedding import NAME, embed_words_once
from kg.parsing import SHIPPED, load_language

TEXTS = ["Rome met.\n\nRome can't meet Rome .", "", "Ca n't Rome met.", "The council, the Council and the COUNCIL met."]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The shipped pipeline as spaCy loads it."""
    return spacy.load(SHIPPED)


def encoder(nlp: Language) -> Any:
    pipe: Any = nlp.get_pipe("tok2vec")
    return pipe.model


def test_the_words_vectors_are_the_same_as_without(plain: Language) -> None:
    docs = [plain.make_doc(text) for text in TEXTS]
    expected = encoder(plain).predict(docs)
    found = encoder(embed_words_once(spacy.load(SHIPPED))).predict(docs)
    assert [len(vectors) for vectors in found] == [len(doc) for doc in docs]
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-4)


def test_a_norm_that_differs_makes_another_word(plain: Language) -> None:
    model = encoder(embed_words_once(spacy.load(SHIPPED)))
    shaped = Doc(plain.vocab, words=["Rome", "wo", "Rome", "wo"])
    shaped[3].norm_ = "will"
    vectors = (
        model.get_ref("embed").predict([shaped])[0] if model.has_ref("embed") else model.layers[0].predict([shaped])[0]
    )
    assert np.array_equal(vectors[0], vectors[2])
    assert not np.array_equal(vectors[1], vectors[3])


def test_the_loaded_pipeline_has_it_in_both_encoders() -> None:
    pipes: list[Any] = [load_language().get_pipe(name) for name in ("tok2vec", "ner")]
    assert all(any(node.name == NAME for node in pipe.model.walk()) for pipe in pipes)
    embed_words_once(load_language())  # a second time changes nothing
    assert [sum(node.name == NAME for node in pipe.model.walk()) for pipe in pipes] == [1, 1]
