"""An answer as a table, as CSV, as JSON."""

from __future__ import annotations

import json

from kg.answers import as_csv, as_json, table
from kg.query import Result

PREFIXES = {"id": "https://example.org/id/", "ex": "https://example.org/"}
RESULT = Result(("who", "says"), (("https://example.org/id/ada", '=1+1 [b]"x"[/b]'), (None, "two\nlines\x1b[31m")))


def test_a_table_shortens_iris_counts_rows_and_takes_nothing_for_markup() -> None:
    shown = table(RESULT, PREFIXES)
    assert "id:ada" in shown and "[b]" in shown and shown.endswith("2 rows\n")
    assert "\x1b" not in shown
    assert table(Result(("a",), (("1",),)), {}).endswith("1 row\n")


def test_csv_keeps_iris_whole_and_runs_nothing_in_a_spreadsheet() -> None:
    assert as_csv(RESULT, PREFIXES) == (
        'who,says\nhttps://example.org/id/ada,"\'=1+1 [b]""x""[/b]"\n,"two\nlines\x1b[31m"\n'
    )


def test_json_keeps_values_as_they_are() -> None:
    first, second = json.loads(as_json(RESULT, PREFIXES))
    assert first == {"who": "https://example.org/id/ada", "says": '=1+1 [b]"x"[/b]'}
    assert second == {"who": None, "says": "two\nlines\x1b[31m"}
