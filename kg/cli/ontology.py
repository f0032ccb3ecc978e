"""``kg ontology``: what is wrong with an ontology, and the page that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.console import FOUND, plain

Folder = Annotated[Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of .ttl files; ours without one.")]

commands = typer.Typer(name="ontology", help="Check an ontology, or write it as a page.", no_args_is_help=True)
app.add_typer(commands)


@commands.command()
def check(folder: Folder = None) -> None:
    """Say what is missing, undeclared, circular or ambiguous: exit code 1 where something is."""
    from kg.lint import check as findings_of
    from kg.ontology import describe_ontology

    described = describe_ontology(folder)
    findings = findings_of(described)
    for finding in findings:
        typer.echo(plain(finding))
    if findings:
        typer.echo("1 finding" if len(findings) == 1 else f"{len(findings)} findings")
        raise typer.Exit(FOUND)
    several = (described.ontology, described.vocabulary)
    classes, relations = (
        len({name for one in several for name in getattr(one, kind)} & described.own)
        for kind in ("classes", "relations")
    )
    typer.echo(f"no findings: {classes} classes and {relations} relations are in order")


@commands.command()
def docs(
    folder: Folder = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Where to; else printed.")] = None,
) -> None:
    """Write an ontology as one page of HTML that needs nothing else."""
    from kg.errors import OutputError
    from kg.export.ontology_page import ontology_page
    from kg.ontology import describe_ontology

    page = ontology_page(describe_ontology(folder))
    if out is None:
        typer.echo(page, nl=False)
        return
    try:
        out.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"cannot write {out}: {error.strerror or error}") from error
