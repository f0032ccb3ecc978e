"""How well confidence foretells what is right on gold: reliability by bins, and the expected calibration error.

usage: python -m bench.calibration GOLD [--diagram FILE]

GOLD is a folder of coding sheets that no count was made on (``corpus/gold/test/first``). The error is the mean distance
of confidence and share right, bins weighted by their cases (Guo and others 2017, *On Calibration of Modern Neural
Networks*). FILE becomes the reliability diagram (.svg, .png); that needs matplotlib.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kg.gold import read_gold
from kg.matching import pairs
from kg.pipeline import build

WIDTH = 0.05


class Bin(NamedTuple):
    """Cases of like confidence: how many, their mean confidence, the share right."""

    cases: int
    confidence: float
    right: float


def judged(gold: Path) -> list[tuple[float, bool]]:
    """Every statement's confidence, where it has one, and whether it is right."""
    coded = read_gold(gold)
    graph = build(coded.documents)
    right = {id(found) for _, found in pairs(coded.statements, graph.statements)}
    return [(one.confidence, id(one) in right) for one in graph.statements if one.confidence is not None]


def reliability(cases: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that have cases, the least confident first."""
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in cases:
        bins[min(int(confidence / WIDTH + 1e-9), int(1 / WIDTH) - 1)].append((confidence, right))
    return [
        Bin(len(some), sum(one for one, _ in some) / len(some), sum(right for _, right in some) / len(some))
        for _, some in sorted(bins.items())
    ]


def error(bins: Sequence[Bin]) -> float:
    """The expected calibration error.

    >>> error([Bin(3, 0.9, 1.0), Bin(1, 0.5, 0.5)])
    0.075
    """
    cases = sum(one.cases for one in bins)
    return round(sum(one.cases * abs(one.confidence - one.right) for one in bins) / cases, 3)


def draw(bins: Sequence[Bin], target: Path) -> None:
    """Write the reliability diagram."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.5, 4.5), layout="constrained")
    axes = figure.add_subplot(xlim=(0, 1), ylim=(0, 1), xlabel="confidence", ylabel="share right", aspect="equal")
    axes.plot([0, 1], [0, 1], color="0.6", linestyle="--", linewidth=1)
    axes.scatter(
        [one.confidence for one in bins], [one.right for one in bins], [4 * one.cases for one in bins], alpha=0.7
    )
    axes.set_title(f"ECE {error(bins)}, {sum(one.cases for one in bins)} statements; area by cases", fontsize=9)
    with rc_context({"svg.hashsalt": "kg"}):
        figure.savefig(target, metadata={"Date": None} if target.suffix == ".svg" else None)


def main(arguments: list[str]) -> None:
    """Print the table, and draw it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--diagram", type=Path)
    chosen = parser.parse_args(arguments)
    bins = reliability(judged(chosen.gold))
    print(f"{'confidence':>12}{'right':>8}{'cases':>8}")
    for one in bins:
        print(f"{one.confidence:12.2f}{one.right:8.2f}{one.cases:8}")
    print(f"expected calibration error {error(bins)}")
    if chosen.diagram is not None:
        draw(bins, chosen.diagram)


if __name__ == "__main__":
    main(sys.argv[1:])
