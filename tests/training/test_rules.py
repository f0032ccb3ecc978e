from __future__ import annotations

from spacy.lang.en import English
from spacy.tokens import Doc

from tests.training.test_sentences import TEXT
from training.rules import add_rules


def test_rules_stand_around_the_networks_and_know_the_treebanks() -> None:
    nlp = English()
    nlp.add_pipe("parser")
    words = ["Go", "on", ";", "Stop", "."]
    silver = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    add_rules(nlp, TEXT * 9, [silver] * 9, seed=1)
    assert nlp.pipe_names == ["kg_sentences", "kg_lemmas", "parser"]
    doc = nlp.get_pipe("kg_sentences")(nlp.make_doc("Prices fell . He met Li !!!"))
    assert [token.text for token in doc if token.is_sent_start] == ["Prices", "He"]
    assert doc[-1].text == "!!!"
    doc = nlp.get_pipe("kg_sentences")(nlp.make_doc("Go on ; Stop ."))
    assert [token.text for token in doc if token.is_sent_start] == ["Go", "Stop"]
