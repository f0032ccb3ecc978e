"""The answer to a query → text: a table for a terminal or a page, CSV, JSON or Turtle for programs."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
from collections.abc import Callable, Mapping

from kg.errors import KgError
from kg.query import Result, Term
from kg.tables import cell

Form = Callable[[Result, Mapping[str, str]], str]

WIDEST = 200  # columns of a table that no terminal shows
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&!]")
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_TYPELESS = (None, _STRING, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString")


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
    """Give the SPARQL 1.1 Query Results JSON Format; what CONSTRUCT gives as a table of three columns.

    Source: W3C, *SPARQL 1.1 Query Results JSON Format*, 2013.
    """
    if result.form == "ask":
        return json.dumps({"head": {}, "boolean": result.rows == (("true",),)}) + "\n"
    bindings = [
        {name: _json_term(term) for name, term in zip(result.columns, row, strict=True) if term is not None}
        for row in result.terms
    ]
    answer = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def as_markdown(result: Result, prefixes: Mapping[str, str]) -> str:
    """Give a table of GitHub's Markdown, IRIs by their prefixes; nothing in a cell is taken for markup."""
    lines = ["| " + " | ".join(result.columns) + " |", "|" + " --- |" * len(result.columns)]
    for row in result.rows:
        lines.append("| " + " | ".join(_no_markup(_printable(shortened(value, prefixes))) for value in row) + " |")
    return "\n".join(lines) + "\n"


def as_turtle(result: Result, prefixes: Mapping[str, str]) -> str:
    """Give what CONSTRUCT or DESCRIBE found as Turtle.

    Raises: KgError for another query, whose answer is a table.
    """
    if result.turtle is None:
        raise KgError("--format turtle is for CONSTRUCT and DESCRIBE; SELECT and ASK give a table: --format csv")
    return result.turtle


FORMS: dict[str, Form] = {
    "table": table,
    "csv": as_csv,
    "json": as_json,
    "markdown": as_markdown,
    "turtle": as_turtle,
}


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


def _no_markup(text: str) -> str:
    return _MARKUP.sub(lambda match: f"\\{match[0]}", text)


def _json_term(term: Term) -> dict[str, str]:
    found = {"type": term.kind, "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    if term.datatype not in _TYPELESS:
        found["datatype"] = str(term.datatype)
    return found
