"""B-cubed over the mentions that coder and graph both have; floors under what the extractor reaches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.identity_scores import CodedMention, read_mentions, score_identity
from tests.test_scores import GOLD, graph_of

SHEETS = sorted(path for path in (GOLD / "entities").glob("*/*") if path.is_dir())


def coded(labels: Sequence[str], document: str = "d") -> list[CodedMention]:
    return [CodedMention(document, (n, n + 1), label) for n, label in enumerate(labels)]


def test_what_the_graph_does_not_have_is_counted_beside_the_score() -> None:
    score = score_identity(coded("ab"), ())["within documents"]
    assert (score.precision, score.recall, score.scored, score.coded) == (None, None, 0, 2)


@pytest.mark.parametrize("sheets", SHEETS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_coded_names_are_one_thing_where_the_graph_has_them_as_one(sheets: Path) -> None:
    mentions, _ = read_mentions(sheets)
    for score in score_identity(mentions, graph_of(sheets.parent.name).statements).values():
        assert (score.precision or 0) >= 0.97
        assert (score.recall or 0) >= 0.9
        assert score.scored >= score.coded * 0.4
