from __future__ import annotations

from typing import Any

import numpy as np

from training.forests import runs, trees


def scores(heads: list[int]) -> np.ndarray[Any, Any]:
    """Log-probabilities that favour the given heads, counted from 1 with the root as 0."""
    table = np.full((len(heads) + 1, len(heads) + 1), -5.0)
    for word, head in enumerate(heads, start=1):
        table[word, head] = -0.1
    return table


def starts(*first: int, length: int, chance: float = 0.99) -> np.ndarray[Any, Any]:
    return np.array([chance if i in first else 0.01 for i in range(length)])


def test_each_sentence_has_its_own_tree_and_one_root() -> None:
    found = list(trees(scores([2, 0, 2, 5, 0]), starts(0, 3, length=5)))
    assert [(tree.start, tree.end, tree.heads, tree.sure) for tree in found] == [
        (0, 3, [1, 1, 1], True), (3, 5, [4, 4], True),
    ]  # fmt: skip


def test_a_head_beyond_the_sentence_is_not_taken() -> None:
    (first, _) = trees(scores([3, 0, 0, 3]), starts(0, 2, length=4))
    assert first.heads == [1, 1]


def test_a_circle_is_not_sure() -> None:
    (tree,) = trees(scores([2, 1, 0]), starts(0, length=3))
    assert not tree.sure


def test_a_doubtful_boundary_makes_both_its_sentences_doubtful() -> None:
    doubtful = starts(0, length=6)
    doubtful[2], doubtful[4] = 0.6, 0.99
    found = list(trees(scores([2, 0, 4, 0, 6, 0]), doubtful))
    assert [tree.sure for tree in found] == [False, False, True]


def test_sentences_that_follow_each_other_make_a_run() -> None:
    one, two, three, four = trees(scores([2, 0] * 4), starts(0, 2, 4, 6, length=8))
    assert [len(run) for run in runs([one, two, four])] == [2, 1]
    assert list(runs([one, three])) == [[one], [three]]
