"""Graph → a file of another format. A further format is a further line in :data:`EXPORTERS` or :data:`FURTHER`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError

if TYPE_CHECKING:
    from kg.export.rdf import Rdf
    from kg.graph import Graph
    from kg.mapping import Ontology
    from kg.themes import Themes

Exporter = Callable[["Graph", Path, "Ontology | None", "Themes | None"], None]


def write(graph: Graph, path: str | Path, ontology: Ontology | None = None, themes: Themes | None = None) -> None:
    """Write ``graph`` in the format of the path's suffix, one of those of :data:`EXPORTERS` and :data:`FURTHER`.

    ``ontology`` and ``themes`` are those that the graph was built with; without them, those that are shipped.

    Raises: :class:`OutputError` for another suffix, with the choices, and for a file that cannot be written.
    """
    path = Path(path)
    known = EXPORTERS | FURTHER
    by_suffix = {Path(name).suffix: exporter for name, exporter in known.items()}
    exporter = known.get(path.name) or by_suffix.get(path.suffix.lower())
    if exporter is None:
        raise OutputError(f"no format for {path.name}: give the file a name that ends with {', '.join(by_suffix)}")
    try:
        exporter(graph, path, ontology, themes)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


def _turtle(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export import turtle

    _write_text(path, turtle.text(_rdf(graph, ontology, themes)))


def _trig(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export import trig

    _write_text(path, trig.text(_rdf(graph, ontology, themes)))


def _nquads(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export import nquads

    _write_text(path, nquads.text(_rdf(graph, ontology, themes)))


def _jsonld(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export import jsonld

    _write_text(path, jsonld.text(_rdf(graph, ontology, themes)))


def _turtle12(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export import rdf12

    _write_text(path, rdf12.text(_rdf(graph, ontology, themes)))


def _graphml(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export.graphml import write_graphml

    write_graphml(graph.to_networkx(), path)


def _page(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export.page import write_page

    write_page(graph, path, ontology=ontology, themes=themes)


def _rdf(graph: Graph, ontology: Ontology | None, themes: Themes | None) -> Rdf:
    from kg.export.rdf import to_rdf
    from kg.ontology import load_ontology
    from kg.scheme import load_themes

    return to_rdf(graph, ontology or load_ontology(), themes or load_themes())


def _write_text(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


EXPORTERS: dict[str, Exporter] = {
    "graph.ttl": _turtle,
    "graph.trig": _trig,
    "graph.html": _page,
    "graph.graphml": _graphml,
}
INFERRED = "inferred.trig"  # written by :mod:`kg.export.reason`, of a graph that stands already
# Written where they are asked for.
FURTHER: dict[str, Exporter] = {"graph.nq": _nquads, "graph.jsonld": _jsonld, "graph.ttl12": _turtle12}
