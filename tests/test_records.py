from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kg.model import Document, Entity, Statement
from kg.records import from_record, to_record
from tests.samples import argument, participant, statement
from tests.strategies import DOCUMENTS, ENTITIES, STATEMENTS

SAMPLE = statement(
    subject=participant("Wang Yong", 0, "id:person/wang-yong", "pol:Person"),
    relation=("read out", 10, "read out"),
    object=participant("a letter", 19),
    arguments=(argument("Hangzhou", 31, "in", "where"),),
)


def test_a_statement_has_the_keys_of_the_contract_in_its_order() -> None:
    record = to_record(SAMPLE)
    assert " ".join(record) == (
        "id frame anchor document sentence subject relation object arguments content attribution act deontic strength "
        "form polarity modality hedge stance valence time themes evidence rule confidence"
    )
    assert " ".join(record["subject"]) == "text spans label entity type value implied via"
    assert " ".join(record["arguments"][0]).endswith("implied via preposition role")
    assert " ".join(record["relation"]) == "text spans lemma voice predicate"
    assert record["subject"]["spans"] == [[0, 9]]
    assert record["deontic"] is None


def test_a_documents_variables_are_an_object() -> None:
    document = Document("a", "A", "t", None, None, None, None, "en", "a.txt", "0", ((0, 1),), (("party", "none"),))
    record = to_record(document)
    assert record["variables"] == {"party": "none"}
    assert from_record(Document, record) == document


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STATEMENTS, DOCUMENTS, ENTITIES)
def test_any_value_is_read_back_from_json(one: Statement, document: Document, entity: Entity) -> None:
    assert from_record(Statement, json.loads(json.dumps(to_record(one)))) == one
    assert from_record(Document, json.loads(json.dumps(to_record(document)))) == document
    assert from_record(Entity, json.loads(json.dumps(to_record(entity)))) == entity


def _changed(**changes: Any) -> dict[str, Any]:
    record: dict[str, Any] = to_record(SAMPLE)
    return {key: value for key, value in {**record, **changes}.items() if value != "absent"}


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ([], "no statement"),
        (_changed(act="absent"), "no statement with the keys"),
        (_changed(colour="red"), "no statement with the keys"),
        (_changed(act="wish"), "act: not assertion or directive"),
        (_changed(strength="4"), "strength: not int"),
        (_changed(strength=True), "strength: not int"),
        (_changed(confidence="high"), "confidence: not a number"),
        (_changed(content="x"), "content: not a list"),
        (_changed(sentence=None), "sentence: no sentence"),
        (_changed(hedge={"text": "may", "spans": [[1, 2, 3]]}), "hedge: spans: not a list of 2"),
    ],
)
def test_what_is_no_record_says_which_key_is_wrong(record: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_record(Statement, record)
