"""The command's app, and the arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg import __version__

app = typer.Typer(
    name="kg",
    help="Policy texts to a knowledge graph: who said what, how strongly, about which theme, in which words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Texts (.txt, .md), folders of them, or -.")]
Out = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of a built graph.")]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="An installed spaCy pipeline in place of ours.")]
OntologyFolder = Annotated[Path | None, typer.Option(metavar="FOLDER", help="A folder of .ttl files in place of ours.")]
Scheme = Annotated[Path | None, typer.Option("--themes", metavar="FILE", help="A SKOS scheme in place of ours.")]
Aliases = Annotated[Path | None, typer.Option(metavar="CSV", help="What forms are to be read as: form, name.")]
SameAs = Annotated[Path | None, typer.Option("--same-as", metavar="CSV", help="IRIs of things elsewhere: name, iri.")]
Actors = Annotated[Path | None, typer.Option(metavar="CSV", help="What actors belong to: name, party, country, …")]
Table = Annotated[Path | None, typer.Option(metavar="CSV", help="Metadata: a column `file`, then date, issuer, …")]


@app.callback(invoke_without_command=True)
def options(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    """Policy texts to a knowledge graph: who said what, how strongly, about which theme, in which words."""
    if version:
        typer.echo(f"kg {__version__}")
        raise typer.Exit
