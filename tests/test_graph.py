from __future__ import annotations

import dataclasses
import subprocess
import sys
from itertools import permutations

from kg.graph import build_graph
from kg.model import Document, Entity, Extraction
from kg.tables import STATEMENT_COLUMNS
from tests.samples import participant, statement

DOCUMENTS = [
    Document(name, name, "text", None, None, None, None, "en", f"{name}.txt", "0", ((0, 200),))
    for name in ("b-1", "a-1")
]
STATEMENTS = [
    statement(document="a-1", subject=participant("A", 50), relation=("met", 52, "meet"), object=participant("B", 60)),
    statement(document="a-1", subject=participant("A", 50), relation=("met", 52, "meet"), object=participant("C", 66)),
    statement(document="b-1", subject=participant("A", 0), relation=("met", 2, "meet")),
    statement(document="a-1", subject=participant("A", 9), relation=("met", 12, "meet")),
]
ENTITIES = [Entity("id:person/b", "B", "pol:Person"), Entity("id:person/a", "A", "pol:Person")]
EXTRACTIONS = [Extraction(document, (), ()) for document in DOCUMENTS]


def test_order_is_that_of_the_texts_however_the_parts_come() -> None:
    built = [
        build_graph(extractions, statements, entities, {"pol": "p#", "id": "i/"}, {})
        for extractions in permutations(EXTRACTIONS)
        for statements in permutations(STATEMENTS)
        for entities in permutations(ENTITIES)
    ]
    assert all(graph == built[0] for graph in built)
    assert [document.id for document in built[0].documents] == ["a-1", "b-1"]
    places = [(one.document, one.evidence.start) for one in built[0].statements]
    assert places == [("a-1", 9), ("a-1", 50), ("a-1", 50), ("b-1", 0)]
    assert [entity.entity for entity in built[0].entities] == ["id:person/a", "id:person/b"]
    assert list(built[0].prefixes) == ["id", "pol"]


def test_a_document_read_twice_counts_once() -> None:
    again = [Extraction(dataclasses.replace(one.document, source="z.txt"), (), ()) for one in EXTRACTIONS]
    graph = build_graph([*again, *EXTRACTIONS], STATEMENTS * 2, ENTITIES, {}, {})
    assert [document.source for document in graph.documents] == ["a-1.txt", "b-1.txt"]
    assert len(graph.statements) == 4
    assert graph.report["documents"] == 2


def test_the_frame_has_a_row_a_statement_and_the_columns_of_the_table() -> None:
    frame = build_graph(EXTRACTIONS, STATEMENTS, ENTITIES, {}, {}).to_frame()
    assert tuple(frame.columns) == STATEMENT_COLUMNS
    assert len(frame) == 4
    assert list(build_graph([], [], [], {}, {}).to_frame().columns) == list(STATEMENT_COLUMNS)


def test_importing_the_graph_loads_no_library() -> None:
    code = "import sys, kg.store; print({'networkx', 'pandas', 'rdflib', 'spacy'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
