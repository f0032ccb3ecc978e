from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from kg.components import Lemmatizer, SentenceStarts, attested
from kg.lemmas import Lemmas
from kg.lexicon import load_lexicon
from kg.sentences import Boundaries
from kg.start_network import BEFORE, StartNetwork
from kg.start_rules import StartRules
from tests.docs import VOCAB
from tests.docs import attested as vocabulary


def test_a_word_is_attested_where_it_has_a_vector() -> None:
    vocab = vocabulary("deepen")
    vocab.strings.add("deepene")
    assert [attested(vocab)(word) for word in ("deepen", "deepene", "never seen")] == [True, False, False]


def pipe(name: str) -> Any:
    """A fresh component of an empty English pipeline."""
    return English().add_pipe(name)


def test_white_space_starts_no_sentence_and_a_blank_line_ends_one() -> None:
    starts: SentenceStarts = pipe("kg_sentences")
    words = ["News", "\n\n", "Wang", "speaks", "\n", "here"]
    parsed = starts(Doc(VOCAB, words=words, spaces=[False] * 6))
    assert [t.is_sent_start for t in parsed] == [True, False, True, None, False, None]


def test_every_paragraph_is_judged_by_itself() -> None:
    """An open quotation mark, or how the last paragraph ends, says nothing of the others."""
    starts: SentenceStarts = pipe("kg_sentences")
    one = ["“", "Prices", "fell", "\n\n"]
    other = ["Wages", "rose", ".", "Rents", "too", "."]
    starts.boundaries = Boundaries({"d._Title .": 2.0}, 1.0, -1.0)
    words = [*one, *other, "\n\n", "Figure", "1.5", "Rents"]
    parsed = starts(Doc(VOCAB, words=words, spaces=[False, *[True] * 12, False]))
    assert [t.text for t in parsed[1:] if t.is_sent_start] == ["Wages", "Rents", "Figure", "Rents"]


def test_the_parser_hears_of_sure_places_alone() -> None:
    starts: SentenceStarts = pipe("kg_sentences")
    starts.boundaries = Boundaries({"i. wages": 2.0, "bOpen": -2.0}, 1.0, -1.0)
    parsed = starts(Doc(VOCAB, words=["Prices", "fell", ".", "Wages", "rose", ",", "Wang", "said", "."]))
    assert [t.text for t in parsed[1:] if t.is_sent_start] == ["Wages"]
    assert parsed[6].is_sent_start is None


def test_every_word_gets_the_lemma_of_its_tag() -> None:
    lemmatizer: Lemmatizer = pipe("kg_lemmas")
    lemmatizer.lemmas = Lemmas(frozenset({"rise", "the"}), {"MD": {"wo": "will"}}, {"rose": "rise"})
    parsed = Doc(VOCAB, words=["Roses", "rose", ".", "Wo", "The"], tags=["NNP", "VBD", ".", "MD", "DT"])
    assert [t.lemma_ for t in lemmatizer(parsed)] == ["Roses", "rise", ".", "will", "the"]


def test_memory_of_lemmas_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lemmatizer, "MOST_REMEMBERED", 1)
    lemmatizer: Lemmatizer = pipe("kg_lemmas")
    for words in (["a", "b"], ["c"]):
        lemmatizer(Doc(VOCAB, words=words, tags=["DT"] * len(words)))
    assert len(lemmatizer._remembered) == 1


def test_the_network_is_heard_where_the_words_leave_it_open() -> None:
    starts: SentenceStarts = pipe("kg_sentences")
    starts.boundaries = Boundaries({"bias": -1.0}, 0.0, -2.0)
    first = np.zeros((4, 1), np.float32)
    first[BEFORE] = 1.0  # the word at the place
    starts.network = StartNetwork(first, np.zeros(1, np.float32), np.ones(1, np.float32), 0.0)
    parsed = Doc(VOCAB, words=["Prices", "\n", "Wages", "and", "Rents"], spaces=[False] * 5)
    parsed.tensor = np.array([[9], [9], [2], [0], [0]], np.float32)
    assert [t.is_sent_start for t in starts(parsed)] == [True, False, True, None, None]


def test_what_is_learnt_comes_back_from_disk(tmp_path: Path) -> None:
    starts, lemmatizer = pipe("kg_sentences"), pipe("kg_lemmas")
    starts.boundaries = Boundaries({"cé_Title": 1.5}, 1.0, -1.0, StartRules(frozenset({"no"}), frozenset({"in"})))
    lemmatizer.lemmas = Lemmas(frozenset({"rise"}), {"MD": {"wo": "will"}}, load_lexicon().irregular)
    starts.network = StartNetwork(np.ones((8, 3), np.float32), np.ones(3, np.float32), np.ones(3, np.float32), 0.5)
    starts.to_disk(tmp_path / "sentences")
    lemmatizer.to_disk(tmp_path / "lemmas")
    back = pipe("kg_sentences").from_disk(tmp_path / "sentences")
    assert back.boundaries == starts.boundaries
    assert back.network.to_bytes() == starts.network.to_bytes()
    assert pipe("kg_lemmas").from_disk(tmp_path / "lemmas").lemmas == lemmatizer.lemmas
