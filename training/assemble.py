"""Two trained pipelines → the one that is shipped: trees and names side by side, with the guards between them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language

import kg.components  # noqa: F401 - registers the guards

META = {
    "name": "policy",
    "version": "0.1.0",
    "description": "English for policy texts: UD trees, lemmas, morphology and names.",
    "author": "the kg project",
    "license": "CC-BY-SA-4.0",
}


def assembled(trees: Path, names: Path) -> Language:
    """The shipped pipeline, from the two that were trained apart."""
    nlp, other = spacy.load(trees), spacy.load(names)
    nlp.add_pipe("ner", source=other)
    nlp.add_pipe("kg_sentence_guard", first=True)
    nlp.add_pipe("kg_lemma_guard", after="trainable_lemmatizer")
    nlp.meta.update(META)
    for key in ("performance", "sources", "url", "email"):
        nlp.meta.pop(key, None)
    _round_weights(nlp)
    return nlp


def _round_weights(nlp: Language) -> None:
    """Round every weight to half precision: the packed size halves and no score moves (see the model card)."""
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype(np.float16).astype(np.float32))


def write_pipeline(trees: Path, names: Path, target: Path) -> None:
    """Replace the pipeline at ``target``."""
    nlp = assembled(trees, names)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
