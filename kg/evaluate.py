"""Gold against found: how many frames are right, and how right those are; and how far two coders agree.

Every share stands with the counts that it is a share of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.matching import Pair, pairs, same_participant
from kg.model import Link, Statement

NO_RELATION = "no relation of the ontology"


@dataclass(frozen=True, slots=True)
class Score:
    """Hits among gold and among found: they differ in a group only, where partners may be of different groups."""

    gold: int
    found: int
    gold_hits: int
    found_hits: int

    @property
    def precision(self) -> float | None:
        return self.found_hits / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.gold_hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean, 0 where one of them is; None where there is neither gold nor anything found."""
        if self.precision is None or self.recall is None:
            return 0.0 if self.gold or self.found else None
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of ``total`` found frames have ``right`` a field as the gold has it."""

    right: int
    total: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The measure: frames by heads and by exact spans, fields on found frames, and frames by act, document and rule.

    A coder names no rule: what stands as a rule's gold is all gold, and its recall the share of it that the rule finds.
    Nor a relation of the ontology: ``by_relation`` gives of the frames mapped to each how many are the gold's
    (:mod:`kg.relation_scores` tells whether it is the right one).
    """

    frames: Score
    exact: Score
    fields: Mapping[str, Share]
    by_act: Mapping[str, Score]
    by_document: Mapping[str, Score]
    by_rule: Mapping[str, Score]
    by_relation: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders: F1 of units, and Krippendorff's alpha (nominal) on the units of both, None where nothing varies."""

    units: Score
    alphas: Mapping[str, float | None]


def evaluate(gold: Sequence[Statement], found: Sequence[Statement]) -> Scores:
    """Score ``found`` against ``gold`` on the documents that have gold; what was found elsewhere does not count."""
    texts = {one.document.rpartition("-")[2] for one in gold}
    found = [one for one in found if one.document.rpartition("-")[2] in texts]
    matched = pairs(gold, found)
    return Scores(
        frames=Score(len(gold), len(found), len(matched), len(matched)),
        exact=_exact(gold, found),
        fields={name: Share(sum(holds(*pair) for pair in matched), len(matched)) for name, holds in FIELDS.items()},
        by_act=_grouped(gold, found, matched, lambda one: one.act),
        by_document=_grouped(gold, found, matched, lambda one: one.document.rpartition("-")[2]),
        by_rule=_by_rule(len(gold), found, matched),
        by_relation=_by_relation(found, matched),
    )


def agreement(first: Sequence[Statement], second: Sequence[Statement]) -> Agreement:
    """Compare two coders' statements of the same texts; neither is right, F1 is the same either way round."""
    matched = pairs(first, second)
    alphas = {name: alpha([(value(one), value(other)) for one, other in matched]) for name, value in CODED.items()}
    return Agreement(Score(len(first), len(second), len(matched), len(matched)), alphas)


def alpha(units: Sequence[tuple[str | None, str | None]]) -> float | None:
    """Krippendorff's alpha for two coders and nominal values, None being a value; None where there is no variation.

    Source: Krippendorff 2011, *Computing Krippendorff's Alpha-Reliability*, sections A and B.

    >>> round(alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 3)
    0.533
    """
    counts = Counter(value for unit in units for value in unit)
    total = sum(counts.values())
    expected = sum(count * (total - count) for count in counts.values())  # unlike pairs, of total * (total - 1)
    if not expected:
        return None
    unlike = 2 * sum(one != other for one, other in units)
    return 1 - (total - 1) * unlike / expected


def _exact(gold: Sequence[Statement], found: Sequence[Statement]) -> Score:
    hits = len(pairs(gold, found, exact=True))
    return Score(len(gold), len(found), hits, hits)


def _grouped(
    gold: Sequence[Statement], found: Sequence[Statement], matched: Sequence[Pair], key: Callable[[Statement], str]
) -> dict[str, Score]:
    """Score each group apart: recall over its gold, precision over its found, whatever group the partner is in."""
    golds, founds = Counter(map(key, gold)), Counter(map(key, found))
    gold_hits, found_hits = Counter(key(one) for one, _ in matched), Counter(key(other) for _, other in matched)
    return {
        group: Score(golds[group], founds[group], gold_hits[group], found_hits[group])
        for group in sorted({*golds, *founds})
    }


def _by_rule(gold: int, found: Sequence[Statement], matched: Sequence[Pair]) -> dict[str, Score]:
    right, total = Counter(other.rule for _, other in matched), Counter(one.rule for one in found)
    return {rule: Score(gold, total[rule], right[rule], right[rule]) for rule in sorted(total)}


def _by_relation(found: Sequence[Statement], matched: Sequence[Pair]) -> dict[str, Share]:
    total = Counter(one.relation.predicate or NO_RELATION for one in found)
    right = Counter(other.relation.predicate or NO_RELATION for _, other in matched)
    return {name: Share(right[name], total[name]) for name in sorted(total)}


def _primary(one: Statement) -> str | None:
    return next((theme.concept for theme in one.themes if theme.primary), None)


def _when(one: Statement) -> str | None:
    return one.time.value if one.time else None


def _same_chain(one: Statement, other: Statement) -> bool:
    """Whether the same speakers stand in the same order; an empty chain is the document voice."""
    return len(one.attribution) == len(other.attribution) and all(
        _same_speakers(a, b) for a, b in zip(one.attribution, other.attribution, strict=True)
    )


def _same_speakers(one: Link, other: Link) -> bool:
    return len(one.speakers) == len(other.speakers) and all(
        any(same_participant(speaker, candidate) for candidate in other.speakers) for speaker in one.speakers
    )


CODED: Mapping[str, Callable[[Statement], str | None]] = {
    "act": lambda one: one.act,
    "deontic": lambda one: one.deontic,
    "polarity": lambda one: one.polarity,
    "stance": lambda one: one.stance,
    "primary theme": _primary,
}
FIELDS: Mapping[str, Callable[[Statement, Statement], bool]] = {
    "attribution": _same_chain,
    "mode": lambda one, other: [link.mode for link in one.attribution] == [link.mode for link in other.attribution],
    "act": lambda one, other: one.act == other.act,
    "deontic": lambda one, other: one.deontic == other.deontic,
    "strength": lambda one, other: one.strength == other.strength,
    "form": lambda one, other: one.form == other.form,
    "polarity": lambda one, other: one.polarity == other.polarity,
    "modality": lambda one, other: one.modality == other.modality,
    "stance": lambda one, other: one.stance == other.stance,
    "valence": lambda one, other: one.valence == other.valence,
    "time": lambda one, other: _when(one) == _when(other),
    "primary theme": lambda one, other: _primary(one) == _primary(other),
}
