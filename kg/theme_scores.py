"""Gold against found → how many of the themes of the frames of both are the gold's, at the top level and as coded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kg.evaluate import Score
from kg.matching import pairs
from kg.model import Statement
from kg.themes import Themes

Level = Callable[[str], str]


def theme_scores(gold: Sequence[Statement], found: Sequence[Statement], themes: Themes) -> dict[str, Score]:
    """Micro-averaged over the frames that gold and found share: each theme of each frame counts once.

    A theme of the top level is found where one below it is; as coded, the very concept has to be.
    """
    matched = pairs(gold, found)
    levels: dict[str, Level] = {"at the top level": themes.top, "as coded": lambda concept: concept}
    return {name: _score(matched, level) for name, level in levels.items()}


def _score(matched: Iterable[tuple[Statement, Statement]], level: Level) -> Score:
    coded = given = right = 0
    for one, other in matched:
        expected, told = ({level(theme.concept) for theme in each.themes} for each in (one, other))
        coded, given, right = coded + len(expected), given + len(told), right + len(expected & told)
    return Score(coded, given, right, right)
