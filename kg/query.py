"""SPARQL over a built graph: read-only, against its default graph.

What single speakers assert stands in named graphs, which a query reaches by GRAPH alone: a question is answered with
what the documents themselves hold.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.elsewhere import asks_elsewhere
from kg.errors import KgError, OutputError
from kg.export.terms import STANDARD_PREFIXES
from kg.sparql_store import open_store

if TYPE_CHECKING:
    from pyoxigraph import QueryTriples, Store


class Term(NamedTuple):
    """An RDF term as SPARQL's results name it: ``kind`` is ``uri``, ``literal``, ``bnode`` or ``triple``."""

    kind: str
    value: str
    datatype: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A table; None where a variable is unbound.

    ASK gives one cell, "true" or "false"; CONSTRUCT and DESCRIBE give a triple a row, sorted, and ``turtle``.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    form: str = "select"  # or "ask", "construct"
    turtle: str | None = None

    @property
    def rows(self) -> tuple[tuple[str | None, ...], ...]:
        """IRIs in full, literals as their lexical form."""
        return tuple(tuple(None if term is None else term.value for term in row) for row in self.terms)


def run_query(folder: Path, query: str) -> Result:
    """The answer of the graph built in ``folder``.

    The prefixes of the build and those of RDF, RDFS, SKOS, PROV-O, DCTERMS, Web Annotation and XSD are known
    already; a query that declares one itself goes its own way.

    Raises: :class:`OutputError` where no graph was built, :class:`KgError` for a query that does not parse.
    """
    prefixes = known_prefixes(folder)
    with open_store(folder) as store:
        return ask(store, query, prefixes)


def ask(store: Store, query: str, prefixes: dict[str, str]) -> Result:
    """The answer of an open store.

    Raises: :class:`KgError` for a query that does not parse, and for one that fails.
    """
    from pyoxigraph import QueryBoolean, QuerySolutions

    if asks_elsewhere(query):
        raise KgError("SERVICE would ask another server, and kg asks none: put the query to a SPARQL client")
    query = query.rstrip()  # else an error at its end is told to stand behind the last line
    try:
        answer = store.query(query, prefixes=prefixes)
    except SyntaxError as error:
        raise KgError(f"the query is not SPARQL: {_where(error, query)}") from error
    try:
        if isinstance(answer, QueryBoolean):
            truth = Term("literal", "true" if answer else "false", "http://www.w3.org/2001/XMLSchema#boolean")
            return Result(("answer",), ((truth,),), "ask")
        if isinstance(answer, QuerySolutions):
            columns = tuple(variable.value for variable in answer.variables)
            return Result(columns, tuple(tuple(_term(term) for term in row) for row in answer))
        return _constructed(answer, prefixes)
    except (OSError, RuntimeError, ValueError) as error:
        raise KgError(f"the query cannot be answered: {_one_line(error)}") from error


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


def _constructed(answer: QueryTriples, prefixes: dict[str, str]) -> Result:
    from pyoxigraph import RdfFormat, serialize

    triples = sorted(set(answer), key=str)
    text = " ".join(map(str, triples))
    used = {name: iri for name, iri in prefixes.items() if iri and f"<{iri}" in text}
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=used) or b""
    rows = (tuple(_term(term) for term in (one.subject, one.predicate, one.object)) for one in triples)
    return Result(("subject", "predicate", "object"), tuple(sorted(rows, key=_by_value)), "construct", written.decode())


def _by_value(row: tuple[Term | None, ...]) -> list[tuple[str, ...]]:
    return [tuple(part or "" for part in (term.value, term.kind, term.datatype, term.language)) for term in row if term]


def _term(term: object) -> Term | None:
    from pyoxigraph import BlankNode, Literal, NamedNode

    if term is None:
        return None
    if isinstance(term, NamedNode):
        return Term("uri", term.value)
    if isinstance(term, Literal):
        return Term("literal", term.value, term.datatype.value, term.language)
    if isinstance(term, BlankNode):
        return Term("bnode", term.value)
    return Term("triple", str(term))


def _where(error: SyntaxError, query: str) -> str:
    """Where the parser stopped, with the words around; what it would have taken there fills a screen."""
    told = _one_line(error)
    place = re.match(r"error at (\d+):(\d+)", told)
    if not place:
        return told
    line, column = int(place[1]), int(place[2])
    lines = query.split("\n")
    words = lines[line - 1][max(0, column - 21) : column + 19] if line <= len(lines) else ""
    reason = ", a prefix that is not known" if "Prefix not found" in told else ""
    return f"line {line}, column {column}{reason}" + (f", near {words.strip()!r}" if words.strip() else "")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
