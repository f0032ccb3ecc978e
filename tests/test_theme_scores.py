from __future__ import annotations

from msgspec.structs import replace

from kg.evaluate import Score
from kg.model import Statement, ThemeMention
from kg.theme_scores import theme_scores
from kg.themes import Theme, themes_of
from tests.graphs import small_graph

SCHEME = themes_of(
    {"t": "https://example.org/"},
    [
        Theme("t:food", "https://example.org/food", "Food", "01", ""),
        Theme("t:fish", "https://example.org/fish", "Fish", "01.01", "", ("t:food",)),
        Theme("t:peace", "https://example.org/peace", "Peace", "02", ""),
    ],
)


def about(*concepts: str) -> Statement:
    return replace(small_graph().statements[0], themes=tuple(ThemeMention(name, ((0, 1),), False) for name in concepts))


def test_a_theme_below_counts_at_the_top_level_and_not_as_coded() -> None:
    found = theme_scores([about("t:food", "t:peace")], [about("t:fish")], SCHEME)
    assert found == {"at the top level": Score(2, 1, 1, 1), "as coded": Score(2, 1, 0, 0)}


def test_two_themes_of_one_top_concept_are_one_at_the_top_level() -> None:
    assert theme_scores([about("t:food", "t:fish")], [about("t:fish")], SCHEME)["at the top level"] == Score(1, 1, 1, 1)
