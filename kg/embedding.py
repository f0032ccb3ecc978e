"""The embedding of words, computed once for all the same words of a batch.

A word's embedding hangs on its letters, its norm and the space behind it alone, and of the words of a text most come
again. Only prediction takes this way; the results are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.attrs import NORM, ORTH, SPACY
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

NAME = "each_word_once"


def embed_words_once(nlp: Language) -> Language:
    """Change the encoders of a pipeline so; the pipeline itself is returned."""
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in list(model.walk()) if model is not None else ():
            embed = node.maybe_get_ref("embed")
            if embed is not None and embed.name != NAME:
                once: Any = Model(NAME, _forward, layers=[embed], ops=embed.ops, dims={"nO": embed.maybe_get_dim("nO")})
                model.replace_node(embed, once)
    return nlp


def _forward(model: Any, docs: Sequence[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
    embed = model.layers[0]
    if is_train or not sum(map(len, docs)):
        result: tuple[list[Any], Callable[[Any], Any]] = embed(docs, is_train)
        return result
    rows = np.concatenate([doc.to_array([ORTH, NORM, SPACY]).reshape(-1, 3) for doc in docs])
    with np.errstate(over="ignore"):
        keys = rows[:, 0] * np.uint64(3) + rows[:, 1] * np.uint64(5) + rows[:, 2]
    _, first, places = np.unique(keys, return_index=True, return_inverse=True)
    vectors = embed.predict([_words(docs[0], rows[first])])[0][places]
    ends = np.cumsum([len(doc) for doc in docs])[:-1]
    return np.split(vectors, ends), _no_gradient


def _words(doc: Doc, rows: Any) -> Doc:
    """A Doc of the words of ``rows``: letters, norm, space."""
    strings = doc.vocab.strings
    words = Doc(doc.vocab, words=[strings[row[0]] for row in rows], spaces=[bool(row[2]) for row in rows])
    for token, row in zip(words, rows, strict=True):
        if token.norm != row[1]:
            token.norm_ = strings[row[1]]
    return words


def _no_gradient(gradient: Any) -> Any:
    raise RuntimeError("a prediction has no gradient")
