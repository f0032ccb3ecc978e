from __future__ import annotations

import pytest

from kg.confidence import LONG, Counts, confidence, context_of, load_counts

COUNTS: Counts = {
    "active": {"short": (9, 10), "long": (3, 6)},
    "relative": {"short": (3, 4), "long": (1, 2)},
    "called": {"short": (1, 1), "long": (2, 2)},
}
SHORT, LONGER = "Ports close.", " ".join(["word"] * (LONG + 1))


@pytest.mark.parametrize(
    ("rule", "sentence", "expected"),
    [
        ("active", SHORT, 0.9),
        ("active", LONGER, 0.5),
        ("relative", SHORT, 0.67),  # too few cases here: the whole rule's
        ("called", SHORT, None),  # too few of the rule
        ("unknown", SHORT, None),
    ],
)
def test_confidence_is_the_share_that_was_right(rule: str, sentence: str, expected: float | None) -> None:
    assert confidence(rule, sentence, COUNTS) == expected


def test_a_sentence_is_long_by_its_words() -> None:
    assert context_of(LONGER) == "long"
    assert context_of(" ".join(["word"] * LONG)) == "short"


def test_the_shipped_counts_are_shares() -> None:
    for contexts in load_counts().values():
        assert set(contexts) == {"short", "long"}
        assert all(0 <= right <= cases for right, cases in contexts.values())
