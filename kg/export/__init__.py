"""Graph → a file of another format. A further format is a further line in :data:`EXPORTERS`."""

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
    """Write ``graph`` in the format of the path's suffix: ``.ttl``, ``.trig``, ``.graphml``, ``.html``.

    ``ontology`` and ``themes`` are those that the graph was built with; without them, those that are shipped.

    Raises: :class:`OutputError` for another suffix, with the choices, and for a file that cannot be written.
    """
    path = Path(path)
    by_suffix = {Path(name).suffix: exporter for name, exporter in EXPORTERS.items()}
    exporter = EXPORTERS.get(path.name) or by_suffix.get(path.suffix.lower())
    if exporter is None:
        raise OutputError(f"no format for {path.name}: give the file a name that ends with {', '.join(by_suffix)}")
    try:
        exporter(graph, path, ontology, themes)
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error


def _turtle(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export import turtle

    rdf = _rdf(graph, ontology, themes)
    _write_lines(path, turtle.lines(rdf.triples, rdf.prefixes))


def _trig(graph: Graph, path: Path, ontology: Ontology | None, themes: Themes | None) -> None:
    from kg.export import trig

    rdf = _rdf(graph, ontology, themes)
    _write_lines(path, trig.lines(rdf.triples, rdf.said, rdf.prefixes))


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


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


EXPORTERS: dict[str, Exporter] = {
    "graph.ttl": _turtle,
    "graph.trig": _trig,
    "graph.html": _page,
    "graph.graphml": _graphml,
}
