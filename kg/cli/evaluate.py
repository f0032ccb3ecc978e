"""``kg evaluate``: gold against found, coder against coder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.app import Model, OntologyFolder, app
from kg.cli.console import plain


@app.command()
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Coding sheets (*.jsonl), or a table of relations (*.csv).")
    ],
    out: Annotated[
        Path | None, typer.Argument(metavar="[OUT]", help="A built graph that holds the gold's texts.")
    ] = None,
    agreement: Annotated[Path | None, typer.Option(help="A second pass over the same texts, to compare with.")] = None,
    model: Model = None,
    ontology: OntologyFolder = None,
) -> None:
    """Score what is found against gold, by act, document and rule; or one coder against another (--agreement)."""
    from kg.score_table import compare_folders, evaluate_folder

    if agreement is not None:
        typer.echo(compare_folders(gold, agreement))
        return
    from kg.ontology import load_ontology
    from kg.score_table import relation_table, time_table
    from kg.store import read_graph

    if gold.name == "times.csv":
        typer.echo(plain(time_table(gold)))
        return
    if gold.suffix.lower() == ".csv":
        graph = read_graph(out) if out is not None else None
        typer.echo(plain(relation_table(gold, graph, load_ontology(ontology))))
        return
    from kg.gold import read_gold
    from kg.pipeline import build

    graph = read_graph(out) if out is not None else build(read_gold(gold).documents, ontology, model)
    typer.echo(plain(evaluate_folder(gold, graph)))
