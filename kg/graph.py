"""Statements → Graph: what a build gives, in an order that depends on the texts alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.model import Document, Entity, Extraction, Span, Statement
from kg.report import make_report

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from kg.ontology import Ontology
    from kg.scheme import Themes


@dataclass(frozen=True, slots=True)
class Graph:
    """Documents, statements and entities, with the prefixes of their CURIEs.

    ``report`` and ``run`` are what report.json and run.json say: how each sentence fared, and what the graph was
    made with. Both hold plain JSON values.
    """

    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    entities: tuple[Entity, ...]
    prefixes: Mapping[str, str]
    report: Mapping[str, Any]
    run: Mapping[str, Any]

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The graph as a networkx ``MultiDiGraph``, as :mod:`kg.network` describes it."""
        from kg.network import to_networkx

        return to_networkx(self)

    def to_rdflib(self, ontology: Ontology | None = None, themes: Themes | None = None) -> rdflib.Graph:
        """The default graph of the RDF export as an rdflib ``Graph``: direct triples and statement nodes.

        A graph built with an ontology or themes of one's own needs them here again; the shipped ones stand in else.
        """
        from kg.export.rdf import to_rdflib

        return to_rdflib(self, ontology, themes)

    def to_frame(self) -> pandas.DataFrame:
        """A pandas ``DataFrame`` with the columns of statements.csv, a row a statement; needs pandas installed."""
        import pandas

        from kg.tables import STATEMENT_COLUMNS, statement_row

        return pandas.DataFrame([statement_row(one) for one in self.statements], columns=list(STATEMENT_COLUMNS))


def build_graph(
    extractions: Iterable[Extraction],
    statements: Iterable[Statement],
    entities: Iterable[Entity],
    prefixes: Mapping[str, str],
    run: Mapping[str, Any],
) -> Graph:
    """Bring what the stages gave together, whatever the order they gave it in, and account for every sentence.

    A document that was read twice (same title, same text) counts once, and so do its statements.
    """
    by_document: dict[str, Extraction] = {}
    for extraction in sorted(extractions, key=lambda one: one.document.source):
        by_document.setdefault(extraction.document.id, extraction)
    read = tuple(by_document[key] for key in sorted(by_document))
    by_id: dict[str, Statement] = {}
    for statement in statements:
        by_id.setdefault(statement.id, statement)
    kept = tuple(sorted(by_id.values(), key=position))
    things = tuple(sorted(entities, key=lambda one: one.entity))
    return Graph(
        documents=tuple(one.document for one in read),
        statements=kept,
        entities=things,
        prefixes=dict(sorted(prefixes.items())),
        report=make_report(read, kept, things),
        run=run,
    )


def position(statement: Statement) -> tuple[str, Span, tuple[Span, ...], str]:
    """The place that orders statements: document, evidence, relation; the id decides between equals."""
    evidence = (statement.evidence.start, statement.evidence.end)
    return (statement.document, evidence, statement.relation.spans, statement.id)
