"""``kg reason``: what follows from a built graph, apart from it."""

from __future__ import annotations

import typer

from kg.cli.app import OntologyFolder, Out, app


@app.command()
def reason(out: Out, ontology: OntologyFolder = None) -> None:
    """Infer by OWL 2 RL what follows from the facts of a built graph, into a file and a named graph of its own."""
    from kg.export import INFERRED
    from kg.export.reason import reason as infer

    found = infer(out, ontology)
    typer.echo(f"{len(found)} triples inferred, in {out / INFERRED}")
