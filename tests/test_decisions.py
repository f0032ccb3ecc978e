"""What a table of judgements says, and what is refused of it, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.decisions import FIELDS, read_decisions
from kg.errors import InputError

HEADER = "anchor,statement,document,verdict,field,value,note,evidence\n"


def table(path: Path, text: str) -> Path:
    made = path / "decisions.csv"
    made.write_bytes(text.encode())
    return made


def test_each_row_is_a_decision_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = 'a1,s1,d,fix,object,"wind, and ""sun""",why,words\na2,,d,wrong,,,,\n\na3,s3,d,right,,,,\n'
    read = read_decisions(table(tmp_path, HEADER + rows)).rows
    assert [(one.line, one.anchor, one.statement, one.verdict) for one in read] == [
        (2, "a1", "s1", "fix"), (3, "a2", "", "wrong"), (5, "a3", "s3", "right"),
    ]  # fmt: skip
    assert (read[0].field, read[0].value, read[0].note) == ("object", 'wind, and "sun"', "why")


@pytest.mark.parametrize(
    "text", ["anchor;verdict\na;right\n", "verdict\tanchor\nright\ta\n", "\ufeffanchor,verdict\r\na,right\r\n"]
)
def test_a_spreadsheet_may_have_saved_it(tmp_path: Path, text: str) -> None:
    assert [(one.anchor, one.verdict) for one in read_decisions(table(tmp_path, text)).rows] == [("a", "right")]


@pytest.mark.parametrize(("cell", "value"), [("'=1+1", "=1+1"), ("'-5 %", "-5 %"), ("'tis", "'tis"), ("''=", "''=")])
def test_the_apostrophe_before_a_formula_is_taken_away_again(tmp_path: Path, cell: str, value: str) -> None:
    (row,) = read_decisions(table(tmp_path, f"{HEADER}a,s,d,fix,object,{cell},,\n")).rows
    assert row.value == value


def test_a_field_and_a_value_count_for_a_correction_alone(tmp_path: Path) -> None:
    (row,) = read_decisions(table(tmp_path, f"{HEADER}a,s,d,right,object,left over,,\n")).rows
    assert (row.field, row.value) == ("", "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: no column 'anchor'"),
        ("anchor,note\n", "line 1: no column 'verdict'"),
        (f"{HEADER}a,s,d,right,,,,\n,s,d,right,,,,\n", "line 3: no anchor"),
        (f"{HEADER}a,s,d,maybe,,,,\n", "line 2: verdict 'maybe'; there are right, wrong, fix"),
        (f"{HEADER}a,s,d,fix,evidence,x,,\n", "line 2: no field 'evidence' to fix"),
        (f"{HEADER}a,s,d,fix,act,order,,\n", "line 2: act cannot be 'order'; give assertion, directive"),
        (f"{HEADER}a,s,d,fix,object,,,\n", "line 2: object cannot be ''; give its right words"),
        (f"{HEADER}a,s,d,right,,,,\na,s,d,wrong,,,,\n", "line 3: wrong contradicts line 2"),
        (
            f"{HEADER}a,s,d,fix,act,directive,,\na,s,d,fix,act,assertion,,\n",
            "line 3: act 'assertion' contradicts line 2",
        ),
        (f'{HEADER}a,s,d,right,,,"open,\n', "not CSV"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match=r"decisions\.csv") as raised:
        read_decisions(table(tmp_path, text))
    assert told in str(raised.value) and "\n" not in str(raised.value)


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_decisions(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(b"anchor,verdict\n\xe9,right\n")
    with pytest.raises(InputError, match="not UTF-8"):
        read_decisions(tmp_path / "latin.csv")


def test_the_page_offers_no_field_that_the_table_does_not_know() -> None:
    viewer = Path(__file__).parent.parent / "kg" / "export" / "viewer"
    (line,) = (
        one for one in (viewer / "decisions.js").read_text().splitlines() if one.startswith("export const FIELDS")
    )
    offered = {one.strip(' "') for one in line.partition("[")[2].partition("]")[0].split(",")}
    assert offered and offered <= set(FIELDS)
