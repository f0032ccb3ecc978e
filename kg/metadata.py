"""A table of metadata (``--metadata docs.csv``) → what it says of each text, and dates in one form."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.values import find_values

FILE = "file"
KNOWN = ("date", "issuer", "genre", "country", "title")

_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, its cells trimmed and empty ones left out; ``line`` counts from 1, the header's."""

    line: int
    file: str
    known: Mapping[str, str]
    variables: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The rows of a table. A row's file stands relative to the table; where nothing is there, its name decides."""

    path: Path
    by_place: Mapping[Path, Row]
    by_name: Mapping[str, Row]

    def row(self, file: Path | None) -> Row | None:
        """Give what the table says of ``file``; of standard input (None) in a row for ``-``."""
        if file is None:
            return self.by_name.get("-")
        return self.by_place.get(file.resolve()) or self.by_name.get(file.name)

    def date(self, row: Row) -> str | None:
        """Give the row's date in ISO 8601.

        Raises: InputError for one that cannot be read, or in two ways.
        """
        if "date" not in row.known:
            return None
        found = iso_date(row.known["date"])
        if found is None:
            shown = row.known["date"][:40]
            raise InputError(f"{self.path}, line {row.line}: {shown!r} is no clear date; write it as 2021-09-27")
        return found


def read_metadata(path: Path) -> Metadata:
    """Read the table: UTF-8, a header line with a column ``file``, parted by comma, semicolon or tab.

    Raises: InputError where it is missing, is no such table, or has two rows for one file.
    """
    by_place: dict[Path, Row] = {}
    by_name: dict[str, Row] = {}
    for row in _rows(path):
        place = path.parent / row.file
        key: Path | str = place.resolve() if place.is_file() else Path(row.file).name
        if key in by_place or key in by_name:
            raise InputError(f"{path}, line {row.line}: a second row for {row.file}; keep one")
        if isinstance(key, Path):
            by_place[key] = row
        else:
            by_name[key] = row
    return Metadata(path, by_place, by_name)


def iso_date(text: str) -> str | None:
    """Give the first date in ``text`` at its own precision, or None where there is none or it has two readings.

    >>> iso_date("Monday, 27 September 2021"), iso_date("20210927"), iso_date("Sept. 2021"), iso_date("03/04/2021")
    ('2021-09-27', '2021-09-27', '2021-09', None)
    """
    plain = _EAST_ASIAN.sub(lambda match: f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", text.strip())
    plain = _COMPACT.sub(r"\1-\2-\3", plain) if plain.isdecimal() else plain
    values = (value for _, value in find_values(plain) if value.kind == "date" and not value.approximate)
    return next((value.value for value in values), None)


def _rows(path: Path) -> Iterator[Row]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save the table as CSV UTF-8") from error
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next(reader, [])]
        if FILE not in names:
            raise InputError(f"{path}: no column {FILE!r} in its first line; it names the text that a row is about")
        for cells in reader:
            row = _row(reader.line_num, names, cells)
            if row:
                yield row
    except csv.Error as error:
        raise InputError(f"{path}, line {reader.line_num}: not CSV ({error})") from error


def _row(line: int, names: Iterable[str], cells: Iterable[str]) -> Row | None:
    """Give a row; None for one without a file, such as the empty lines that spreadsheets leave."""
    filled = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if name and cell.strip()}
    file = filled.pop(FILE, "").replace("\\", "/")
    if not file:
        return None
    known = {name: filled.pop(name) for name in KNOWN if name in filled}
    return Row(line, file, known, filled)
