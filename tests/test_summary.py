"""One screen of text, however much was found."""

from __future__ import annotations

from typing import Any

from kg.summary import summary

REPORT: dict[str, Any] = {
    "documents": 1, "sentences": 2, "statements": 3, "frames": 2, "frames_by_act": {"assertion": 2},
    "frames_by_theme": {}, "entities_by_type": {"pol:Person": 1, "None": 1},
    "mapping": {"frames": 2, "mapped": 1, "share": 0.5}, "sentences_without": {"no predicate": 1},
}  # fmt: skip


def test_it_says_what_was_found_and_what_gave_nothing() -> None:
    assert summary(REPORT).splitlines() == [
        "documents       1",
        "sentences       2",
        "statements      3 in 2 frames",
        "frames by act   assertion 2",
        "themes          none",
        "entities        Person 1, without a class 1",
        "relations       1 frames mapped to the ontology (50 %), 1 not",
        "gave nothing    1 sentence: no predicate 1",
    ]


def test_it_stays_on_one_screen() -> None:
    many = {f"theme:a-rather-long-name-{number}": number for number in range(100)}
    lines = summary({**REPORT, "frames_by_theme": many, "entities_by_type": many, "sentences_without": many})
    assert "90 more" in lines
    assert len(lines.splitlines()) <= 24 and max(map(len, lines.splitlines())) <= 80
