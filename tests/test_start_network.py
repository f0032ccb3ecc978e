from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.start_network import AFTER, BEFORE, StartNetwork, windows

# Two units: how much the word at the place has of the first number, and the word before it of the second.
FIRST = np.zeros((8, 2), np.float32)
FIRST[4, 0] = FIRST[3, 1] = 1.0
NETWORK = StartNetwork(FIRST, np.zeros(2, np.float32), np.array([2.0, -1.0], np.float32), 0.5)
VECTORS = np.array([[1, 2], [3, 4], [5, 6]], np.float32)


@pytest.mark.parametrize(
    ("place", "expected"),
    [(0, [0, 0, 0, 0, 1, 2, 3, 4]), (1, [0, 0, 1, 2, 3, 4, 5, 6]), (2, [1, 2, 3, 4, 5, 6, 0, 0])],
)
def test_the_vectors_around_a_place_stand_side_by_side(place: int, expected: list[int]) -> None:
    assert windows(VECTORS, [place]).tolist() == [expected]


@pytest.mark.parametrize(("place", "score"), [(0, 2 * 1 - 0 + 0.5), (1, 2 * 3 - 2 + 0.5), (2, 2 * 5 - 4 + 0.5)])
def test_a_place_is_judged_by_the_words_around_it(place: int, score: float) -> None:
    assert NETWORK.scores(VECTORS, [place]) == [score]


def test_without_places_there_is_no_score() -> None:
    assert NETWORK.scores(VECTORS[:0], []) == []


@given(st.lists(st.integers(0, 2)))
def test_a_place_has_the_same_score_beside_any_others(places: list[int]) -> None:
    assert NETWORK.scores(VECTORS, places) == [NETWORK.scores(VECTORS, [place])[0] for place in places]


def test_half_precision_comes_back_the_same() -> None:
    back = StartNetwork.from_bytes(NETWORK.to_bytes())
    assert back.scores(VECTORS, [0, 1, 2]) == NETWORK.scores(VECTORS, [0, 1, 2])
    assert back.to_bytes() == NETWORK.to_bytes()
    assert len(FIRST) // VECTORS.shape[1] == BEFORE + AFTER
