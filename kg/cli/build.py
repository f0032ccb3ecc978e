"""``kg build``: texts to a folder with the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import Model, OntologyFolder, Paths, Table, app
from kg.cli.console import WRONG, collect, plain, progress
from kg.errors import InputError, KgError


@app.command()
def build(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The folder to write.")],
    metadata: Table = None,
    model: Model = None,
    ontology: OntologyFolder = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="What the graph's IRIs begin with.")] = None,
    title: Annotated[str | None, typer.Option(help="The title of the page.")] = None,
) -> None:
    """Build a graph of texts: statements, tables, RDF, a page to look at."""
    from kg.documents import read
    from kg.identifiers import DEFAULT_BASE

    errors: list[InputError] = []
    documents = list(read(paths, metadata, collect(errors)))
    if not documents:
        raise KgError(f"nothing to build, {out} is left as it is")
    from kg.pipeline import build_with, load_tools, write_folder
    from kg.summary import summary

    tools = load_tools(ontology, model, base or DEFAULT_BASE)
    graph = build_with(tools, progress(documents), title=title)
    write_folder(graph, out, tools.ontology, tools.themes)
    typer.echo(plain(summary(graph.report)))
    typer.echo(f"{'written to':16}{out}")
    if errors:
        raise typer.Exit(WRONG)
