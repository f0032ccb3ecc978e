"""``kg query``: SPARQL over a built graph, typed, from a file, or a saved question by its name."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import Out, app
from kg.cli.console import plain
from kg.errors import InputError

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Form(StrEnum):
    """How ``kg query`` prints an answer."""

    table = "table"
    csv = "csv"
    json = "json"
    markdown = "markdown"
    turtle = "turtle"


@app.command()
def query(
    out: Out,
    question: Annotated[
        str, typer.Argument(metavar="QUERY", help="A saved question's name, SPARQL itself, a file, or -.")
    ] = "",
    given: Annotated[
        list[str] | None, typer.Argument(metavar="NAME=VALUE...", help="The question's parameters.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How to print the answer.")] = Form.table,
    listing: Annotated[bool, typer.Option("--list", help="List the saved questions; with one, describe it.")] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Print the SPARQL, parameters in place, and do not ask.")
    ] = False,
) -> None:
    """Ask a built graph a question: a saved one by its name, or SPARQL. Prefixes of the graph are known already."""
    from kg.answers import FORMS
    from kg.query import ask, known_prefixes
    from kg.saved_queries import bind, declared, read_query, saved_query
    from kg.sparql_store import open_store

    if listing:
        sys.stdout.write(_listed(question))
        return
    if not question:
        raise InputError("no question: give a saved question's name, SPARQL, a file or -; `kg query OUT --list`")
    is_saved = _NAME.fullmatch(question) and not Path(question).is_file()
    saved = saved_query(question) if is_saved else read_query("the query", _query_text(question))
    prefixes = known_prefixes(out)
    with open_store(out) as store:
        text = bind(saved, _values(given or []), store, prefixes)
        if show:
            sys.stdout.write(plain(declared(text, prefixes)))
            return
        result = ask(store, text, prefixes)
    sys.stdout.write(FORMS[form](result, prefixes))


def _values(given: list[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.isidentifier():
            raise InputError(f"{one}: not NAME=VALUE, such as theme=consumer-protection")
        if name in values:
            raise InputError(f"{name}= is given twice")
        values[name] = value
    return values


def _listed(name: str) -> str:
    """Each question with its parameters, those that may be left out in brackets; of one, all that is told of it."""
    from kg.saved_queries import saved_queries, saved_query

    if name:
        one = saved_query(name)
        parameters = "".join(
            f"  {each.name}=  {each.about} ({each.type}{', may be left out' if each.optional else ''})\n"
            for each in one.parameters
        )
        return f"{one.name}: {one.title}\n{one.description}\n{parameters}"
    rows = saved_queries().values()
    calls = {
        one.name: " ".join([one.name, *(f"[{p.name}=]" if p.optional else f"{p.name}=" for p in one.parameters)])
        for one in rows
    }
    width = max(map(len, calls.values()))
    return "".join(f"{calls[one.name]:{width}}  {one.title}\n" for one in rows)


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
