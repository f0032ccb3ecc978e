"""A file of RDF → Graph: the writers' other direction. The interchange files can be had back from any format."""

from __future__ import annotations

from pathlib import Path

from kg.errors import OutputError
from kg.export.rdf_index import read_index
from kg.export.rdf_records import Records
from kg.graph import Graph, position
from kg.model import Document, Entity, Statement
from kg.records import from_record


def read_rdf(path: str | Path) -> Graph:
    """The graph that was written to ``path``, by its suffix Turtle, TriG, N-Quads, JSON-LD or Turtle 1.2.

    Documents, statements and entities come in the order of a build; report and run, which RDF does not hold, are empty.

    Raises: OutputError where the file is missing, does not parse, or is not a graph of ours.
    """
    path = Path(path)
    try:
        index = read_index(path)
        records = Records(index)
        return Graph(
            documents=tuple(
                sorted((from_record(Document, one) for one in records.documents()), key=lambda one: one.id)
            ),
            statements=tuple(sorted((from_record(Statement, one) for one in records.statements()), key=position)),
            entities=tuple(
                sorted((from_record(Entity, one) for one in records.entities()), key=lambda one: one.entity)
            ),
            prefixes=index.prefixes,
            report={},
            run={},
        )
    except KeyError as error:
        raise OutputError(f"{path}: no graph of ours, or not the whole: {error.args[0]} is missing") from error
    except ValueError as error:
        raise OutputError(f"{path}: no graph of ours, or not the whole: {error}") from error
