"""``kg push``: a built graph to a SPARQL store."""

from __future__ import annotations

import getpass
import os
import sys
from typing import Annotated

import typer

from kg.cli.app import Out, app
from kg.cli.console import plain
from kg.errors import InputError

PASSWORD = "KG_PASSWORD"  # the variable of the environment that may hold it


@app.command()
def push(
    out: Out,
    url: Annotated[str, typer.Argument(metavar="URL", help="The address of a SPARQL 1.1 Graph Store.")],
    graph: Annotated[str | None, typer.Option(metavar="IRI", help="A named graph for what documents assert.")] = None,
    query: Annotated[str | None, typer.Option(metavar="URL", help="Where the server answers queries.")] = None,
    user: Annotated[str | None, typer.Option(help=f"The user; the password from ${PASSWORD} or when asked.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take away first what the graphs held.")] = False,
) -> None:
    """Send a built graph to a SPARQL 1.1 Graph Store, in chunks; a broken-off push is gone on with."""
    from kg.export.terms import clean
    from kg.push import push as push_graph
    from kg.push_server import Server

    if graph is not None and (clean(graph) != graph or ":" not in graph):
        raise InputError(f"--graph {graph}: not an IRI")
    server = Server(url, query, user, None if user is None else lambda: _password(user))
    said = _progress if sys.stderr.isatty() else _nothing
    done = push_graph(out, server, graph, replace=replace, said=said)
    told = f"{done.triples:,} triples in {done.graphs:,} graphs at {url}, counted there"
    others = f"; the same graphs hold {done.others:,} of other origin, --replace takes them away" if done.others else ""
    typer.echo(plain(told + others))


def _progress(text: str) -> None:
    sys.stderr.write(f"\r{text}\x1b[K")
    sys.stderr.flush()


def _nothing(_: str) -> None:
    """Keep quiet where nobody looks."""


def _password(user: str) -> str:
    found = os.environ.get(PASSWORD)
    if found is None and not sys.stdin.isatty():
        raise InputError(f"no password for {user}: set {PASSWORD} in the environment")
    return getpass.getpass(f"Password of {user}: ") if found is None else found
