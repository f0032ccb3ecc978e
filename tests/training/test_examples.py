from __future__ import annotations

import spacy
from spacy.tokens import Doc

from training.examples import LONGEST, examples

VOCAB = spacy.blank("en").vocab


def test_heads_count_words_from_one_and_the_root_hangs_on_nought() -> None:
    doc = Doc(
        VOCAB, words=["Prices", "fell"], heads=[1, 1], deps=["nsubj", "ROOT"], tags=["NNS", "VBD"],
        pos=["NOUN", "VERB"], morphs=["Number=Plur", "Tense=Past"], lemmas=["price", "fall"], ents=["O", "O"],
    )  # fmt: skip
    (example,) = examples([doc])
    assert (example.heads, example.relations) == ([2, 0], ["nsubj", "ROOT"])
    assert example.morphs == ["NOUN|Number=Plur", "VERB|Tense=Past"]
    assert example.scripts == ["low|1|", "is|fall"]


def test_a_long_text_is_cut_where_a_sentence_starts() -> None:
    starts: list[bool | int | None] = [i % 90 == 0 for i in range(300)]
    heads = [i - i % 90 for i in range(300)]
    deps = ["ROOT" if start else "dep" for start in starts]
    doc = Doc(VOCAB, words=["word"] * 300, heads=heads, deps=deps, sent_starts=starts)
    parts = list(examples([doc]))
    assert [len(part.words) for part in parts] == [180, 120]
    assert sum(head == 0 for part in parts for head in part.heads) == 4


def test_a_long_text_is_not_cut_within_a_name() -> None:
    tags = ["O"] * (LONGEST - 1) + ["B-ORG", "I-ORG", "O"]
    parts = list(examples([Doc(VOCAB, words=["word"] * len(tags), ents=tags)]))
    assert [part.names[-1] for part in parts] == ["O", "O"]
    assert [part.names for part in parts][1] == ["B-ORG", "I-ORG", "O"]
