"""The answer to a query → text: a table for a terminal, CSV or JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Callable, Mapping

from kg.query import Result
from kg.tables import cell

Form = Callable[[Result, Mapping[str, str]], str]

WIDEST = 200  # columns of a table that no terminal shows


def table(result: Result, prefixes: Mapping[str, str]) -> str:
    """Give a table as wide as the terminal, IRIs by their prefixes, and the number of rows below."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table()
    for name in result.columns:
        drawn.add_column(Text(name))
    for row in result.rows:
        drawn.add_row(*(Text(_printable(shortened(value, prefixes)), overflow="fold") for value in row))
    to_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if to_terminal else WIDEST
    console = Console(file=io.StringIO(), width=width, force_terminal=to_terminal)
    with console.capture() as capture:
        console.print(drawn)
    count = len(result.rows)
    return f"{capture.get()}{count} {'row' if count == 1 else 'rows'}\n"


def as_csv(result: Result, prefixes: Mapping[str, str]) -> str:
    """Give CSV with a header, IRIs in full; what a spreadsheet would run is quoted as :func:`kg.tables.cell` does."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([cell(value) for value in row] for row in result.rows)
    return file.getvalue()


def as_json(result: Result, prefixes: Mapping[str, str]) -> str:
    """Give a list of objects, a row each, IRIs in full, null where a variable is unbound."""
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


FORMS: dict[str, Form] = {"table": table, "csv": as_csv, "json": as_json}


def shortened(value: str | None, prefixes: Mapping[str, str]) -> str:
    """Give an IRI by the longest prefix that fits, any other value as it is.

    >>> shortened("https://example.org/id/person/ada", {"id": "https://example.org/id/"})
    'id:person/ada'
    """
    if value is None:
        return ""
    fitting = [(len(iri), name) for name, iri in prefixes.items() if iri and value.startswith(iri) and value != iri]
    if not fitting:
        return value
    length, name = max(fitting)
    return f"{name}:{value[length:]}"


def _printable(text: str) -> str:
    """Give text without characters that could make a terminal do what a document says."""
    return "".join(char if char.isprintable() else " " for char in text)
