from __future__ import annotations

from spacy.lang.en import English

from kg.sentences import Boundaries
from training.scores import paragraphs
from training.sentences import examples, fitted
from training.treebanks import Sentence, Word


def sentence(text: str, opens: bool = False) -> Sentence:
    words = text.split()
    return Sentence(tuple(Word(w, w, "X", "X", "_", 0, "root", w != "Mr.") for w in words), opens, opens)


TEXT = [sentence("Prices fell .", True), sentence("Mr. Wang left ."), sentence("He met Li ; nobody else .")] * 4


def test_every_judged_place_is_an_example() -> None:
    rows = list(examples(paragraphs(TEXT[:3]), English().tokenizer))
    assert [starts for _, starts in rows].count(True) == 2
    assert all("bias" in features for features, _ in rows)


def test_the_weights_tell_ends_of_sentences_from_other_marks() -> None:
    rows = list(examples(paragraphs(TEXT), English().tokenizer)) * 5
    weights = fitted(rows, seed=1)
    assert weights == fitted(rows, seed=1)
    said = Boundaries(weights, 0.0, 0.0).starts(["Prices", "fell", ".", "He", "met", "Li", ";", "nobody"], [True] * 8)
    assert (said[3], said[5], said[7]) == (True, False, False)


def test_a_rare_feature_has_no_weight() -> None:
    assert fitted([(("bias", "rare"), True)] + [(("bias",), False)] * 9, seed=1).keys() == {"bias"}
