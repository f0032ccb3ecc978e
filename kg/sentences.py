"""Where sentences start, told from the words around a place: a logistic model over plain features.

Only places behind punctuation or before a capital, a digit or a bullet are judged; elsewhere the parser decides.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.start_rules import CLOSERS, StartRules

ENDERS = frozenset(".?!…:;。？！")
OPENERS = frozenset("([{“‘«<")
QUOTES = frozenset({'"', "“", "”", "''", "``"})
SHORT, LONG = 3, 12  # words since the last full stop: a sentence is short below, long from here on


def kind(word: str) -> str:
    """The class of a word that matters to a boundary: how it is written, or which punctuation it is."""
    first = word[0]
    if first.isalpha():
        if word[-1] == "." and len(word) > 1:
            return "initial" if len(word) == 2 else "dotted" if "." in word[:-1] else "abbreviation"
        if word.islower():
            return "lower"
        if len(word) > 1 and word.isupper():
            return "upper"
        return "Title" if first.isupper() else "mixed"
    if first.isdigit():
        return "digits" if word.isdigit() else "number"
    if len(word) > 1 and word[0] == word[-1]:
        return word[:2]
    return word[:3]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Weights of features, and the odds (as logarithms) from which a start is sure, or sure to be none.

    What a rule tells goes before what the weights say.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    surely: float = math.inf
    hardly: float = -math.inf
    rules: StartRules = field(default_factory=StartRules)

    def starts(
        self, words: Sequence[str], spaces: Sequence[bool], hear: Callable[[list[int]], list[float]] | None = None
    ) -> list[bool | None]:
        """Of every word of a paragraph: does a sentence start at it; None where the model is not asked or not sure.

        ``hear`` gives what is to be added to the score of each judged place, told from more than the words.
        """
        said: list[bool | None] = [None] * len(words)
        weight = self.weights.get
        asked = list(judged(words, spaces))
        heard = hear([i for i, _ in asked]) if hear else [0.0] * len(asked)
        for (i, features), more in zip(asked, heard, strict=True):
            said[i] = self.rules.told(words, i)
            if said[i] is None:
                score = more + sum(weight(feature, 0.0) for feature in features)
                said[i] = True if score >= self.surely else False if score <= self.hardly else None
        return said


def judged(words: Sequence[str], spaces: Sequence[bool]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The places at which a sentence might start, with their features, in order."""
    kinds = [kind(word) for word in words]
    style = "." if words and _ends(words) else "-"
    quotes = depth = since = 0
    for i in range(1, len(words)):
        before = words[i - 1]
        since = 0 if before[-1] in ".?!" else since + 1
        if before in QUOTES:
            quotes += 1
        elif before in OPENERS:
            depth += 1
        elif before in (")", "]"):
            depth = max(0, depth - 1)
        if kinds[i] == "lower" and kinds[i - 1] in ("lower", "Title", "upper", "digits", ","):
            continue
        yield i, _features(words, spaces, kinds, i, f"{style}{'q' * (quotes % 2)}{'(' * (depth > 0)}", since)


def _ends(words: Sequence[str]) -> bool:
    last = next((word for word in reversed(words) if word not in CLOSERS), "-")
    return last[-1] in ENDERS


def _features(
    words: Sequence[str], spaces: Sequence[bool], kinds: Sequence[str], i: int, state: str, since: int
) -> tuple[str, ...]:
    k0, k1 = kinds[i - 1], kinds[i]
    k_before = kinds[i - 2] if i > 1 else "^"
    k_after = kinds[i + 1] if i + 1 < len(words) else "$"
    lower, before = words[i].lower(), words[i - 1].lower()
    before2 = words[i - 2].lower() if i > 1 else "^"
    pair = f"{k0}{'_' if spaces[i - 1] else '+'}{k1}"
    length = "l" if since >= LONG else "s" if since < SHORT else "m"
    return (
        "bias", f"a{k0}", f"b{k1}", f"c{pair}", f"d{pair} {state}", f"e{k_before} {pair}", f"f{pair} {k_after}",
        f"g{before}", f"h{lower}", f"i{k0} {lower}", f"j{before} {k1}", f"k{before2} {k0}", f"l{pair} {length}",
        f"o{before2} {k0} {k1}", f"q{k0} {lower} {k_after}",
    )  # fmt: skip
