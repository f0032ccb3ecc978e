from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate import Score
from kg.resampling import f1_interval, summed


@st.composite
def scores(draw: st.DrawFn) -> Score:
    gold, found = draw(st.integers(1, 40)), draw(st.integers(1, 40))
    hits = draw(st.integers(0, min(gold, found)))
    return Score(gold, found, hits, hits)


@given(st.lists(scores(), min_size=2, max_size=6))
def test_the_interval_lies_between_the_worst_and_the_best_document(several: list[Score]) -> None:
    interval = f1_interval(several)
    assert interval is not None
    low, high = interval
    shares = [score.f1 or 0.0 for score in several]
    assert low <= high
    assert min(shares) - 1e-9 <= low
    assert high <= max(shares) + 1e-9


def test_like_documents_have_an_interval_of_no_width() -> None:
    assert f1_interval([Score(4, 4, 2, 2)] * 3) == (0.5, 0.5)


def test_the_interval_is_the_same_every_time() -> None:
    several = [Score(10, 9, 8, 8), Score(5, 7, 2, 2), Score(30, 20, 20, 20)]
    assert f1_interval(several) == f1_interval(several)


@pytest.mark.parametrize("several", [[], [Score(3, 3, 3, 3)]])
def test_one_document_has_no_interval(several: list[Score]) -> None:
    assert f1_interval(several) is None


def test_counts_are_summed() -> None:
    assert summed([Score(4, 3, 2, 2), Score(1, 1, 0, 1)]) == Score(5, 4, 2, 3)
