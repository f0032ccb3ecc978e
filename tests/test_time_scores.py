from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Value
from kg.time_scores import CodedTime, is_right, read_times, score_times

GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "times.csv"
YEAR = Value("date", "2030", precision="year")


@pytest.mark.parametrize(
    ("sentence", "expression", "value", "right"),
    [
        ("It ends by 2030.", "2030", YEAR, True),
        ("It ends by 2030.", "2030", Value("date", "2030", precision="day"), False),
        ("It ends by 2031.", "2031", YEAR, False),
        ("It ends by 2031, and not by 2030.", "2030", YEAR, True),
        ("It ends.", "", None, True),
        ("It ends by 2030.", "", None, False),
    ],
)
def test_a_time_is_right_with_its_value_and_precision(
    sentence: str, expression: str, value: Value | None, right: bool
) -> None:
    assert is_right(CodedTime(sentence, expression, None, value)) is right


def test_at_least_95_in_a_hundred_of_the_gold_are_right() -> None:
    share = score_times(read_times(GOLD))
    assert share.total >= 150
    assert share.right / share.total >= 0.95


def test_a_table_without_a_column_gets_one_line(tmp_path: Path) -> None:
    (tmp_path / "times.csv").write_text("sentence,date\n", encoding="utf-8")
    with pytest.raises(InputError, match="no column expression"):
        read_times(tmp_path / "times.csv")
