from __future__ import annotations

import sys
from collections.abc import Sequence
from types import SimpleNamespace

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.start_network import StartNetwork
from tests.training.samples import encoder_alone
from tests.training.test_sentences import TEXT, sentence
from training.rules import Banks, add_rules
from training.sentences import Rows

HELD_OUT = [sentence("Rents :", True), sentence("Wages rose .")]


def counted(parts: Sequence[Rows], seed: int) -> tuple[dict[str, float], StartNetwork]:
    """In the place of the fit, which needs torch: a feature speaks for what it always stands with."""
    seen: dict[str, set[bool]] = {}
    for part in parts:
        for features, start in zip(part.features, part.starts, strict=True):
            for feature in features:
                seen.setdefault(feature, set()).add(start)
    weights = {feature: 1.0 if True in starts else -1.0 for feature, starts in seen.items() if len(starts) == 1}
    width = parts[0].vectors.shape[1]
    return weights, StartNetwork(np.zeros((width, 1), np.float32), np.zeros(1), np.zeros(1), 0.0)


def test_rules_stand_around_the_networks_and_know_the_treebanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "training.start_fit", SimpleNamespace(fitted=counted))
    nlp = encoder_alone()
    nlp.add_pipe("parser")
    words = ["Go", "on", ";", "Stop", "."]
    silver = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    add_rules(nlp, Banks(TEXT * 20, TEXT * 20), Banks(HELD_OUT, TEXT), [silver] * 90, seed=1)
    assert nlp.pipe_names == ["tok2vec", "kg_sentences", "kg_lemmas", "parser"]
    assert opened(nlp, "Prices fell . He met Li !!!") == ["Prices", "He"]
    assert nlp.make_doc("He met Li !!!")[-1].text == "!!!"
    assert opened(nlp, "Go on ; Stop .") == ["Go", "Stop"]
    assert opened(nlp, "Rents : Wages rose .") == ["Rents", "Wages"]  # seen in what was held out alone


def opened(nlp: Language, text: str) -> list[str]:
    """The words at which the rules see a sentence start."""
    doc = nlp.get_pipe("kg_sentences")(nlp.get_pipe("tok2vec")(nlp.make_doc(text)))
    return [token.text for token in doc if token.is_sent_start]
