"""Coded table of times → how many are read right: sentences with an expression of time and what it means.

A row without an expression has no time, or none that its words and the document's date make certain.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluate import Share
from kg.model import Value
from kg.values import find_values

COLUMNS = ("sentence", "expression", "date", "kind", "value", "precision", "approximate")
TIMES = frozenset({"date", "interval", "duration"})


@dataclass(frozen=True, slots=True)
class CodedTime:
    """A sentence of a document with this ISO date (or None), the words of one time in it, and its value (or None)."""

    sentence: str
    expression: str
    date: str | None
    value: Value | None


def read_times(path: Path) -> tuple[CodedTime, ...]:
    """The rows of a coded table.

    Raises: InputError where it cannot be read or lacks a column.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise InputError(f"{path}: no column {missing[0]}; a table of times has {', '.join(COLUMNS)}")
            return tuple(_coded(row) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read ({error})") from None


def is_right(row: CodedTime) -> bool:
    """Whether the expression is read with its value and precision; without one, whether no time is read at all."""
    found = [(span, value) for span, value in find_values(row.sentence, row.date) if value.kind in TIMES]
    if row.value is None:
        return not found
    start = row.sentence.rindex(row.expression)
    end = start + len(row.expression)
    return any(first < end and start < last and value == row.value for (first, last), value in found)


def score_times(rows: Sequence[CodedTime]) -> Share:
    """How many rows are right."""
    return Share(sum(map(is_right, rows)), len(rows))


def _coded(row: dict[str, str]) -> CodedTime:
    value = None
    if row["kind"]:
        value = Value(
            kind=row["kind"],  # type: ignore[arg-type]  # a table may say anything; what is no kind is never found
            value=row["value"], precision=row["precision"] or None, approximate=bool(row["approximate"]),
        )  # fmt: skip
    return CodedTime(row["sentence"], row["expression"], row["date"] or None, value)
