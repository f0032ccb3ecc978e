"""Scores of documents → how far the F1 of a genre could be from another sample's: a bootstrap over documents."""

from __future__ import annotations

import random
from collections.abc import Sequence

from kg.evaluate import Score

ROUNDS, SEED = 2000, 20
LEVEL = 0.95


def summed(scores: Sequence[Score]) -> Score:
    """Count several documents as one."""
    return Score(
        sum(score.gold for score in scores),
        sum(score.found for score in scores),
        sum(score.gold_hits for score in scores),
        sum(score.found_hits for score in scores),
    )


def f1_interval(scores: Sequence[Score]) -> tuple[float, float] | None:
    """Give the 95 % percentile interval of F1, documents drawn with replacement; None for fewer than two.

    Source: Efron and Tibshirani 1993, *An Introduction to the Bootstrap*, chapter 13. The seed is fixed.

    >>> f1_interval([Score(10, 10, 9, 9)]) is None
    True
    """
    if len(scores) < 2:
        return None
    chance = random.Random(SEED)
    drawn = sorted(summed(chance.choices(scores, k=len(scores))).f1 or 0.0 for _ in range(ROUNDS))
    edge = round(ROUNDS * (1 - LEVEL) / 2)
    return drawn[edge], drawn[-edge - 1]
