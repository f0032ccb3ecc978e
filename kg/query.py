"""SPARQL over a built graph: ``graph.ttl`` in memory, its default graph alone, read-only.

The graphs of single speakers are never loaded here: a question is answered with what the documents themselves hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, OutputError
from kg.export.terms import STANDARD_PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Store, Triple

GRAPH_FILE = "graph.ttl"


@dataclass(frozen=True, slots=True)
class Result:
    """A table: IRIs in full, literals as their lexical form, None where a variable is unbound.

    ASK gives one cell, "true" or "false"; CONSTRUCT and DESCRIBE give a triple a row, sorted.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


def run_query(folder: Path, query: str) -> Result:
    """The answer of the graph built in ``folder``.

    The prefixes of the build and those of RDF, RDFS, SKOS, PROV-O, DCTERMS, Web Annotation and XSD are known
    already; a query that declares one itself goes its own way.

    Raises: :class:`OutputError` where no graph was built, :class:`KgError` for a query that does not parse.
    """
    from pyoxigraph import QueryBoolean, QuerySolutions

    store = load_store(folder)
    try:
        answer = store.query(query, prefixes=known_prefixes(folder))
    except SyntaxError as error:
        raise KgError(f"the query is not SPARQL: {_one_line(error)}") from error
    if isinstance(answer, QueryBoolean):
        return Result(("answer",), (("true" if answer else "false",),))
    try:
        if isinstance(answer, QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Result(columns, tuple(tuple(_cell(term) for term in row) for row in answer))
        return Result(("subject", "predicate", "object"), tuple(sorted(_rows(answer))))
    except (OSError, RuntimeError, ValueError) as error:
        raise KgError(f"the query cannot be answered: {_one_line(error)}") from error


def load_store(folder: Path) -> Store:
    """The built graph as an in-memory store.

    Raises: :class:`OutputError` where it is missing or does not parse.
    """
    from pyoxigraph import RdfFormat, Store

    path = folder / GRAPH_FILE
    if not path.is_file():
        raise OutputError(f"no {GRAPH_FILE} in {folder}: build it with `kg build PATH... -o {folder}`")
    store = Store()
    try:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    except (OSError, SyntaxError) as error:
        raise OutputError(f"{path} cannot be read, build it again: {_one_line(error)}") from error
    return store


def known_prefixes(folder: Path) -> dict[str, str]:
    """The standard prefixes and those that the graph was built with."""
    path = folder / "context.json"
    try:
        context = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        context = {}
    except (OSError, ValueError) as error:
        raise OutputError(f"{path} cannot be read, build it again: {_one_line(error)}") from error
    own = context.get("@context", context) if isinstance(context, dict) else {}
    return STANDARD_PREFIXES | {name: iri for name, iri in own.items() if isinstance(iri, str)}


def _cell(term: object) -> str | None:
    return None if term is None else str(getattr(term, "value", term))


def _rows(triples: Iterator[Triple]) -> Iterator[tuple[str, ...]]:
    for triple in triples:
        yield tuple(str(getattr(term, "value", term)) for term in triple)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
