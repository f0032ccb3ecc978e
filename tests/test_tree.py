"""The plain tree says of each word what spaCy's Doc says of it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.tree import to_tree
from tests.docs import VOCAB, doc, token
from tests.trees import TEXTS, random_parse

SAME = (
    "i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "ent_iob_", "is_space", "is_punct",
    "like_num",
)  # fmt: skip


@given(TEXTS, st.randoms(use_true_random=False))
def test_a_word_has_all_that_spacy_says_of_it(text: str, random: Random) -> None:
    parsed = random_parse(text, random)
    tree = to_tree(parsed)
    assert tree.text == parsed.text
    for ours, theirs in zip(tree, parsed, strict=True):
        assert [getattr(ours, name) for name in SAME] == [getattr(theirs, name) for name in SAME]
        assert ours.morph == str(theirs.morph)
        assert bool(ours.is_sent_start) == bool(theirs.is_sent_start)


@given(TEXTS, st.randoms(use_true_random=False))
def test_a_word_stands_in_the_tree_where_spacy_has_it(text: str, random: Random) -> None:
    parsed = random_parse(text, random)
    for ours, theirs in zip(to_tree(parsed), parsed, strict=True):
        assert ours.head.i == theirs.head.i
        assert [child.i for child in ours.children] == [child.i for child in theirs.children]
        assert [above.i for above in ours.ancestors] == [above.i for above in theirs.ancestors]
        below = {token.i for token in parsed if token == theirs or theirs.is_ancestor(token)}
        assert [token.i for token in ours.subtree] == sorted(below)
        assert (ours.left_edge.i, ours.right_edge.i) == (min(below), max(below))


@given(TEXTS, st.randoms(use_true_random=False))
def test_sentences_and_names_are_those_of_the_doc(text: str, random: Random) -> None:
    parsed = random_parse(text, random)
    tree = to_tree(parsed)
    assert [(one.start_char, one.end_char, one.text) for one in tree.sents] == [
        (one.start_char, one.end_char, one.text) for one in parsed.sents
    ]
    assert [(one.text, one.label_, one.sent.start) for one in tree.ents] == [
        (one.text, one.label_, one.sent.start) for one in parsed.ents
    ]


def test_a_word_is_moved_with_all_that_hangs_on_it() -> None:
    tree = doc("Wang said that companies will pay taxes.")
    said, taxes = token(tree, "said"), token(tree, "taxes")
    taxes.move(said)
    assert taxes in said.children
    assert token(tree, "pay").right_edge.text == "pay"
    taxes.move(taxes)
    assert (taxes.head, taxes in said.children, list(taxes.ancestors)) == (taxes, False, [])


def test_words_are_listed_by_their_relation_and_stay_so_when_it_is_another() -> None:
    tree = doc("Wang said that companies will pay taxes.")
    taxes = token(tree, "taxes")
    assert [word.text for word in tree.by_relation["nsubj"]] == ["Wang", "companies"]
    taxes.relabel("nsubj")
    assert [word.text for word in tree.by_relation["nsubj"]] == ["Wang", "companies", "taxes"]
    assert (taxes.dep_, tree.by_relation["obj"]) == ("nsubj", [])
    taxes.relabel("vocative")
    assert tree.by_relation["vocative"] == [taxes]


@pytest.mark.parametrize("place", [2, -3])
def test_a_place_outside_a_span_is_an_error(place: int) -> None:
    tree = doc("Wang said that companies will pay taxes.")
    with pytest.raises(IndexError):
        tree[1:3][place]


def test_a_slice_is_counted_as_a_list_is() -> None:
    tree = doc("Wang said that companies will pay taxes.")
    assert [tree[1:3].text, tree[:-1][-1].text, tree[2:4].root.text] == ["said that", "taxes", "that"]
    assert len(tree[5:2]) == 0
    with pytest.raises(IndexError):
        tree[0].nbor(-1)


def test_without_a_parse_there_is_no_tree_and_the_error_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="choose a language model that has a parser"):
        to_tree(Doc(VOCAB, words=["Prices", "fell"], sent_starts=[True, False]))
