"""``kg explain``: why a statement is there."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.app import OntologyFolder, Out, app
from kg.cli.console import plain


@app.command()
def explain(
    out: Out,
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="A statement's id, or how it begins; a frame, an anchor.")
    ],
    ontology: OntologyFolder = None,
) -> None:
    """Say why a statement is there: its sentence, the rule, who says it, how it was mapped."""
    from kg.explain import explain as explanation
    from kg.ontology import load_ontology
    from kg.store import read_graph

    typer.echo(plain(explanation(read_graph(out), identifier, load_ontology(ontology))))
