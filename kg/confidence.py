"""Rule and context → how often such a statement was right on gold, by the counts in ``kg/lexicon/confidence.toml``.

The counts are of the development gold (``python -m training.confidence`` makes them); docs/confidence.md shows how well
they foretell the held-out part.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources

LONG = 24  # words from which on a sentence is long: the parser errs more often there
FEWEST = 5  # cases below which nothing is said

Counts = Mapping[str, Mapping[str, tuple[int, int]]]  # rule → context → right, all


@functools.lru_cache(maxsize=64)  # a sentence makes several statements
def context_of(sentence: str) -> str:
    """``long`` or ``short``: the context in which a rule is counted apart."""
    return "long" if len(sentence.split()) > LONG else "short"


@functools.cache
def load_counts() -> Counts:
    """The shipped counts; read once."""
    text = (resources.files("kg") / "lexicon" / "confidence.toml").read_text(encoding="utf-8")
    return {
        rule: {context: (right, cases) for context, (right, cases) in contexts.items()}
        for rule, contexts in tomllib.loads(text).items()
    }


def confidence(rule: str, sentence: str, counts: Counts | None = None) -> float | None:
    """The share that was right, to two places: in this context, else of the whole rule; None below five cases."""
    contexts = (load_counts() if counts is None else counts).get(rule, {})
    here = contexts.get(context_of(sentence), (0, 0))
    right, cases = here if here[1] >= FEWEST else (sum(one[0] for one in contexts.values()), _cases(contexts))
    return round(right / cases, 2) if cases >= FEWEST else None


def _cases(contexts: Mapping[str, tuple[int, int]]) -> int:
    return sum(cases for _, cases in contexts.values())
