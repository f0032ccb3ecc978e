"""Statements → what they and their documents are about, by weight, so that a text can be placed among others.

A statement's themes share its weight of 1 by the words that bring them up; a document's weight of a theme is the mean
over its frames that have any. One theme of a document is primary: the one with the greatest weight, then the one that
most frames have as their primary theme, then the one that comes first in the text, then the lowest notation's (which
is the order of names where a scheme has none).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import Statement


@dataclass(frozen=True, slots=True)
class DocumentTheme:
    """A theme of a document: the number of frames that have it, and its share of all frames with themes (0 to 1)."""

    concept: str
    frames: int
    weight: float
    primary: bool


def statement_weights(statement: Statement) -> dict[str, float]:
    """The share of each theme in a statement's label words, in the order of its themes; the shares sum to 1."""
    sizes = {theme.concept: sum(end - start for start, end in theme.spans) for theme in statement.themes}
    total = sum(sizes.values())
    return {concept: size / total for concept, size in sizes.items()} if total else {}


def document_themes(statements: Iterable[Statement], notations: Mapping[str, str]) -> tuple[DocumentTheme, ...]:
    """The themes of one document's statements, the primary one first, then by weight; empty where there are none.

    ``notations`` are those of the concepts. A frame that was distributed into several statements counts once, with
    the mean of their weights.
    """
    frames: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.themes:
            frames[one.frame].append(one)
    weights: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    primary: Counter[str] = Counter()
    first: dict[str, int] = {}
    for several in frames.values():
        for one in several:
            for concept, weight in statement_weights(one).items():
                weights[concept] += weight / len(several)
            for theme in one.themes:
                first[theme.concept] = min(first.get(theme.concept, theme.spans[0][0]), theme.spans[0][0])
        counts.update({theme.concept for one in several for theme in one.themes})
        primary.update({theme.concept for one in several for theme in one.themes if theme.primary})
    ordered = sorted(
        weights,
        key=lambda name: (-round(weights[name], 9), -primary[name], first[name], notations.get(name, ""), name),
    )
    return tuple(
        DocumentTheme(name, counts[name], round(weights[name] / len(frames), 4), primary=place == 0)
        for place, name in enumerate(ordered)
    )
