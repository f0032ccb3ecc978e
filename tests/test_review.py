"""Decisions are taken up where they find their statement, and accounted for where they do not."""

from __future__ import annotations

import dataclasses

from msgspec.structs import replace

from kg.corrections import Corrections
from kg.decisions import Decision, Decisions, Verdict
from kg.identifiers import identified
from kg.invariants import check_evidence
from kg.model import Statement
from kg.ontology import load_ontology
from kg.report import REJECTED
from kg.review import GONE, UNCLEAR, Reviewed, review
from kg.scheme import load_themes
from tests.graphs import small_graph

GRAPH = small_graph()
CORRECTIONS = Corrections.of(GRAPH.documents, GRAPH.entities, load_ontology(), load_themes())


def statement(lemma: str) -> Statement:
    return next(one for one in GRAPH.statements if one.relation.lemma == lemma)


def decision(one: Statement, verdict: Verdict, field: str = "", value: str = "", line: int = 2) -> Decision:
    return Decision(line, one.anchor, one.id, verdict, field, value, "")


def reviewed(*rows: Decision, statements: tuple[Statement, ...] = GRAPH.statements) -> Reviewed:
    return review(statements, Decisions(rows, ""), CORRECTIONS)


def twins() -> tuple[Statement, Statement]:
    """Two statements of one evidence."""
    one = statement("demonstrate")
    return one, identified(replace(one, polarity="negative"))


def test_without_decisions_nothing_changes() -> None:
    assert reviewed().statements == GRAPH.statements


def test_a_confirmed_statement_stays_as_it_is() -> None:
    one = statement("strengthen")
    done = reviewed(decision(one, "right"))
    assert done.statements == GRAPH.statements and done.account["confirmed"] == [one.id]


def test_a_rejected_statement_is_left_out_and_counted_with_the_reason() -> None:
    letter, speech = statement("demonstrate"), statement("stress")
    assert speech.content == (letter.id,)
    done = reviewed(decision(letter, "wrong"))
    assert letter.id not in {one.id for one in done.statements} and len(done.statements) == len(GRAPH.statements) - 1
    assert [(one.sentence, one.reason, one.text) for one in done.rejected] == [
        (letter.sentence.index, REJECTED, letter.evidence.text)
    ]
    assert not next(one for one in done.statements if one.relation.lemma == "stress").content


def test_a_corrected_statement_has_the_id_of_its_new_surface_and_stays_the_content_of_what_says_it() -> None:
    letter = statement("demonstrate")
    done = reviewed(decision(letter, "fix", "polarity", "negative"))
    (now,) = (one for one in done.statements if one.relation.lemma == "demonstrate")
    assert now == identified(replace(letter, polarity="negative")) and now.id != letter.id
    assert next(one for one in done.statements if one.relation.lemma == "stress").content == (now.id,)
    (row,) = done.account["corrected"]
    assert (row["statement"], row["field"], row["value"]) == (now.id, "polarity", "negative")


def test_several_corrections_of_a_statement_are_applied_together() -> None:
    letter = statement("demonstrate")
    rows = [decision(letter, "fix", "act", "directive", 2), decision(letter, "fix", "deontic", "request", 3)]
    done = reviewed(*rows, decision(letter, "fix", "valence", "mixed", 4))
    (now,) = (one for one in done.statements if one.relation.lemma == "demonstrate")
    assert (now.act, now.deontic) == ("directive", "request")
    assert [row["line"] for row in done.account["not_applied"]] == [4]


def test_of_two_statements_at_one_anchor_the_one_that_is_named_is_meant() -> None:
    one, other = twins()
    done = reviewed(decision(other, "wrong"), statements=(one, other))
    assert done.statements == (one,)


def test_a_decision_without_a_statement_is_of_all_at_its_anchor() -> None:
    one, other = twins()
    done = reviewed(Decision(2, one.anchor, "", "wrong", "", "", ""), statements=(one, other))
    assert done.statements == ()


def test_a_decision_outlives_the_reading_that_it_judged() -> None:
    one, other = twins()
    assert reviewed(decision(other, "wrong"), statements=(one,)).statements == ()


def test_but_not_against_a_decision_on_the_reading_that_is_there() -> None:
    one, other = twins()
    done = reviewed(decision(other, "wrong", line=2), decision(one, "right", line=3), statements=(one,))
    assert done.statements == (one,) and done.account["confirmed"] == [one.id]
    assert [(row["line"], row["reason"]) for row in done.account["not_applied"]] == [(2, GONE)]


def test_a_decision_whose_statement_is_gone_or_unclear_is_reported() -> None:
    one, other = twins()
    gone = Decision(2, "no-such-anchor", "x", "wrong", "", "", "a note")
    unclear = Decision(3, one.anchor, "neither", "wrong", "", "", "")
    done = reviewed(gone, unclear, statements=(one, other))
    assert done.statements == (one, other)
    assert [(row["line"], row["reason"]) for row in done.account["not_applied"]] == [(2, GONE), (3, UNCLEAR)]
    assert done.account["not_applied"][0]["note"] == "a note"


def test_a_decision_on_the_page_of_a_corrected_graph_is_taken_up_with_the_correction() -> None:
    letter = statement("demonstrate")
    first = decision(letter, "fix", "subject", "State Councilor Wang Yong", 2)
    (now,) = (one for one in reviewed(first).statements if one.relation.lemma == "demonstrate")
    assert now.anchor != letter.anchor  # its evidence has grown
    again = reviewed(first, decision(now, "right", line=3))
    assert again.account["confirmed"] == [now.id] and not again.account["not_applied"]


def test_what_is_corrected_still_fits_its_text() -> None:
    letter, rights = statement("demonstrate"), statement("strengthen")
    done = reviewed(
        decision(letter, "fix", "subject", "State Councilor Wang Yong", 2),
        decision(rights, "fix", "object", "consumer rights", 3),
        decision(letter, "fix", "theme", "Consumer protection", 4),
    )
    assert not done.account["not_applied"]
    assert not list(check_evidence(dataclasses.replace(GRAPH, statements=done.statements)))
