"""``kg table``: the crosstab that goes into a paper."""

from __future__ import annotations

import csv
import sys
from typing import Annotated

import typer

from kg.cli.app import OntologyFolder, Out, app
from kg.cli.console import plain
from kg.errors import InputError


@app.command()
def table(
    out: Out,
    by: Annotated[str, typer.Option(metavar="DIM,…", help="Dimensions: month, act, theme, … or a metadata column.")],
    count: Annotated[str, typer.Option(metavar="WHAT", help="What to count: frame, statement or document.")] = "frame",
    where: Annotated[list[str] | None, typer.Option(metavar="DIM=VALUE", help="Only what has this value.")] = None,
    all_themes: Annotated[bool, typer.Option("--all-themes", help="By every theme, not the primary one.")] = False,
    wide: Annotated[bool, typer.Option("--wide", help="The last dimension in columns, with totals.")] = False,
    ontology: OntologyFolder = None,
) -> None:
    """Count frames, statements or documents by month, actor, theme and so on, as CSV."""
    from kg.crosstab import MANY, Reader, crosstab
    from kg.ontology import load_ontology, ontology_folder
    from kg.scheme import load_themes, themes_file
    from kg.store import read_graph
    from kg.tables import cell

    dimensions = [name.strip() for name in by.split(",") if name.strip()]
    themes = load_themes(themes_file(ontology or ontology_folder()))
    reader = Reader(read_graph(out), load_ontology(ontology), themes, all_themes)
    found = crosstab(reader, count, dimensions, _conditions(where or []), wide=wide)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([cell(name) for name in found.columns])
    writer.writerows([cell(value) for value in row] for row in found.rows)
    several = [name for name in dimensions if name in MANY]
    note = f"{found.total} {count}s in all"
    if several:
        which = "every theme" if all_themes else "its primary theme"
        by_theme = f"; by {which}" if any(name.startswith("theme") for name in several) else ""
        note += f"; one with several values of {' or '.join(several)} counts in each{by_theme}"
    sys.stderr.write(f"{plain(note)}\n")


def _conditions(where: list[str]) -> list[tuple[str, str]]:
    pairs = [tuple(one.split("=", 1)) for one in where]
    if any(len(pair) != 2 for pair in pairs):
        raise InputError("--where takes DIM=VALUE, such as act=directive")
    return [(pair[0].strip(), pair[1].strip()) for pair in pairs]
