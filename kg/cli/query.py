"""``kg query``: SPARQL over a built graph."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import Out, app
from kg.errors import InputError


class Form(StrEnum):
    """How ``kg query`` prints an answer."""

    table = "table"
    csv = "csv"
    json = "json"


@app.command()
def query(
    out: Out,
    question: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL: the query itself, a file, or -.")],
    form: Annotated[Form, typer.Option("--format", help="How to print the answer.")] = Form.table,
) -> None:
    """Ask a built graph a question in SPARQL; the prefixes of the graph are known already."""
    from kg.answers import FORMS
    from kg.query import known_prefixes, run_query

    result = run_query(out, _query_text(question))
    sys.stdout.write(FORMS[form](result, known_prefixes(out)))


def _query_text(question: str) -> str:
    """Give the query itself, of a file or of standard input.

    Raises: InputError for a file that is not there or not UTF-8.
    """
    if question == "-":
        return sys.stdin.read()
    is_name = question.endswith((".rq", ".sparql"))
    if not is_name and ("{" in question or not Path(question).is_file()):
        return question
    try:
        return Path(question).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{question}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{question}: not UTF-8 at byte {error.start}") from error
