from __future__ import annotations

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.start_network import BEFORE
from tests.training.samples import encoder_alone
from training.scores import paragraphs
from training.sentences import marked, openers, rows, silver
from training.treebanks import Sentence, Word


def sentence(text: str, opens: bool = False) -> Sentence:
    words = text.split()
    return Sentence(tuple(Word(w, w, "X", "X", "_", 0, "root", w != "Mr.") for w in words), opens, opens)


TEXT = [sentence("Prices fell .", True), sentence("Mr. Wang left ."), sentence("He met Li ; nobody else .")] * 4


@pytest.fixture(scope="module")
def nlp() -> Language:
    return encoder_alone()


def test_every_judged_place_is_a_row_with_its_vectors(nlp: Language) -> None:
    found = rows(marked(paragraphs(TEXT[:3]), nlp), nlp, 4.0)
    assert found.starts.count(True) == 2
    assert len(found.features) == len(found.vectors) == len(found.starts)
    doc = nlp("Prices fell . Mr. Wang left . He met Li ; nobody else .")
    place = [seen[0] for seen in found.features].index("bias")
    before = found.vectors[place].reshape(-1, doc.tensor.shape[1])[BEFORE - 1]
    assert np.abs(before - doc.tensor[1]).max() < 0.01  # ". ", judged first, stands behind "fell"


def test_a_teachers_cuts_are_rows_as_well(nlp: Language) -> None:
    doc = Doc(nlp.vocab, words=["Go", "on", ";", "Stop", "."], sent_starts=[True, False, False, True, False])
    assert rows(silver([doc]), nlp, 1.0).starts.count(True) == 1


def test_words_of_closed_classes_that_open_sentences_often_are_learnt() -> None:
    def opened(word: str, upos: str) -> Sentence:
        return Sentence((Word(word, word, upos, "X", "_", 0, "root", True),), False, False)

    often = [opened("The", "DET"), opened("Prices", "NOUN"), opened("“", "PUNCT")] * 5
    assert openers([*often, opened("Yon", "DET")]) == {"the"}
