from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from tests.training.samples import encoder_alone
from tests.training.test_sentences import TEXT
from training.rules import add_rules


def test_rules_stand_around_the_networks_and_know_the_treebanks() -> None:
    nlp = encoder_alone()
    nlp.add_pipe("parser")
    words = ["Go", "on", ";", "Stop", "."]
    silver = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    add_rules(nlp, TEXT * 20, TEXT * 20, [silver] * 90, seed=1)
    assert nlp.pipe_names == ["tok2vec", "kg_sentences", "kg_lemmas", "parser"]
    assert opened(nlp, "Prices fell . He met Li !!!") == ["Prices", "He"]
    assert nlp.make_doc("He met Li !!!")[-1].text == "!!!"
    assert opened(nlp, "Go on ; Stop .") == ["Go", "Stop"]


def opened(nlp: Language, text: str) -> list[str]:
    """The words at which the rules see a sentence start."""
    doc = nlp.get_pipe("kg_sentences")(nlp.get_pipe("tok2vec")(nlp.make_doc(text)))
    return [token.text for token in doc if token.is_sent_start]
