from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.quotes import find_sentence, find_words

TEXT = """Title line

Protect the rights of users
and the rights of firms. It’s “good”: this is it. Protect them."""
FIRST = find_sentence(TEXT, "Protect the … of firms.", 0)
SECOND = find_sentence(TEXT, "It's … is it.", FIRST[1])


def found(quote: str, sentence: tuple[int, int] = FIRST) -> list[str]:
    return [TEXT[start:end] for start, end in find_words(TEXT, sentence, quote)]


def test_a_sentence_is_quoted_by_its_ends() -> None:
    assert TEXT[slice(*FIRST)] == "Protect the rights of users\nand the rights of firms."
    assert TEXT[slice(*SECOND)] == "It\u2019s \u201cgood\u201d: this is it."


def test_a_sentence_is_sought_behind_the_one_before() -> None:
    assert find_sentence(TEXT, "Protect … .", SECOND[1])[0] > SECOND[1]


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("users and", ["users\nand"]),
        ("users ... firms", ["users", "firms"]),
        ("the rights#2", ["the rights"]),
        ("Protect … the rights of#2 … firms", ["Protect", "the rights of", "firms"]),
        ("rights#1 … rights", ["rights", "rights"]),
    ],
)
def test_words_are_found_piece_by_piece(quote: str, words: list[str]) -> None:
    assert found(quote) == words


def test_a_number_picks_the_place() -> None:
    (place,) = find_words(TEXT, FIRST, "the rights#2")
    assert place[0] > TEXT.index("users")


@pytest.mark.parametrize("quote", ["It's", "It\u2019s", '"good"', "\u201cgood\u201d", "is", "it"])
def test_only_whole_words_match_and_quotation_marks_any_way(quote: str) -> None:
    assert len(find_words(TEXT, SECOND, quote)) == 1


@pytest.mark.parametrize(
    ("quote", "message"),
    [
        ("the rights", "stands 2 times"),
        ("the rights#3", "2 times, not 3"),
        ("nobody", "stands not"),
        ("firms … users", "not after the words before"),
        ("right", "stands not"),
        ("protect", "stands not"),
        ("them", "stands not"),
        ("", "no words"),
        ("users … ", "no words|stands not"),
        ("#2", "no words"),
    ],
)
def test_what_is_not_there_or_unclear_is_an_error(quote: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        find_words(TEXT, FIRST, quote)


@given(
    st.lists(st.sampled_from(["the", "plan", "of", "EU", "U.S.", "é", "5%", "(x)"]), min_size=1, max_size=6), st.data()
)
def test_any_run_of_words_is_found_at_its_first_place(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    run = words[first : data.draw(st.integers(first + 1, len(words)))]
    earliest = next(n for n in range(len(words)) if words[n : n + len(run)] == run)
    text, quote, start = " ".join(words), " ".join(run), len(" ".join([*words[:earliest], ""]))
    assert find_words(text, (0, len(text)), f"{quote}#1") == ((start, start + len(quote)),)
