"""A generated graph is as large as asked for, sound like the one it is made of, and the same each time."""

from __future__ import annotations

import dataclasses

import pytest

from bench.generated import generated
from kg.graph import Graph, position
from kg.invariants import check_evidence
from kg.model import Statement
from tests.graphs import small_graph


@pytest.fixture(scope="module")
def grown() -> Graph:
    return generated(small_graph(), 100)


def test_it_has_at_least_so_many_statements_and_no_document_more(grown: Graph) -> None:
    assert 100 <= len(grown.statements) < 100 + len(small_graph().statements)
    assert len(generated(small_graph(), 8).statements) == 8


def test_the_first_copy_is_the_graph_itself() -> None:
    small = small_graph()
    assert generated(small, len(small.statements)) == small


def test_ids_are_unique_and_parts_fit_together(grown: Graph) -> None:
    assert not list(check_evidence(grown))
    for values in (
        [one.id for one in grown.statements],
        [one.id for one in grown.documents],
        [one.entity for one in grown.entities],
    ):
        assert len(values) == len(set(values))
    documents = {one.id for one in grown.documents}
    assert {one.document for one in grown.statements} <= documents
    assert {merge.document for one in grown.entities for merge in one.merges} <= documents
    assert list(grown.statements) == sorted(grown.statements, key=position)


def test_entities_grow_more_slowly_than_statements(grown: Graph) -> None:
    small, known = small_graph(), {one.entity for one in grown.entities}
    assert len(grown.entities) == 4 * len(small.entities)  # 13 copies, so four generations of namesakes
    assert "id:country/china-4" in known and "id:country/china-5" not in known

    def spoken_of(one: Statement) -> set[str | None]:
        return {side.entity for side in (one.subject, one.object) if side is not None and side.entity}

    assert set().union(*map(spoken_of, grown.statements)) <= known


def test_the_same_graph_grows_the_same(grown: Graph) -> None:
    assert generated(small_graph(), 100) == grown


def test_a_graph_without_statements_cannot_grow() -> None:

    with pytest.raises(ValueError, match="without statements"):
        generated(dataclasses.replace(small_graph(), statements=()), 1)
