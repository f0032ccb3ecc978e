from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import Statement, ThemeMention
from kg.theme_weights import document_themes, statement_weights
from tests.graphs import small_graph

NOTATIONS = {"t:a": "01", "t:b": "02", "t:c": "03"}


def statement(frame: str, *themes: tuple[str, int, int]) -> Statement:
    """A statement of a frame with themes (concept, start, end), the first of them primary."""
    mentions = tuple(
        ThemeMention(concept, ((start, end),), place == 0) for place, (concept, start, end) in enumerate(themes)
    )
    return replace(small_graph().statements[0], frame=frame, themes=mentions)


def test_a_statements_themes_share_its_weight_by_their_words() -> None:
    assert statement_weights(statement("1", ("t:a", 0, 6), ("t:b", 10, 12))) == {"t:a": 0.75, "t:b": 0.25}
    assert statement_weights(statement("1")) == {}
    assert statement_weights(statement("1", ("t:a", 3, 3), ("t:b", 5, 5))) == {"t:a": 0.5, "t:b": 0.5}


def test_a_documents_weight_is_the_mean_over_its_frames_with_themes() -> None:
    found = document_themes(
        [statement("1", ("t:a", 0, 6), ("t:b", 10, 12)), statement("2", ("t:b", 20, 24)), statement("3")], NOTATIONS
    )
    assert [(one.concept, one.frames, one.weight, one.primary) for one in found] == [
        ("t:b", 2, 0.625, True),
        ("t:a", 1, 0.375, False),
    ]


def test_a_distributed_frame_counts_once() -> None:
    found = document_themes(
        [statement("1", ("t:a", 0, 6)), statement("1", ("t:a", 0, 6)), statement("2", ("t:b", 20, 24))], NOTATIONS
    )
    assert {one.concept: (one.frames, one.weight) for one in found} == {"t:a": (1, 0.5), "t:b": (1, 0.5)}


@pytest.mark.parametrize(
    ("statements", "primary"),
    [
        # as much weight, but more frames have it as their primary theme
        ([statement("1", ("t:b", 0, 4), ("t:a", 6, 10)), statement("2", ("t:b", 20, 24), ("t:a", 30, 34))], "t:b"),
        # as many too: the first in the text
        ([statement("1", ("t:b", 0, 4)), statement("2", ("t:a", 20, 24))], "t:b"),
        # at the same place: the lowest notation
        ([statement("1", ("t:b", 0, 4)), statement("2", ("t:a", 0, 4))], "t:a"),
    ],
)
def test_ties_are_broken_in_the_documented_order(statements: list[Statement], primary: str) -> None:
    assert [one.concept for one in document_themes(statements, NOTATIONS) if one.primary] == [primary]


def test_without_themes_there_is_none() -> None:
    assert document_themes([statement("1")], NOTATIONS) == ()
