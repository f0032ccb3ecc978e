"""Expressions: small sentences of the ontology, and what they say of clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.expressions import (
    Expression,
    Side,
    argument_readings,
    clause_readings,
    head_phrases,
    parse_expression,
    parse_noun_expression,
)

PARSED = [
    ("X adopt Y", "adopt", "X", "Y", None, None, None),
    ("X participate in Y", "participate in", "X", "Y", None, None, None),
    ("Y consist of X", "consist of", "Y", "X", None, None, None),
    ("_ hold X in Y as where", "hold", "_", "X", "in", "Y", "where"),
    ("_ hold X Y as when", "hold", "_", "X", None, "Y", "when"),
    ("_ award Y X", "award", "_", "Y", None, "X", None),
    ("X read out _ at Y as where", "read out", "X", "_", "at", "Y", "where"),
    ("X vote in favour of Y", "vote in favour of", "X", "Y", None, None, None),
    ("X enter into force", "enter into force", "X", None, None, None, None),
    ("_ know X as Y", "know", "_", "X", "as", "Y", None),
]


@pytest.mark.parametrize(("text", "verb", "actor", "thing", "preposition", "further", "role"), PARSED)
def test_an_expression_is_read_into_its_parts(
    text: str, verb: str, actor: str, thing: str | None, preposition: str | None, further: str | None, role: str | None
) -> None:
    found = parse_expression(text)
    letters = tuple(side.letter if side else None for side in (found.actor, found.thing, found.further))
    assert (found.verb, *letters, found.preposition, found.role) == (verb, actor, thing, further, preposition, role)


def test_a_side_may_call_for_a_class() -> None:
    assert parse_expression("X[pol:Person] be Y[pol:Office]") == Expression(
        "X[pol:Person] be Y[pol:Office]", "be", Side("X", "pol:Person"), Side("Y", "pol:Office")
    )


@pytest.mark.parametrize(
    "text",
    ["", "adopt Y", "X", "X Y", "X adopt X", "_ adopt _", "_ adopt Y", "_ adopt", "X hold _", "X adopt Y quickly",
     "X give Y to _", "X give _ to Y for X"],
)  # fmt: skip
def test_what_is_no_expression_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(ValueError, match="an expression"):
        parse_expression(text)


CLAUSES = [
    ("X adopt Y", {("adopt", "active", True, False), ("adopt", "passive", False, True)}),
    (
        "X stress Y?",
        {("stress", "active", True, False), ("stress", "active", False, False), ("stress", "passive", False, True)},
    ),
    ("Y include X", {("include", "active", True, True), ("include", "passive", False, False)}),
    ("X call for Y", {("call for", "active", True, False), ("call for", "passive", False, True)}),
    ("_ hold X in Y as where", {("hold in", "passive", True, False)}),
    ("_ compose Y of X", {("compose of", "passive", True, True)}),
    ("_ award Y X", {("award", "passive", True, True)}),
    ("_ hold X Y as when", set()),
    ("X impose _ on Y", set()),
    ("X take effect", {("take effect", "active", False, False)}),
    ("Y improve", {("improve", "active", False, True)}),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_the_clauses_that_say_a_relation_include_the_passive(
    text: str, expected: set[tuple[str, str, bool, bool]]
) -> None:
    found = clause_readings(parse_expression(text))
    assert {(reading.lemma, reading.voice, reading.has_object, reading.inverse) for reading in found} == expected


ARGUMENTS = [
    ("X adopt Y", set()),
    ("X participate in Y", {("participate", "active", "in", None, "subject", False)}),
    ("X impose _ on Y", {("impose", "active", "on", None, "subject", False)}),
    (
        "_ hold X in Y as where",
        {("hold", "passive", "in", "where", "subject", False), ("hold", "active", "in", "where", "object", False)},
    ),
    (
        "_ hold X Y as when",
        {("hold", "passive", None, "when", "subject", False), ("hold", "active", None, "when", "object", False)},
    ),
    ("_ award Y X", {("award", "active", None, "recipient", "object", False)}),
]


@pytest.mark.parametrize(("text", "expected"), ARGUMENTS)
def test_an_argument_belongs_to_the_subject_of_a_passive_and_to_the_object_of_an_active(
    text: str, expected: set[tuple[str, str, str | None, str | None, str, bool]]
) -> None:
    found = argument_readings(parse_expression(text))
    assert {(row.verb, row.voice, row.preposition, row.role, row.of, row.inverse) for row in found} == expected


@given(st.lists(st.sampled_from(["X", "Y", "_", "X[a:B]", "give", "to", "as", "where"]), max_size=7))
def test_any_words_are_read_or_refused_and_never_break(words: list[str]) -> None:
    try:
        expression = parse_expression(" ".join(words))
    except ValueError:
        return
    assert expression.verb
    assert {reading.lemma.startswith(expression.verb) for reading in clause_readings(expression)} <= {True}


@given(st.lists(st.sampled_from(["house", "of", "the", "lords", "in"]), min_size=1, max_size=6))
def test_the_head_phrases_hold_the_head_and_come_longest_first(words: list[str]) -> None:
    found = list(head_phrases(" ".join(words)))
    assert found[0] == " ".join(words)
    assert all(phrase in found[0] for phrase in found)
    assert len(found) == len(set(found)) or len(words) > len(set(words))


@pytest.mark.parametrize(
    ("text", "noun", "x", "y"),
    [
        ("the signing of Y by X", "signing", "by", "of"),
        ("the victory of X over Y", "victory", "of", "over"),
        ("X's visit to Y[pol:Country]", "visit", "'s", "to"),
        ("Y's dismissal by X", "dismissal", "by", "'s"),
    ],
)
def test_a_noun_may_say_a_relation(text: str, noun: str, x: str, y: str) -> None:
    found = parse_noun_expression(text)
    assert (found.noun, found.x_preposition, found.y_preposition) == (noun, x, y)
    assert (found.x.letter, found.y.letter, found.lemma) == ("X", "Y", f"{noun} {y}")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("signing of Y by X", "begins with 'the'"),
        ("", "begins with 'the'"),
        ("the signing of Y", "one X and one Y"),
        ("the signing of Y by Y", "one X and one Y"),
        ("the signing of Y by X today", "ends with one"),
        ("the signing Y by X", "preposition before each side"),
        ("the of Y by X", "a noun before"),
        ("the signing of Y in haste by X", "nothing but a preposition"),
        ("_'s signing of Y", "one X and one Y"),
    ],
)
def test_what_is_no_noun_expression_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_noun_expression(text)
