"""The command ``kg``: reads what was typed, calls the library, prints. Libraries are loaded when one is needed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import __version__
from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.model import Document

WRONG = 2  # exit code: what was given cannot be used, or not all of it
FOUND = 1  # exit code of `kg validate`: something is wrong with the graph

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

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
Table = Annotated[Path | None, typer.Option(metavar="CSV", help="Metadata: a column `file`, then date, issuer, …")]


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


class Form(StrEnum):
    """How ``kg query`` prints an answer."""

    table = "table"
    csv = "csv"
    json = "json"


def main() -> None:
    """Run the command; an error of ours is one line and exit code 2, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except KgError as error:
        _complain(error)
        sys.exit(WRONG)


@app.callback(invoke_without_command=True)
def options(version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    """Policy texts to a knowledge graph: who said what, how strongly, about which theme, in which words."""
    if version:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


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
    documents = list(read(paths, metadata, _collect(errors)))
    if not documents:
        raise KgError(f"nothing to build, {out} is left as it is")
    from kg.pipeline import build_with, load_tools, write_folder
    from kg.summary import summary

    tools = load_tools(ontology, model, base or DEFAULT_BASE)
    graph = build_with(tools, _progress(documents), title=title)
    write_folder(graph, out, tools.ontology, tools.themes)
    typer.echo(_plain(summary(graph.report)))
    typer.echo(f"{'written to':16}{out}")
    if errors:
        raise typer.Exit(WRONG)


@app.command()
def extract(
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help="Texts, or - (the default).")] = None,
    from_: Annotated[Input | None, typer.Option("--from", help="Texts, or id<TAB>sentence a line.")] = None,
    to: Annotated[Lines, typer.Option("--to", help="JSON lines, a table, or a benchmark's format.")] = Lines.jsonl,
    model: Model = None,
    ontology: OntologyFolder = None,
) -> None:
    """Stream statements to standard output, each document by itself."""
    from kg.documents import read, read_rows

    errors: list[InputError] = []
    lines = from_ or (Input.tsv if to in (Lines.benchie, Lines.carb) else Input.text)
    reader = read_rows if lines is Input.tsv else read
    documents = reader(paths or ["-"], on_error=_collect(errors))
    from kg.export.lines import FORMATS
    from kg.pipeline import load_tools, stream

    for document, statements in stream(documents, load_tools(ontology, model)):
        by_id = {one.id: one for one in statements}
        for one in statements:
            contents = [by_id[identifier] for identifier in one.content if identifier in by_id]
            sentence = document.text if lines is Input.tsv else document.text[one.sentence.start : one.sentence.end]
            sys.stdout.writelines(line + "\n" for line in FORMATS[to](one, sentence, contents))
        sys.stdout.flush()
    if errors:
        raise typer.Exit(WRONG)


@app.command()
def query(
    out: Out,
    question: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL: the query itself, a file, or -.")],
    form: Annotated[Form, typer.Option("--format", help="How to print the answer.")] = Form.table,
) -> None:
    """Ask a built graph a question in SPARQL; the prefixes of the graph are known already."""
    from kg.answers import FORMS
    from kg.query import known_prefixes, run_query

    result = run_query(out, _query_text(question))
    sys.stdout.write(FORMS[form](result, known_prefixes(out)))


@app.command()
def validate(out: Out, ontology: OntologyFolder = None) -> None:
    """Check a built graph: its shapes (SHACL), and that every span slices back to its words."""
    from kg.export.validate import validate as findings_of

    findings = findings_of(out, ontology)
    for finding in findings:
        typer.echo(_plain(f"{finding.check}: {finding.subject}: {finding.message}"))
    typer.echo(f"{len(findings)} findings" if findings else "no findings: shapes and evidence are in order")
    if findings:
        raise typer.Exit(FOUND)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of coding sheets (*.jsonl), or one sheet.")],
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
    from kg.gold import read_gold
    from kg.pipeline import build
    from kg.store import read_graph

    graph = read_graph(out) if out is not None else build(read_gold(gold).documents, ontology, model)
    typer.echo(_plain(evaluate_folder(gold, graph)))


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

    typer.echo(_plain(explanation(read_graph(out), identifier, load_ontology(ontology))))


def _collect(errors: list[InputError]) -> Callable[[InputError], None]:
    def on_error(error: InputError) -> None:
        errors.append(error)
        _complain(error)

    return on_error


def _complain(error: KgError) -> None:
    sys.stderr.write(f"kg: {' '.join(_plain(str(error)).split())}\n")


def _plain(text: str) -> str:
    """Give text without control characters, which could make a terminal do what a document says."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _progress(documents: Sequence[Document]) -> Iterator[Document]:
    """Give the documents, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from documents
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(documents, "reading", console=Console(stderr=True), transient=True)


def _query_text(question: str) -> str:
    """Give the query itself, of a file or of standard input.

    Raises: InputError for a file that is not there or not UTF-8.
    """
    if question == "-":
        return sys.stdin.read()
    is_name = question.endswith((".rq", ".sparql"))
    if not is_name and ("{" in question or not Path(question).is_file()):
        return question
    try:
        return Path(question).read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{question}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{question}: not UTF-8 at byte {error.start}") from error
