"""A teacher's scores of a passage → its sentences with their trees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import numpy as np

SURE_OF_START = 0.85

Array = np.ndarray[Any, Any]


class Tree(NamedTuple):
    """A sentence: words ``start`` to ``end`` of its passage, heads as places in the passage (a root's its own)."""

    start: int
    end: int
    heads: list[int]
    sure: bool


def trees(arcs: Array, starts: Array) -> Iterator[Tree]:
    """The sentences of a passage of W words, each with its best heads.

    ``arcs``: (W + 1, W + 1) log-probabilities of heads, the root first; ``starts``: (W,) probabilities of a sentence
    start. A sentence is not sure whose heads make a circle or whose boundaries are doubtful.
    """
    places = [0, *(i for i in range(1, len(starts)) if starts[i] > 0.5), len(starts)]
    for start, end in pairwise(places):
        if start == end:
            continue
        inner = arcs[start + 1 : end + 1, start + 1 : end + 1].copy()
        np.fill_diagonal(inner, -np.inf)
        root = int(arcs[start + 1 : end + 1, 0].argmax())
        heads = inner.argmax(1) if end - start > 1 else np.zeros(1, dtype=int)
        heads[root] = root
        certain = all(max(p, 1 - p) > SURE_OF_START for p in (*starts[start + 1 : end], *starts[end : end + 1]))
        certain = certain and (start == 0 or starts[start] > SURE_OF_START)
        yield Tree(start, end, [start + int(head) for head in heads], certain and _reaches(heads, root))


def _reaches(heads: Array, root: int) -> bool:
    """Whether every word leads up to the root."""
    for word in range(len(heads)):
        place = word
        for _ in range(len(heads)):
            if place == root:
                break
            place = int(heads[place])
        if place != root:
            return False
    return True


def runs(forest: Sequence[Tree]) -> Iterator[list[Tree]]:
    """Sentences that follow each other."""
    numbered = [(sum(tree.end - tree.start for tree in forest[:i]), tree) for i, tree in enumerate(forest)]
    for _, run in groupby(numbered, key=lambda pair: pair[1].start - pair[0]):
        yield [tree for _, tree in run]
