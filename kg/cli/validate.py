"""``kg validate``: shapes, evidence, facts."""

from __future__ import annotations

import typer

from kg.cli.app import OntologyFolder, Out, app
from kg.cli.console import FOUND, plain


@app.command()
def validate(out: Out, ontology: OntologyFolder = None) -> None:
    """Check a built graph: its shapes (SHACL), and that every span slices back to its words."""
    from kg.export.validate import validate as findings_of

    findings = findings_of(out, ontology)
    for finding in findings:
        typer.echo(plain(f"{finding.check}: {finding.subject}: {finding.message}"))
    typer.echo(f"{len(findings)} findings" if findings else "no findings: shapes and evidence are in order")
    if findings:
        raise typer.Exit(FOUND)
