"""A coded table of relations is read, and what is mapped is scored against it relation by relation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import Score, evaluate
from kg.ontology import load_ontology
from kg.relation_scores import COLUMNS, Coded, built, mapper, read_relations, score_relations
from kg.score_table import relation_table, table
from tests.graphs import small_graph

TABLE = Path(__file__).parent.parent / "corpus" / "gold" / "relations.csv"
HEAD = ",".join(COLUMNS)


def coded(lemma: str, expected: str | None, **fields: str | None) -> Coded:
    plain = {
        "text": "a",
        "subject": "it",
        "subject_class": None,
        "voice": "active",
        "object": "that",
        "object_class": None,
    }
    return Coded(lemma=lemma, expected=expected, **{**plain, **fields})  # type: ignore[arg-type]


def answers(given: dict[str, str | None]) -> Callable[[Coded], str | None]:
    return lambda row: given[row.lemma]


def test_each_relation_has_its_precision_and_recall_and_none_is_no_answer() -> None:
    rows = [coded("a", "pol:x"), coded("b", "pol:x"), coded("c", None), coded("d", None), coded("e", "pol:y")]
    given: dict[str, str | None] = {"a": "pol:x", "b": None, "c": "pol:x", "d": None, "e": "pol:z"}
    assert score_relations(rows, answers(given)) == {
        "pol:x": Score(2, 2, 1, 1), "pol:y": Score(1, 0, 0, 0), "pol:z": Score(0, 1, 0, 0),
    }  # fmt: skip


def test_the_mapping_alone_is_asked_with_the_classes_of_the_coder() -> None:
    ask = mapper(load_ontology())
    assert ask(coded("hold in", "pol:heldIn", voice="passive", subject_class="pol:Conference")) == "pol:heldIn"
    assert ask(coded("fall", "pol:fallsBy", object="")) == "pol:fallsBy"
    assert ask(coded("frobnicate", None)) is None


def test_a_build_is_asked_for_the_same_clause() -> None:
    graph = small_graph()
    ask = built(graph.statements, {graph.documents[0].id: "a", graph.documents[1].id: "a"})
    same = coded("hold in", None, voice="passive", subject="The 4th Quality Conference")
    assert ask(same) == "pol:heldIn"
    assert ask(coded("hold in", None, voice="active", subject="The 4th Quality Conference")) is None


@pytest.mark.parametrize(
    ("content", "message"),
    [("text,lemma\n", "no column sentence"), (b"\xff", "cannot be read"), (None, "cannot be read")],
)
def test_a_table_that_is_none_gets_one_clear_line(tmp_path: Path, content: str | bytes | None, message: str) -> None:
    path = tmp_path / "relations.csv"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=message) as raised:
        read_relations(path)
    assert "\n" not in str(raised.value)


def test_every_class_and_relation_of_the_shipped_table_is_the_ontology_s() -> None:
    ontology, rows = load_ontology(), read_relations(TABLE)
    assert len(rows) > 150
    for row in rows:
        assert {row.subject_class, row.object_class} <= {None, "rdfs:Literal", *ontology.classes}, row
        assert row.expected is None or row.expected in ontology.relations, row


def test_the_mapping_keeps_to_what_was_coded() -> None:
    scores = score_relations(read_relations(TABLE), mapper(load_ontology())).values()
    right, given, expected = (sum(getattr(score, key) for score in scores) for key in ("found_hits", "found", "gold"))
    assert right / given >= 0.95  # 0.971 when the table was first scored
    assert right / expected >= 0.93  # 0.951


def test_the_table_is_printed_with_its_counts(tmp_path: Path) -> None:
    path = tmp_path / "relations.csv"
    path.write_text(
        f"{HEAD}\na,0,it,,fell,fall,active,,,pol:fallsBy\na,1,it,,f,frobnicate,active,,,\n", encoding="utf-8"
    )
    lines = relation_table(path, None, load_ontology()).splitlines()
    assert lines[1].split() == ["all", "relations,", "2", "clauses", "1.000", "1.000", "1.000", "1", "1", "1"]
    assert lines[3].split() == ["pol:fallsBy", "1.000", "1.000", "1.000", "1", "1", "1"]


def test_frames_of_each_relation_are_counted_against_the_gold() -> None:
    found = small_graph().statements
    gold = [one for one in found if one.relation.predicate != "pol:adopts"]
    lines = table(evaluate(gold, found)).splitlines()
    assert next(line for line in lines if "pol:heldIn" in line).split() == ["pol:heldIn", "1.000", "1", "1"]
