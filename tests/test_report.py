from __future__ import annotations

import json

from msgspec.structs import replace

from kg.model import Document, Entity, Extraction, Sentence, Statement, ThemeMention, Unmapped
from kg.report import make_report
from tests.frames import JOIN
from tests.samples import participant, statement

DOCUMENT = Document(
    "a-1a2b3c4d", "A", "·" * 90, None, None, None, None, "en", "a.txt", "0", ((0, 20), (21, 60), (61, 75), (76, 90))
)
UNMAPPED = (
    Unmapped(DOCUMENT.id, 1, "subject missing", "x"),
    Unmapped(DOCUMENT.id, 2, "no predicate", "y"),
    Unmapped(DOCUMENT.id, 2, "subject missing", "y"),
)
FIRST = statement(
    document=DOCUMENT.id, sentence=Sentence(0, 0, 20), subject=participant("A", 0), relation=("met", 2, "meet")
)
SECOND = statement(
    document=DOCUMENT.id, sentence=Sentence(1, 21, 60), subject=participant("A", 21), relation=("met", 23, "meet"),
    object=participant("B", 27),
)  # fmt: skip
THIRD = statement(
    document=DOCUMENT.id, sentence=Sentence(1, 21, 60), subject=participant("A", 21), relation=("met", 23, "meet"),
    object=participant("C", 31),
)  # fmt: skip
THEMED = replace(
    SECOND,
    relation=replace(SECOND.relation, predicate="pol:meets"),
    themes=(ThemeMention("theme:trade", (), True), ThemeMention("theme:health", (), False)),
)
EXTRACTION = Extraction(DOCUMENT, tuple(replace(JOIN, number=n) for n in range(4)), UNMAPPED)


def report(*statements: Statement) -> dict[str, object]:
    entities = [Entity(f"id:person/{name}", name, "pol:Person") for name in "ab"]
    return make_report([EXTRACTION], statements, [*entities, Entity("id:place/c", "c", "pol:Place")])


def test_frames_are_counted_once_however_many_statements_they_became() -> None:
    found = report(FIRST, THEMED, THIRD)
    assert (found["documents"], found["sentences"], found["statements"], found["frames"]) == (1, 4, 3, 2)
    assert found["frames_by_act"] == {"assertion": 2}
    assert found["frames_by_theme"] == {"theme:health": 1, "theme:trade": 1}


def test_entities_are_counted_by_type_the_most_frequent_first() -> None:
    assert list(report(FIRST).items())[6] == ("entities_by_type", {"pol:Person": 2, "pol:Place": 1})


def test_a_relation_that_the_ontology_lacks_is_counted_by_its_lemma() -> None:
    found = report(FIRST, THEMED)
    assert found["mapping"] == {
        "frames": 2, "mapped": 1, "share": 0.5, "statements": 2, "mapped_statements": 1, "share_of_statements": 0.5,
        "frames_by_relation": {THEMED.relation.predicate: 1},
    }  # fmt: skip
    assert found["minted_relations"] == {"meet": 1}


def test_every_dropped_candidate_is_counted_with_its_reason() -> None:
    assert report(FIRST, THEMED, THIRD)["unmapped"] == {"subject missing": 2, "duplicate": 1, "no predicate": 1}


def test_every_sentence_is_accounted_for() -> None:
    found = report(FIRST, THEMED, THIRD)
    (account,) = make_report([EXTRACTION], [FIRST, THEMED, THIRD], [])["accounts"]
    assert [(row["statements"], row["reasons"]) for row in account["sentences"]] == [
        (1, []),
        (2, ["subject missing"]),
        (0, ["no predicate", "subject missing"]),
        (0, ["no candidate"]),
    ]
    assert found["sentences_without"] == {"no candidate": 1, "no predicate": 1}


def test_nothing_found_is_a_report_too() -> None:
    empty = make_report([], [], [])
    assert empty["mapping"] == {
        "frames": 0, "mapped": 0, "share": None, "statements": 0, "mapped_statements": 0, "share_of_statements": None,
        "frames_by_relation": {},
    }  # fmt: skip
    assert json.loads(json.dumps(empty)) == empty
