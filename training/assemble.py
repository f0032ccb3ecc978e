"""Two trained pipelines → the one that is shipped: trees and names side by side, with rules and tables between them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from training.rules import Banks, add_rules

META = {
    "name": "policy",
    "version": "0.2.0",
    "description": "English for policy texts: UD trees, lemmas, morphology and names.",
    "author": "the kg project",
    "license": "CC-BY-SA-4.0",
}


def assembled(trees: Path, names: Path, train: Banks, held_out: Banks, silver: Path, seed: int) -> Language:
    """The shipped pipeline, from the two that were trained apart, the sentences of two treebanks and silver trees."""
    nlp, other = spacy.load(trees), spacy.load(names)
    nlp.add_pipe("ner", source=other)
    nlp.add_pipe("kg_names")
    documents = DocBin().from_disk(silver).get_docs(Vocab())  # a vocabulary of its own: the strings are not shipped
    add_rules(nlp, train, held_out, list(documents), seed)
    nlp.meta.update(META)
    for key in ("performance", "sources", "url", "email"):
        nlp.meta.pop(key, None)
    config = nlp.config.copy()
    config["paths"] = dict.fromkeys(config["paths"])  # of the machine that it was trained on
    nlp.config = config
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


def write_pipeline(
    trees: Path, names: Path, train: Banks, held_out: Banks, silver: Path, target: Path, seed: int
) -> None:
    """Replace the pipeline at ``target``."""
    nlp = assembled(trees, names, train, held_out, silver, seed)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
