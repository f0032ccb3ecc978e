from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.detokenised import detokenised


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("He did n't ( yet ) .", "He didn't (yet). "),
        ('She said " no " , " not now " .', 'She said "no", "not now". '),
        ("Ada 's $ 5 , or 10 % ; see [ 2 ]", "Ada's $5, or 10%; see [2] "),
        ("the Lunds ' boat", "the Lunds' boat "),
        ("1990 - 95", "1990 - 95 "),
    ],
)
def test_spaces_stand_where_english_has_them(words: str, text: str) -> None:
    assert detokenised(words.split())[0] == text


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1), min_size=1))
def test_every_word_stands_at_its_offset(words: list[str]) -> None:
    text, offsets = detokenised(words)
    assert [text[at : at + len(word)] for at, word in zip(offsets, words, strict=True)] == words
    assert text.endswith(" ")
