from __future__ import annotations

import dataclasses

from training.augment import augmented, imperative, listed
from training.treebanks import Sentence, Word


def sentence(*rows: str) -> tuple[Word, ...]:
    """Words from ``text lemma upos xpos head dep`` lines; heads count from 1, the root's is 0."""
    words = []
    for i, line in enumerate(rows):
        text, lemma, upos, xpos, head, dep = line.split()
        words.append(Word(text, lemma, upos, xpos, "_", i if head == "0" else int(head) - 1, dep, True))
    return tuple(words)


ORDER = sentence(
    "The the DET DT 2 det",
    "council council NOUN NN 4 nsubj",
    "will will AUX MD 4 aux",
    "strengthen strengthen VERB VB 0 root",
    "supervision supervision NOUN NN 4 obj",
    ". . PUNCT . 4 punct",
)
PLAIN = sentence("Prices price NOUN NNS 2 nsubj", "fell fall VERB VBD 0 root", ". . PUNCT . 2 punct")


def texts(words: tuple[Word, ...] | None) -> list[str]:
    return [word.text for word in words or ()]


def arcs(words: tuple[Word, ...] | None) -> list[tuple[str, str, str]]:
    return [(word.text, word.dep, (words or ())[word.head].text) for word in words or ()]


def test_an_order_is_the_clause_without_its_subject_and_modal_verb() -> None:
    order = imperative(ORDER)
    assert arcs(order) == [
        ("strengthen", "root", "strengthen"), ("supervision", "obj", "strengthen"), (".", "punct", "strengthen"),
    ]  # fmt: skip
    assert order is not None
    assert order[0].feats == "Mood=Imp|VerbForm=Fin"


def test_no_order_is_made_of_what_is_asked_denied_or_told() -> None:
    asked = (*ORDER[:5], Word("?", "?", "PUNCT", ".", "_", 3, "punct", False))
    negated = sentence(
        "It it PRON PRP 4 nsubj", "may may AUX MD 4 aux", "not not PART RB 4 advmod", "fall fall VERB VB 0 root",
    )  # fmt: skip
    assert [imperative(words) for words in (asked, negated, PLAIN)] == [None, None, None]


def test_items_of_a_list_hang_on_the_first_verb() -> None:
    order = imperative(ORDER)
    assert order is not None
    made = listed(ORDER, [order, order], serial_comma=True)
    assert texts(made) == [
        "The", "council", "will", "strengthen", "supervision", ",", "strengthen", "supervision", ",", "and",
        "strengthen", "supervision", ".",
    ]  # fmt: skip
    assert [(word.dep, made[word.head].dep) for word in made if word.dep in ("conj", "root", "cc")] == [
        ("root", "root"), ("conj", "root"), ("cc", "conj"), ("conj", "root"),
    ]  # fmt: skip
    assert [word.space_after for word in made if word.text == "supervision"] == [False, False, False]


def test_the_same_seed_makes_the_same_sentences_and_every_tree_is_whole() -> None:
    bank = [Sentence(ORDER, False, False), Sentence(PLAIN, False, False)] * 30
    made = list(augmented(bank, 20))
    assert made == list(augmented(bank, 20))
    assert any(len(one.words) > len(ORDER) for one in made)
    for one in made:
        assert sum(word.head == i for i, word in enumerate(one.words)) == 1
        assert all(0 <= word.head < len(one.words) for word in one.words)
        assert one.words[0].text[0].isupper()


def test_a_headline_has_capitals_and_no_full_stop() -> None:
    words = sentence(
        "We we PRON PRP 4 nsubj", "do do AUX VBP 4 aux", "n't not PART RB 4 advmod", "talk talk VERB VB 0 root",
        "of of ADP IN 6 case", "peace peace NOUN NN 4 obl", ". . PUNCT . 4 punct",
    )  # fmt: skip
    words = (words[0], dataclasses.replace(words[1], space_after=False), *words[2:])
    made = {" ".join(texts(one.words)) for one in augmented([Sentence(words, False, False)] * 100, 20)}
    assert made == {"We Do n't Talk of Peace"}
