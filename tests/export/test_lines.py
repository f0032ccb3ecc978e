"""Statements as lines: the interchange's, a table, and the conventions of two benchmarks."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from kg.export.lines import FORMATS
from kg.model import Evidence, Statement
from kg.records import from_record
from tests.graphs import HOSTILE_NAME, small_graph
from tests.samples import participant, statement

STATEMENTS = small_graph().statements
SENTENCE = "A sentence\tof its own ."


def rows(form: str, lemma: str) -> list[list[str]]:
    one = next(one for one in STATEMENTS if one.relation.lemma == lemma)
    return [line.split("\t") for line in FORMATS[form](one, SENTENCE, ())]


CONFERENCE = next(one.document for one in STATEMENTS if one.relation.lemma == "hold in")
PLAN = next(one.document for one in STATEMENTS if one.relation.lemma == "adopt")
CASES = [
    ("tsv", "hold in", [[CONFERENCE, "The 4th Quality Conference", "was held", "Hangzhou", "assertion", ""]]),
    ("tsv", "stress", [[CONFERENCE, "Wang Yong", "stressed", "", "assertion", ""]]),
    (
        "tsv",
        "participate in",
        [[CONFERENCE, "China", "will participate", "quality cooperation", "commitment", "Wang Yong"]],
    ),
    (
        "benchie",
        "hold in",
        [
            [CONFERENCE, "The 4th Quality Conference", "was held", "Hangzhou"],
            [CONFERENCE, "The 4th Quality Conference", "was held Hangzhou on", "September 16"],
        ],
    ),
    ("benchie", "strengthen", []),
    ("benchie", "stress", []),
    (
        "benchie",
        "adopt",
        [[PLAN, "The plan", "was adopted by", HOSTILE_NAME], [PLAN, "The plan", "was adopted", "last year"]],
    ),
    (
        "carb",
        "hold in",
        [["A sentence of its own .", "0.9", "was held", "The 4th Quality Conference", "Hangzhou", "on September 16"]],
    ),
    ("carb", "adopt", [["A sentence of its own .", "1", "was adopted by", "The plan", HOSTILE_NAME, "last year"]]),
    ("carb", "strengthen", []),
    ("carb", "stress", []),
]  # fmt: skip


@pytest.mark.parametrize(("form", "lemma", "wanted"), CASES, ids=[f"{form}-{lemma}" for form, lemma, _ in CASES])
def test_a_statement_in_each_format(form: str, lemma: str, wanted: list[list[str]]) -> None:
    assert rows(form, lemma) == wanted


@pytest.mark.parametrize("one", STATEMENTS, ids=lambda one: one.relation.lemma)
def test_json_lines_read_back(one: Statement) -> None:
    (line,) = FORMATS["jsonl"](one, SENTENCE, ())
    assert from_record(Statement, json.loads(line)) == one


def test_what_is_said_is_the_object_of_saying() -> None:
    sentence = "Ana said that firms grow and ports close ."
    said = statement(subject=participant("Ana", 0), relation=("said", 4, "say"))
    grow = statement(subject=participant("firms", 14), relation=("grow", 20, "grow"))
    close = statement(subject=participant("ports", 29), relation=("close", 35, "close"))
    contents = [replace(one, evidence=Evidence(*place)) for one, place in
                ((grow, (14, 24, "firms grow")), (close, (29, 40, "ports close")))]  # fmt: skip
    assert list(FORMATS["carb"](said, sentence, contents)) == [f"{sentence}\t1\tsaid\tAna\tfirms grow and ports close"]
