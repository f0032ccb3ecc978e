"""Gold against found: how many frames are right, and how right those are; and how far two coders agree.

Every share stands with the counts that it is a share of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.gold import read_gold
from kg.graph import Graph
from kg.matching import Pair, pairs, same_participant, same_text
from kg.model import Link, Statement


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

    By rule there is only precision, since a coder names none.
    """

    frames: Score
    exact: Score
    fields: Mapping[str, Share]
    by_act: Mapping[str, Score]
    by_document: Mapping[str, Score]
    by_rule: Mapping[str, Share]


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
        by_rule=_by_rule(found, matched),
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


def evaluate_folder(gold: Path, graph: Graph) -> str:
    """Give the scores of ``graph`` against the coding sheets in ``gold`` as a table.

    Raises: InputError where the gold cannot be read or the graph lacks one of its documents.
    """
    coded = read_gold(gold)
    for document in coded.documents:
        if not any(same_text(document.id, other.id) for other in graph.documents):
            raise InputError(f"{gold}: the graph does not hold {document.source}; build it from the gold's own texts")
    scores = evaluate(coded.statements, graph.statements)
    titles = {document.id.rpartition("-")[2]: document.id for document in coded.documents}
    return table(scores, titles)


def compare_folders(first: Path, second: Path) -> str:
    """Give the agreement of two passes of coding sheets over the same texts as a table.

    Raises: InputError where a sheet cannot be read or one pass lacks a text of the other.
    """
    one, other = read_gold(first), read_gold(second)
    if {document.id for document in one.documents} != {document.id for document in other.documents}:
        raise InputError(f"{second}: not the same texts as in {first}")
    found = agreement(one.statements, other.statements)
    units = found.units
    lines = [f"{'':44}{'F1':>6}{'first':>7}{'second':>7}{'both':>7}"]
    lines.append(f"  {'units':42}{_share(units.f1)}{units.gold:>7}{units.found:>7}{units.gold_hits:>7}")
    lines.append("Krippendorff's alpha on the units of both")
    lines += [f"  {name:42}{_share(value)}" for name, value in found.alphas.items()]
    return "\n".join(lines) + "\n"


def table(scores: Scores, titles: Mapping[str, str] | None = None) -> str:
    """Lay the scores out for a terminal; ``titles`` names documents by the hash that ends their id."""
    named = {(titles or {}).get(key, key): score for key, score in scores.by_document.items()}
    lines = [f"{'':44}{'P':>6}{'R':>6}{'F1':>6}{'gold':>7}{'found':>7}{'right':>7}", "frames"]
    lines += [_line("heads agree", scores.frames), _line("exact spans", scores.exact)]
    lines += ["by act", *(_line(key, score) for key, score in scores.by_act.items())]
    lines += ["by document", *(_line(key, score) for key, score in named.items())]
    lines.append("by rule")
    for name, share in scores.by_rule.items():
        lines.append(f"  {name[:40]:42}{_part(share)}{'':19}{share.total:>7}{share.right:>7}")
    lines.append(f"fields, right on the {scores.frames.gold_hits} frames of both")
    for name, share in scores.fields.items():
        lines.append(f"  {name:42}{_part(share)}{'':12}{scores.frames.gold:>7}{scores.frames.found:>7}{share.right:>7}")
    return "\n".join(lines) + "\n"


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


def _by_rule(found: Sequence[Statement], matched: Sequence[Pair]) -> dict[str, Share]:
    right, total = Counter(other.rule for _, other in matched), Counter(one.rule for one in found)
    return {rule: Share(right[rule], total[rule]) for rule in sorted(total)}


def _line(name: str, score: Score) -> str:
    shares = "".join(_share(value) for value in (score.precision, score.recall, score.f1))
    return f"  {name[:40]:42}{shares}{score.gold:>7}{score.found:>7}{score.found_hits:>7}"


def _share(value: float | None) -> str:
    return f"{'–' if value is None else f'{value:.3f}':>6}"


def _part(share: Share) -> str:
    return _share(share.right / share.total if share.total else None)


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
