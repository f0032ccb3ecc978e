"""Graph ↔ the interchange files of a folder, with tables for people beside them.

Four files are read back: statements.jsonl, documents.jsonl, entities.jsonl and context.json (prefixes); run.json and
report.json say what the graph was made with and how each sentence fared. Nothing that stands in the folder already is
touched before everything new is written beside it.
"""

from __future__ import annotations

import csv
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import OutputError
from kg.graph import Graph
from kg.model import Document, Entity, Statement
from kg.records import from_record, to_record
from kg.tables import (
    DOCUMENT_COLUMNS,
    ENTITY_COLUMNS,
    STATEMENT_COLUMNS,
    Row,
    cell,
    document_row,
    entity_row,
    statement_row,
)

RUN = "run.json"
FORMAT = 1  # of the interchange files; a reader refuses another
T = TypeVar("T", Statement, Document, Entity)


def write_graph(graph: Graph, folder: Path) -> None:
    """Write the graph's files into ``folder``, which is made where it is not there.

    Raises: OutputError where it cannot be written; what stood there before still stands then.
    """
    with staged(folder) as stage:
        write_files(graph, stage)


def read_graph(folder: Path) -> Graph:
    """Read back what :func:`write_graph` wrote; the result equals what was written.

    Raises: OutputError, in one line, for a folder that is missing, incomplete, of another version or not ours.
    """
    if not folder.is_dir():
        raise OutputError(f"{folder}: no such folder; build a graph with: kg build PATH... -o {folder}")
    run = _object(folder / RUN)
    version = run.pop("format", None)
    if version != FORMAT:
        raise OutputError(f"{folder}: a graph of format {version}, this is kg for format {FORMAT}; build it again")
    prefixes = _object(folder / "context.json").get("@context")
    if not isinstance(prefixes, dict):
        raise OutputError(f"{folder / 'context.json'}: no @context with prefixes; build the graph again")
    return Graph(
        documents=tuple(_lines(folder / "documents.jsonl", Document)),
        statements=tuple(_lines(folder / "statements.jsonl", Statement)),
        entities=tuple(_lines(folder / "entities.jsonl", Entity)),
        prefixes=prefixes,
        report=_object(folder / "report.json"),
        run=run,
    )


def write_files(graph: Graph, folder: Path) -> None:
    """Write the graph's files into ``folder``, which is there: for a build that writes more files beside them."""
    for name, values in _collections(graph).items():
        with (folder / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(line(value) + "\n" for value in values)
    _write_table(folder / "statements.csv", STATEMENT_COLUMNS, map(statement_row, graph.statements))
    _write_table(folder / "documents.csv", DOCUMENT_COLUMNS, map(document_row, graph.documents))
    _write_table(folder / "entities.csv", ENTITY_COLUMNS, map(entity_row, graph.entities))
    _write_object(folder / "context.json", {"@context": dict(graph.prefixes)})
    _write_object(folder / "report.json", dict(graph.report))
    _write_object(folder / RUN, {"format": FORMAT, **graph.run})


def line(value: Statement | Document | Entity) -> str:
    """Give the line of the interchange file, without its line break."""
    return json.dumps(to_record(value), ensure_ascii=False, allow_nan=False)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give an empty folder beside ``folder``; its files are moved into ``folder`` when the block ends without error.

    The moves are renames within one file system, so they do not fail half-way for want of space. Should the machine
    stop between two of them, the folder does not pass for a graph: run.json is taken away first and comes back last.

    Raises: OutputError where the folder cannot be made or written.
    """
    stage = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists() and not folder.is_dir():
            raise OutputError(f"{folder}: a file of this name is in the way; give another folder to -o")
        stage = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        yield stage
        _move(stage, folder)
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: cannot be written ({error.strerror or error})") from error
    finally:
        if stage is not None:
            shutil.rmtree(stage, ignore_errors=True)


def _move(stage: Path, folder: Path) -> None:
    files = sorted(path.relative_to(stage) for path in stage.rglob("*") if path.is_file())
    for file in files:
        if (folder / file).is_dir():
            raise OutputError(f"{folder / file}: a folder of this name is in the way; give another folder to -o")
    folder.mkdir(exist_ok=True)
    (folder / RUN).unlink(missing_ok=True)
    for file in sorted(files, key=lambda file: file.name == RUN):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (stage / file).replace(folder / file)


def _collections(graph: Graph) -> dict[str, Sequence[Statement] | Sequence[Document] | Sequence[Entity]]:
    return {"statements": graph.statements, "documents": graph.documents, "entities": graph.entities}


def _write_table(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)


def _write_object(path: Path, value: dict[str, Any]) -> None:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _object(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(_text(path))
    except ValueError as error:
        raise OutputError(f"{path}: not JSON ({error}); build the graph again") from None
    if not isinstance(value, dict):
        raise OutputError(f"{path}: not an object; build the graph again")
    return value


def _lines(path: Path, cls: type[T]) -> Iterator[T]:
    for number, text in enumerate(_text(path).removesuffix("\n").split("\n"), 1):
        if not text and number == 1:
            return  # an empty file: no such values
        try:
            yield from_record(cls, json.loads(text))
        except ValueError as error:
            raise OutputError(f"{path}, line {number}: {error}; build the graph again") from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise OutputError(f"{path.parent}: no {path.name}, so not a graph or half of one; build it again") from None
    except (OSError, UnicodeDecodeError) as error:
        raise OutputError(f"{path}: cannot be read ({error}); build the graph again") from None
