from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.spacing import spaced


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("no\nlonger", "no longer"),
        ("no\r\nlonger", "no longer"),
        ("no  \t longer", "no longer"),
        ("5\u00a0%", "5 %"),
        ("plain words", "plain words"),
    ],
)
def test_runs_of_white_space_are_read_as_one_space(text: str, read: str) -> None:
    assert spaced(text).text == read


@given(st.text(alphabet="ab \n\r\t\u00a0", max_size=40), st.integers(0, 9))
def test_every_word_leads_back_to_itself(text: str, start: int) -> None:
    document = "x" * start + text
    spacing = spaced(text, start)
    for i, letter in enumerate(spacing.text):
        begin, end = spacing.span(i, i + 1)
        assert document[begin:end] == letter or (letter == " " and document[begin:end].isspace())
    words = [document[slice(*spacing.span(m, m + 1))] for m in range(len(spacing.text)) if spacing.text[m] != " "]
    assert "".join(words) == "".join(text.split())
