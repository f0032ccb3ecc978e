from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sentences import Boundaries, judged, kind
from kg.start_rules import StartRules


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


def test_what_a_rule_tells_goes_before_the_model() -> None:
    model = Boundaries({"bias": 9.0}, rules=StartRules(numbered=frozenset({"no"})), surely=1.0)
    assert model.starts(["See", "No", ".", "4", "Wages"], [True, False, True, True, False])[3:] == [False, True]


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
