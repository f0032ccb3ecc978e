from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sentences import Boundaries, judged, kind

SURE = Boundaries({"bias": 1.0}, surely=1.0, hardly=-1.0, numbered=frozenset({"no"}))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", "lower"), ("The", "Title"), ("EU", "upper"), ("iPad", "mixed"), ("U.S.", "dotted"), ("J.", "initial"),
        ("Mr.", "abbreviation"), ("2024", "digits"), ("3.5", "number"), (".", "."), ("...", ".."), ("!!!", "!!"),
        ("----", "--"), ("”", "”"), ("不", "mixed"), ("(a)", "(a)"),
    ],
)  # fmt: skip
def test_a_word_is_classed_by_how_it_is_written(word: str, expected: str) -> None:
    assert kind(word) == expected


def places(text: str) -> list[str]:
    """The words of a text at which the model is asked."""
    words = text.split()
    return [words[i] for i, _ in judged(words, [True] * len(words))]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("prices rose and fell", []),
        ("Prices rose , and wages", [","]),
        ("prices rose . Wages fell", [".", "Wages"]),
        ("he met Wang", ["Wang"]),
        ("he asked : who pays", [":", "who"]),
        ("“ we must ” he said", ["we", "”", "he"]),
        ("", []),
    ],
)
def test_only_places_that_may_start_a_sentence_are_judged(text: str, asked: list[str]) -> None:
    assert places(text) == asked


@pytest.mark.parametrize(
    ("weights", "said"),
    [({"bias": 1.0}, True), ({"bias": -1.0}, False), ({"bias": 0.9}, None), ({"bias": -0.9}, None), ({}, None)],
)
def test_between_the_two_odds_the_parser_decides(weights: dict[str, float], said: bool | None) -> None:
    model = Boundaries(weights, surely=1.0, hardly=-1.0)
    assert model.starts(["fell", ".", "Wages"], [False, True, False])[2] is said


@pytest.mark.parametrize(
    ("words", "said"),
    [(["No", ".", "4"], False), (["no", ".", "12"], False), (["No", ".", "Wages"], True), (["fell", ".", "4"], True)],
)
def test_a_number_belongs_to_the_abbreviation_before_it(words: list[str], said: bool) -> None:
    assert SURE.starts(words, [False, True, True])[2] is said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([",", "”", "She"], False), ([",", '"', "Wang"], False), ([",", "’", "Wang"], False),
        # a stop, no comma, and a quotation that opens
        ([".", "”", "She"], True), (["!", "”", "She"], True), (["fell", "”", "She"], True), ([",", "“", "She"], True),
    ],
)  # fmt: skip
def test_behind_a_comma_and_a_closing_quotation_mark_the_sentence_goes_on(words: list[str], said: bool) -> None:
    assert SURE.starts(["“", "Prices", "fell", *words], [False, True, False, False, True, True])[5] is said


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("fell . 4 However they rose", True),
        ("fell . ” 12 In May they rose", True),
        ("fell ? 4 It did", True),
        ("fell . 2010 In short", False),  # a year
        ("fell . 4 Members left", False),  # a figure that opens a sentence
        ("fell . 4 however", False),
        ("fell , 4 However", False),
        ("see No . 4 However they rose", False),
        ("4 However they rose", False),
        ("fell . 4", False),
    ],
)
def test_the_mark_of_a_footnote_belongs_to_the_sentence_before_it(text: str, is_note: bool) -> None:
    words = text.split()
    place = next(i for i, word in enumerate(words) if word.isdigit())
    openers = frozenset({"however", "in", "it"})
    for bias in (-1.0, 1.0):
        said = Boundaries({"bias": bias}, 1.0, -1.0, frozenset({"no"}), openers).starts(words, [True] * len(words))
        assert not is_note or said[place : place + 2] == [False, True]
        assert is_note or bias > 0 or True not in said


def test_a_model_without_weights_leaves_all_to_the_parser() -> None:
    assert Boundaries().starts(["Well", ".", "No", "."], [False, True, False, False]) == [None] * 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prices fell . Wages rose .", "Prices fell . Wages rose"),  # the paragraph's own punctuation
        ("( Prices fell . Wages rose", "Prices fell . Wages rose"),  # an open bracket
        ("“ Prices fell . Wages rose", "Prices fell . Wages rose"),  # an open quotation
        ("Mr. Wages rose", "Dr . Wages rose"),
    ],
)
def test_the_model_sees_what_tells_boundaries_apart(one: str, other: str) -> None:
    def seen(text: str) -> tuple[str, ...]:
        words = text.split()
        return dict(judged(words, [True] * len(words)))[words.index("Wages")]

    assert set(seen(one)) != set(seen(other))


WORDS = st.sampled_from(["Wang", "said", ".", "”", "“", "–", ")", "(", "…", "🌾", ":", "'s", "?", "3", "U.S."])


@given(st.lists(WORDS), st.floats(-3, 3))
def test_any_words_get_one_answer_each(words: list[str], bias: float) -> None:
    said = Boundaries({"bias": bias}, 1.0, -1.0).starts(words, [True] * len(words))
    assert len(said) == len(words)
    assert said[:1] in ([], [None])
