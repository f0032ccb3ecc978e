from __future__ import annotations

from collections import Counter

from training.confidence import tables


def test_right_and_all_are_counted_by_rule_and_context() -> None:
    counts = Counter({("active", "short", True): 3, ("active", "short", False): 1, ("copula", "long", False): 2})
    assert tables(counts) == {
        "active": {"short": (3, 4), "long": (0, 0)},
        "copula": {"short": (0, 0), "long": (0, 2)},
    }
