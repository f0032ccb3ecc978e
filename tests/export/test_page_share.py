"""A page carries as much as the build was told, in whole documents, and says what it leaves out."""

from __future__ import annotations

import dataclasses

import pytest

from kg.export.page import page
from kg.export.page_share import share
from kg.graph import Graph
from kg.ontology import load_ontology
from kg.scheme import load_themes
from tests.export.page_graphs import invented

GRAPH = invented(3, 4)  # three documents of four statements


def limited(most: int | None) -> Graph:
    return dataclasses.replace(GRAPH, run={"options": {"html_max": most}})


@pytest.mark.parametrize(
    ("most", "statements", "documents", "left", "of"),
    [
        (None, 12, 3, 0, 0),
        (12, 12, 3, 0, 0),
        (11, 8, 2, 4, 1),
        (8, 8, 2, 4, 1),
        (4, 4, 1, 8, 2),
        (3, 3, 1, 9, 3),
    ],
)
def test_whole_documents_in_their_order(most: int | None, statements: int, documents: int, left: int, of: int) -> None:
    found = share(limited(most))
    assert (len(found.graph.statements), len(found.graph.documents)) == (statements, documents)
    assert found.graph.statements == GRAPH.statements[:statements]
    assert (found.statements, found.documents) == (left, of)


@pytest.mark.parametrize(("most", "told"), [(4, "8 more, of 2 documents"), (8, "4 more, of 1 document,"), (12, None)])
def test_the_page_says_what_it_leaves_out(most: int, told: str | None) -> None:
    written = page(limited(most), None, load_ontology(), load_themes())
    assert ('id="left-out"' in written) is bool(told)
    assert not told or told in written
