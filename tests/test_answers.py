"""An answer as a table, as CSV, as JSON."""

from __future__ import annotations

import json

import pytest

from kg.answers import as_csv, as_json, as_markdown, as_turtle, table
from kg.errors import KgError
from kg.query import Result, Term

PREFIXES = {"id": "https://example.org/id/", "ex": "https://example.org/"}
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def words(text: str) -> Term:
    return Term("literal", text, "http://www.w3.org/2001/XMLSchema#string")


RESULT = Result(
    ("who", "says"),
    ((Term("uri", "https://example.org/id/ada"), words('=1+1 [b]"x"[/b]')), (None, words("two\nlines\x1b[31m"))),
)


def test_a_table_shortens_iris_counts_rows_and_takes_nothing_for_markup() -> None:
    shown = table(RESULT, PREFIXES)
    assert "id:ada" in shown and "[b]" in shown and shown.endswith("2 rows\n")
    assert "\x1b" not in shown
    assert table(Result(("a",), ((words("1"),),)), {}).endswith("1 row\n")


def test_csv_keeps_iris_whole_and_runs_nothing_in_a_spreadsheet() -> None:
    assert as_csv(RESULT, PREFIXES) == (
        'who,says\nhttps://example.org/id/ada,"\'=1+1 [b]""x""[/b]"\n,"two\nlines\x1b[31m"\n'
    )


def test_json_is_that_of_sparql_1_1() -> None:
    numbers = Result(
        ("n", "m"), ((Term("literal", "1", INTEGER), Term("literal", "a", None, "en")), (None, Term("bnode", "b")))
    )
    assert json.loads(as_json(numbers, PREFIXES)) == {
        "head": {"vars": ["n", "m"]},
        "results": {
            "bindings": [
                {
                    "n": {"type": "literal", "value": "1", "datatype": INTEGER},
                    "m": {"type": "literal", "value": "a", "xml:lang": "en"},
                },
                {"m": {"type": "bnode", "value": "b"}},
            ]
        },
    }
    first, second = json.loads(as_json(RESULT, PREFIXES))["results"]["bindings"]
    assert first["who"] == {"type": "uri", "value": "https://example.org/id/ada"}
    assert second == {"says": {"type": "literal", "value": "two\nlines\x1b[31m"}}
    asked = Result(("answer",), ((Term("literal", "true"),),), "ask")
    assert json.loads(as_json(asked, {})) == {"head": {}, "boolean": True}


def test_markdown_takes_nothing_for_markup() -> None:
    hostile = Result(("a",), ((words("a|b\n*c* <script> `d` [e](f)"),), (None,)))
    assert as_markdown(hostile, {}) == ("| a |\n| --- |\n| a\\|b \\*c\\* \\<script\\> \\`d\\` \\[e\\](f) |\n|  |\n")


def test_a_table_is_no_turtle() -> None:
    with pytest.raises(KgError, match="CONSTRUCT"):
        as_turtle(RESULT, PREFIXES)
    assert as_turtle(Result((), (), "construct", "<a:b> <a:c> <a:d> .\n"), {}) == "<a:b> <a:c> <a:d> .\n"
