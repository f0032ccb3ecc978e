"""decisions.csv, what readers judged of statements (``--decisions``) → decisions, each of them checked.

The page writes such a file: a row a judgement, and of a statement with several corrections a row each. Only ``anchor``
and ``verdict`` must be there; ``document``, ``note`` and ``evidence`` are for people.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from kg.errors import InputError
from kg.model import Act, Deontic, Modality, Polarity, Stance, Valence

Verdict = Literal["right", "wrong", "fix"]
NONE = "none"  # a value that says that there is none: no stance, no theme, no object

# The fields that a correction may name, in the order in which several of a statement are applied; of those that hold
# one of a few words, the words.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "subject": (), "object": (), "relation": (), "speaker": (), "theme": (),
    "deontic": get_args(Deontic), "act": get_args(Act), "polarity": get_args(Polarity), "modality": get_args(Modality),
    "stance": (*get_args(Stance), NONE), "valence": (*get_args(Valence), NONE),
}  # fmt: skip
_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n")  # a cell that begins so has an apostrophe before it


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement of the statements at ``anchor``, or of the one of them that ``statement`` names, if not "".

    ``field`` and ``value`` are those of a correction, else "". ``line`` counts from 1, the header's.
    """

    line: int
    anchor: str
    statement: str
    verdict: Verdict
    field: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of a file in its order, and the file's SHA-256 in hex."""

    rows: tuple[Decision, ...]
    sha256: str


def read_decisions(path: Path) -> Decisions:
    """Read a table of decisions: UTF-8 CSV with a header line, parted by comma, semicolon or tab.

    Raises: InputError, naming the line, for what is no such table, an unknown verdict, field or value, and two rows
    that contradict each other.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save the table as CSV UTF-8") from error
    rows = tuple(_rows(path, text))
    _refuse_contradictions(path, rows)
    return Decisions(rows, hashlib.sha256(data).hexdigest())


def _rows(path: Path, text: str) -> Iterator[Decision]:
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        for column in ("anchor", "verdict"):
            if column not in names:
                raise InputError(f"{path}, line 1: no column {column!r}; give a table such as the page's decisions.csv")
        for cells in reader:
            if any(map(str.strip, cells)):
                row = dict(zip(names, map(_unguarded, cells), strict=False))
                yield _decision(row, f"{path}, line {reader.line_num}", reader.line_num)
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: not CSV ({error})") from error


def _unguarded(cell: str) -> str:
    return (cell[1:] if cell.startswith("'") and cell[1:2] in _GUARDED else cell).strip()


def _decision(row: Mapping[str, str], place: str, line: int) -> Decision:
    anchor, verdict, field, value = (row.get(name, "") for name in ("anchor", "verdict", "field", "value"))
    if not anchor:
        raise InputError(f"{place}: no anchor; it tells which statement is meant")
    if verdict not in get_args(Verdict):
        raise InputError(f"{place}: verdict {verdict[:40]!r}; there are {', '.join(get_args(Verdict))}")
    if verdict != "fix":
        field = value = ""
    elif field not in FIELDS:
        raise InputError(f"{place}: no field {field[:40]!r} to fix; there are {', '.join(FIELDS)}")
    elif not value or (FIELDS[field] and value not in FIELDS[field]):
        known = ", ".join(FIELDS[field]) or "its right words"
        raise InputError(f"{place}: {field} cannot be {value[:40]!r}; give {known}")
    return Decision(line, anchor, row.get("statement", ""), verdict, field, value, row.get("note", ""))  # type: ignore[arg-type]


def _refuse_contradictions(path: Path, rows: tuple[Decision, ...]) -> None:
    """One verdict a statement, and one value a field: which of two is right, only their readers know."""
    verdicts: dict[tuple[str, str], Decision] = {}
    values: dict[tuple[str, str, str], Decision] = {}
    for row in rows:
        key = (row.anchor, row.statement)
        first, earlier = verdicts.setdefault(key, row), values.setdefault((*key, row.field), row)
        if first.verdict != row.verdict:
            found, other = str(row.verdict), first
        elif earlier.value != row.value:
            found, other = f"{row.field} {row.value[:40]!r}", earlier
        else:
            continue
        raise InputError(f"{path}, line {row.line}: {found} contradicts line {other.line}; keep one of the two")
