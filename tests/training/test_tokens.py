from __future__ import annotations

import pytest
from spacy.lang.en import English

from training.tokens import bound_prefixes, mend_tokenizer
from training.treebanks import Sentence, Word


@pytest.fixture(scope="module")
def nlp() -> English:
    pipeline = English()
    mend_tokenizer(pipeline, ["non", "e"])
    return pipeline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stop!!!", "Stop !!!"),
        ("Really?!", "Really ?!"),
        ("----- Forwarded", "----- Forwarded"),
        ("non-members of well-known groups", "non-members of well - known groups"),
        ("(e-mail,", "( e-mail ,"),
        ("call 202-555-0100.", "call 202-555-0100 ."),
        ("2010-2015", "2010 - 2015"),
        ("10–15 days", "10 – 15 days"),
        ("U.S.-China talks", "U.S. - China talks"),
        ("and/or", "and / or"),
        ("Under Art. 5 of it.", "Under Art. 5 of it ."),
        ("MR. LEE: I thank SEN. COX.", "MR. LEE : I thank SEN. COX ."),
        ("Smt. Sousa paid Rs. 25 lakh.", "Smt. Sousa paid Rs. 25 lakh ."),
        ("Filed with the SEC.", "Filed with the SEC ."),
        ("Capt. Lee et al. agree, etc.", "Capt. Lee et al. agree , etc."),
        ("I wanna go", "I wan na go"),
        ("Wanna go?", "Wan na go ?"),
        ("It fell by $3.5bn.", "It fell by $ 3.5bn ."),
        ("at https://www.gov.uk/a-b?c=d", "at https://www.gov.uk/a-b?c=d"),
    ],
)
def test_words_are_cut_as_treebanks_cut_them(nlp: English, text: str, words: str) -> None:
    assert [token.text for token in nlp(text)] == words.split()


def test_the_mended_tokenizer_comes_back_from_disk(nlp: English) -> None:
    other = English().from_bytes(nlp.to_bytes())
    text = "Stop!!! Non-members and/or Capt. Lee: 10–15."
    assert [token.text for token in other(text)] == [token.text for token in nlp(text)]


def sentence(*words: tuple[str, bool]) -> Sentence:
    return Sentence(tuple(Word(text, text, "X", "X", "_", 0, "root", space) for text, space in words), True, True)


def test_a_prefix_is_bound_where_most_of_its_words_are_written_as_one() -> None:
    whole = sentence(("non-members", True), ("Non-payment", True), ("well-being", True))
    cut = sentence(("well", False), ("-", False), ("known", True), ("well", False), ("-", False), ("read", True))
    assert bound_prefixes([whole, whole, cut]) == ["non"]
