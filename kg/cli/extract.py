"""``kg extract``: statements as a stream."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.app import Model, OntologyFolder, Scheme, app
from kg.cli.console import WRONG, collect
from kg.errors import InputError


class Input(StrEnum):
    """What ``kg extract`` reads: texts, or lines ``id<TAB>sentence``."""

    text = "text"
    tsv = "tsv"


class Lines(StrEnum):
    """What ``kg extract`` writes; the names are the keys of :data:`kg.export.lines.FORMATS`."""

    jsonl = "jsonl"
    tsv = "tsv"
    benchie = "benchie"
    carb = "carb"


@app.command()
def extract(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help="Texts, or - (the default).")] = None,
    from_: Annotated[Input | None, typer.Option("--from", help="Texts, or id<TAB>sentence a line.")] = None,
    to: Annotated[Lines, typer.Option("--to", help="JSON lines, a table, or a benchmark's format.")] = Lines.jsonl,
    model: Model = None,
    ontology: OntologyFolder = None,
    themes: Scheme = None,
) -> None:
    """Stream statements to standard output, each document by itself."""
    from kg.documents import read, read_rows

    errors: list[InputError] = []
    lines = from_ or (Input.tsv if to in (Lines.benchie, Lines.carb) else Input.text)
    reader = read_rows if lines is Input.tsv else read
    documents = reader(paths or ["-"], on_error=collect(errors))
    from kg.export.lines import FORMATS
    from kg.pipeline import load_tools, stream

    for document, statements in stream(documents, load_tools(ontology, model, themes=themes)):
        by_id = {one.id: one for one in statements}
        for one in statements:
            contents = [by_id[identifier] for identifier in one.content if identifier in by_id]
            sentence = document.text if lines is Input.tsv else document.text[one.sentence.start : one.sentence.end]
            sys.stdout.writelines(line + "\n" for line in FORMATS[to](one, sentence, contents))
        sys.stdout.flush()
    if errors:
        raise typer.Exit(WRONG)
