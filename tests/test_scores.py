"""Floors under what the README says of the shipped model and extractor, on both passes over the gold texts.

The figures themselves are in the README; these are some points below, so that a change that costs frames is seen.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.evaluate import Scores, agreement, evaluate
from kg.gold import read_gold
from kg.graph import Graph

GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "dev"
FLOORS = {"attribution": 0.93, "act": 0.9, "deontic": 0.93, "polarity": 0.97, "modality": 0.93, "stance": 0.93}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return kg.build(read_gold(GOLD / "first").documents)


@pytest.fixture(scope="module", params=["first", "second"])
def scores(request: pytest.FixtureRequest, graph: Graph) -> Scores:
    return evaluate(read_gold(GOLD / request.param).statements, graph.statements)


def test_frames_are_found(scores: Scores) -> None:
    assert (scores.frames.f1 or 0) >= 0.88
    assert (scores.frames.precision or 0) >= 0.88
    assert (scores.exact.f1 or 0) >= 0.77


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_found_frames_are_read_as_the_coder_read_them(scores: Scores, field: str, floor: float) -> None:
    share = scores.fields[field]
    assert share.right / share.total >= floor


def test_two_passes_by_the_codebook_agree() -> None:
    first, second = (read_gold(GOLD / name) for name in ("first", "second"))
    assert (agreement(first.statements, second.statements).units.f1 or 0) >= 0.95
