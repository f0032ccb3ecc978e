"""``kg build``: texts to a folder with the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import Actors, Aliases, Model, OntologyFolder, Paths, SameAs, Scheme, Table, app
from kg.cli.console import WRONG, collect, plain, progress
from kg.errors import InputError, KgError


@app.command()
def build(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="The folder to write.")],
    metadata: Table = None,
    model: Model = None,
    ontology: OntologyFolder = None,
    themes: Scheme = None,
    aliases: Aliases = None,
    same_as: SameAs = None,
    actors: Actors = None,
    base: Annotated[str | None, typer.Option(metavar="IRI", help="What the graph's IRIs begin with.")] = None,
    title: Annotated[str | None, typer.Option(help="The title of the page.")] = None,
    html_max: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Statements that the page carries at most.")
    ] = None,
    decisions: Annotated[
        Path | None, typer.Option(metavar="CSV", help="Judgements that the page wrote: decisions.csv.")
    ] = None,
    rdf: Annotated[str, typer.Option(metavar="FORMATS", help="Further RDF, parted by commas: nq, jsonld, ttl12.")] = "",
) -> None:
    """Build a graph of texts: statements, tables, RDF, a page to look at."""
    from kg.decisions import read_decisions
    from kg.documents import read
    from kg.identifiers import DEFAULT_BASE

    further = _files(rdf)
    judged = read_decisions(decisions) if decisions else None
    from kg.entities.overrides import read_overrides

    tables = read_overrides(aliases, same_as, actors)
    errors: list[InputError] = []
    documents = list(read(paths, metadata, collect(errors)))
    if not documents:
        raise KgError(f"nothing to build, {out} is left as it is")
    from kg.export.page_share import share
    from kg.pipeline import build_with, load_tools, write_folder
    from kg.summary import summary

    tools = load_tools(ontology, model, base or DEFAULT_BASE, themes, tables)
    graph = build_with(tools, progress(documents), title=title, html_max=html_max, decisions=judged)
    write_folder(graph, out, tools.ontology, tools.themes, further)
    typer.echo(plain(summary(graph.report)))
    if (left := share(graph)).statements:
        typer.echo(f"{'not on the page':16}{left} (--html-max)")
    typer.echo(f"{'written to':16}{out}")
    if errors:
        raise typer.Exit(WRONG)


def _files(formats: str) -> list[str]:
    """The files of some formats, before anything is read.

    Raises: KgError for one that is none.
    """
    from kg.export import FURTHER

    known = {name.rpartition(".")[2]: name for name in FURTHER}
    wanted = [one.strip().lower() for one in formats.split(",") if one.strip()]
    for one in wanted:
        if one not in known:
            raise KgError(f"--rdf {one!r}: no such format; there are {', '.join(known)}")
    return [known[one] for one in dict.fromkeys(wanted)]
